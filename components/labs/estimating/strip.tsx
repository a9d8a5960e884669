import { Curve } from '../../charts/curve.tsx';
import { along } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { places, samples, type Size } from './kinds.ts';
import type { Estimates } from './run.ts';
import { log10, type Scale, sizeAxis } from './scales.ts';

/** Dots stand at integers of so many parts of the box, this far apart from left to right: so a path of them is short. */
const parts = 1000;
const aside = 2;

export const acrossOf = (size: Size): number => along(sizeAxis, log10(Number(size)));

const valueOf = (estimate: number | null): number => (estimate === null ? Infinity : estimate / 10 ** places);
const levelOf = (value: number, { up, heightOf }: Scale): number => 1 - along(up, heightOf(value));

/** Points without length, with round ends. */
function dotsOf(from: number, levels: readonly number[]): string {
  const steps = levels.map((level, k) =>
    k === 0 ? `M${from} ${level}h0` : `m${aside} ${level - levels[k - 1]!}h0`,
  );
  return steps.join('');
}

interface Props {
  readonly size: Size;
  readonly estimates: Estimates;
  readonly scale: Scale;
}

/** A dot for each estimate, a ring around the first one, and how far they are spread around their mean. */
export function Strip({ size, estimates, scale }: Props) {
  const from = Math.round(parts * acrossOf(size)) - ((samples - 1) * aside) / 2;
  const levels = estimates.map((estimate) => Math.round(parts * levelOf(valueOf(estimate), scale)));
  const spread = spreadOf(estimates);
  const x = percent(acrossOf(size));
  const level = (value: number): string => percent(levelOf(value, scale));
  return (
    <>
      <svg
        class="cut"
        width="100%"
        height="100%"
        viewBox={`0 0 ${parts} ${parts}`}
        preserveAspectRatio="none"
      >
        <path class="dots" d={dotsOf(from, levels)} />
      </svg>
      <circle class="dot first-sample" cx={percent(from / parts)} cy={percent(levels[0]! / parts)} r="3" />
      {spread && <line class="spread" x1={x} x2={x} y1={level(spread.from)} y2={level(spread.to)} />}
    </>
  );
}

/** One standard deviation to either side of the mean, of what is finite. */
function spreadOf(estimates: Estimates): { readonly from: number; readonly to: number } | undefined {
  const values = estimates.filter((value) => value !== null).map(valueOf);
  if (values.length < 2) return undefined;
  const mean = meanOf(estimates)!;
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0);
  const deviation = Math.sqrt(squares / (values.length - 1));
  return { from: mean - deviation, to: mean + deviation };
}

export function meanOf(estimates: Estimates): number | undefined {
  const values = estimates.filter((value) => value !== null);
  if (values.length === 0) return undefined;
  return values.reduce((sum, value) => sum + value, 0) / (values.length * 10 ** places);
}

/** The means of what is finite, from size to size. */
export const Means = ({
  of,
  sizes,
  scale,
  tone,
}: {
  readonly of: readonly Estimates[];
  readonly sizes: readonly Size[];
  readonly scale: Scale;
  readonly tone: string;
}) => (
  <Curve
    tone={tone}
    points={of.flatMap((estimates, k) => {
      const mean = meanOf(estimates);
      if (mean === undefined) return [];
      return [{ x: acrossOf(sizes[k]!), y: along(scale.up, scale.heightOf(mean)) }];
    })}
  />
);
