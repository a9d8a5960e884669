import { percent } from './scale.ts';

interface Props {
  /** Heights from 0 to 1; the solid bars and the dashed outlines beside them. */
  readonly solid: readonly number[];
  readonly dashed: readonly number[];
  /** A dotted level across each pair of bars. */
  readonly dotted?: { readonly name: string; readonly levels: readonly number[] } | undefined;
  /** Pairs of bars to be framed. */
  readonly framed?: readonly number[];
}

/** Where the bars of a column stand in it, as shares of its width. */
const left = { solid: 0.13, dashed: 0.53 };
const width = 0.34;

/** Two bars a column, on a scale from 0 to 1. Drawn in shares of the box, which the style sheet sizes. */
export function PairedBars({ solid, dashed, dotted, framed = [] }: Props) {
  const columns = solid.length;
  const bar = (kind: 'solid' | 'dashed') => (height: number, x: number) => (
    <rect
      key={kind + x}
      class={`bar ${kind}`}
      x={percent((x + left[kind]) / columns)}
      width={percent(width / columns)}
      y={percent(1 - height)}
      height={percent(height)}
    />
  );
  return (
    <svg class="chart" aria-hidden="true">
      <line class="halfway" x1="0" x2="100%" y1="50%" y2="50%" />
      {framed.map((x) => {
        const height = Math.max(solid[x]!, dashed[x]!);
        return (
          <rect
            key={`frame${x}`}
            class="frame"
            x={percent((x + 0.07) / columns)}
            width={percent(0.86 / columns)}
            y={percent(1 - height)}
            height={percent(height)}
          />
        );
      })}
      {solid.map(bar('solid'))}
      {dashed.map(bar('dashed'))}
      {dotted?.levels.map((level, x) => (
        <line
          key={`dots${x}`}
          class="dotted"
          x1={percent((x + 0.07) / columns)}
          x2={percent((x + 0.93) / columns)}
          y1={percent(1 - level)}
          y2={percent(1 - level)}
        />
      ))}
      {dotted && (
        <text class="dotted-name" x="100%" y={percent(1 - dotted.levels.at(-1)!)}>
          {dotted.name}
        </text>
      )}
      <line class="baseline" x1="0" x2="100%" y1="100%" y2="100%" />
    </svg>
  );
}
