import { type Point, pathOf } from './curve.tsx';

/** Values on a grid of points that spans the box: row by row from the bottom, each row from the left. */
export interface Field {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
}

/** The sides of a cell: its corners from the bottom left against the clock, side k between corners k and k + 1. */
const corners = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

/** The lines at a level, each as a row of points: where a line crosses a side of a cell is found by linear interpolation. */
function linesAt({ columns, rows, values }: Field, level: number): readonly (readonly Point[])[] {
  const points = new Map<string, Point>();
  const beside = new Map<string, string[]>();
  const meet = (one: string, other: string): void => {
    beside.set(one, [...(beside.get(one) ?? []), other]);
    beside.set(other, [...(beside.get(other) ?? []), one]);
  };
  const crossing = (column: number, row: number, side: number): string | undefined => {
    const [[dx, dy], [ex, ey]] = [corners[side]!, corners[(side + 1) % 4]!];
    const [a, b] = [(row + dy) * columns + column + dx, (row + ey) * columns + column + ex];
    const [low, high] = a < b ? [a, b] : [b, a];
    if (values[low]! < level === values[high]! < level) return undefined;
    const share = (level - values[low]!) / (values[high]! - values[low]!);
    const along = (of: (index: number) => number): number => of(low) + share * (of(high) - of(low));
    const key = `${low} ${high}`;
    points.set(key, {
      x: along((index) => index % columns) / (columns - 1),
      y: along((index) => Math.floor(index / columns)) / (rows - 1),
    });
    return key;
  };
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const cell = corners.map(([dx, dy]) => values[(row + dy) * columns + column + dx]! < level);
      if (cell.every((below) => below === cell[0])) continue;
      const sides = [0, 1, 2, 3].flatMap((side) => crossing(column, row, side) ?? []);
      for (let k = 0; k + 1 < sides.length; k += 2) meet(sides[k]!, sides[k + 1]!);
    }
  }
  // Lines that end at the edge of the box first; what is left are rings.
  const ends = [...points.keys()].sort((a, b) => beside.get(a)!.length - beside.get(b)!.length);
  const passed = new Set<string>();
  return ends.flatMap((start) => {
    if (passed.has(start)) return [];
    const line = [points.get(start)!];
    let at: string | undefined = start;
    while (at !== undefined) {
      passed.add(at);
      const next: string | undefined = beside.get(at)!.find((key) => !passed.has(key));
      if (next !== undefined) line.push(points.get(next)!);
      else if (beside.get(at)!.includes(start) && line.length > 2) line.push(points.get(start)!);
      at = next;
    }
    return [line];
  });
}

interface Props {
  readonly field: Field;
  readonly levels: readonly number[];
}

/** The level lines of a field over the box. */
export const LevelLines = ({ field, levels }: Props) => (
  <svg class="cut" width="100%" height="100%" viewBox="0 0 10000 10000" preserveAspectRatio="none">
    {levels.map((level) => (
      <path
        key={level}
        class="level plain"
        d={linesAt(field, level)
          .map((line) => pathOf(line))
          .join('')}
      />
    ))}
  </svg>
);
