import { percent, roundLimit } from './scale.ts';
import type { Tone } from './signed-bars.tsx';

/** Two lengths laid end to end; only the second may be infinite. */
export interface Stack {
  readonly first: number;
  readonly second: number;
}

interface Props extends Stack {
  /** How the first part is drawn; the second is hatched. */
  readonly tone: Tone;
  /** The value at the right edge. */
  readonly limit: number;
}

const steps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** A scale from zero on which every finite bar fits, and an infinite one has a third of the width to show for it. */
export const stackLimit = (stacks: readonly Stack[]): number =>
  roundLimit(
    Math.max(...stacks.map(({ first, second }) => (second === Infinity ? 1.5 * first : first + second))),
    steps,
  );

/** Where a bar ends, as a share of the width. */
export const stackEnd = ({ first, second }: Stack, limit: number): number =>
  second === Infinity ? 1 : (first + second) / limit;

/** One horizontal bar made of two; an infinite one runs to the edge and on in an arrow. */
export function StackedBar({ first, second, tone, limit }: Props) {
  const from = first / limit;
  const to = stackEnd({ first, second }, limit);
  return (
    <svg class="chart" aria-hidden="true">
      <line class="hatch" x1={percent(from)} x2={percent(to)} y1="50%" y2="50%" />
      <rect class="bar hatched" x={percent(from)} width={percent(to - from)} height="100%" />
      <rect class={`bar ${tone}`} width={percent(from)} height="100%" />
      <line class="baseline" y1="-15%" y2="115%" />
      {second === Infinity && (
        <svg class="arrow" x="100%" width="12" height="100%" viewBox="0 0 1 1" preserveAspectRatio="none">
          <path d="M0 0 1 .5 0 1z" />
        </svg>
      )}
    </svg>
  );
}
