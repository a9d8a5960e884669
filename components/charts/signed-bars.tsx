import { percent, roundLimit } from './scale.ts';

export type Tone = 'solid' | 'dashed' | 'even' | 'plan';

interface Props {
  readonly values: readonly number[];
  readonly tones: readonly Tone[];
  /** Columns of the figure above; there is one value fewer where a value belongs to the gap after a column. */
  readonly columns: number;
  readonly scale: SignedScale;
}

export interface SignedScale {
  /** The value at the upper edge. */
  readonly limit: number;
  /** Where zero stands, as a share of the height from the top. */
  readonly zero: number;
}

/** A scale on which every finite value fits. Signed values keep two fifths below zero, so that zero does not wander. */
export function signedScale(values: readonly number[], signed: boolean): SignedScale {
  const finite = values.filter(Number.isFinite);
  const below = signed ? 1.5 * Math.max(0, ...finite.map((value) => -value)) : 0;
  return { limit: roundLimit(Math.max(0, below, ...finite)), zero: signed ? 0.6 : 1 };
}

/** One bar a column, up or down from zero; an infinite one runs to the edge and is left open there. */
export function SignedBars({ values, tones, columns, scale: { limit, zero } }: Props) {
  const between = values.length < columns;
  return (
    <svg class="chart" aria-hidden="true">
      {values.map((value, x) => {
        const length = value === Infinity ? zero : (Math.abs(value) / limit) * zero;
        const start = between ? x + 0.5 : x + 0.3;
        return (
          <rect
            key={x}
            class={`bar ${tones[x]!}${value === Infinity ? ' endless' : ''}`}
            x={percent(start / columns)}
            width={percent((between ? 1 : 0.4) / columns)}
            y={percent(value < 0 ? zero : zero - length)}
            height={percent(length)}
          />
        );
      })}
      <line class="baseline" x1="0" x2="100%" y1={percent(zero)} y2={percent(zero)} />
    </svg>
  );
}
