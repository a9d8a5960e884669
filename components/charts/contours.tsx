import { contours } from 'd3-contour';

/** Values on a grid of points that spans the box: row by row from the bottom, each row from the left. */
export interface Field {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float64Array;
}

/** A function of two shares of the box, from its left and from its bottom, on a grid. Infinity becomes the largest double. */
export function fieldOf(columns: number, rows: number, of: (x: number, y: number) => number): Field {
  const values = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = of(column / (columns - 1), row / (rows - 1));
      values[row * columns + column] = value === Infinity ? Number.MAX_VALUE : value;
    }
  }
  return { columns, rows, values };
}

const parts = 10_000;

type Ring = readonly (readonly [x: number, y: number])[];

/** The rings around where a field is at least `level`, in shares of the box; along its edge they run just outside of it. */
function rings({ columns, rows, values }: Field, level: number): Ring[] {
  const shape = contours()
    .size([columns, rows])
    .contour(values as unknown as number[], level);
  // The points of the grid are the centres of the library's cells.
  return shape.coordinates
    .flat()
    .map((ring) =>
      ring.map(
        ([column = 0, row = 0]) => [(column - 0.5) / (columns - 1), (row - 0.5) / (rows - 1)] as const,
      ),
    );
}

const place = ([x, y]: Ring[number]): string => `${Math.round(x * parts)} ${Math.round((1 - y) * parts)}`;
const isInside = ([x, y]: Ring[number]): boolean => x >= 0 && x <= 1 && y >= 0 && y <= 1;

/** The lines at which the field passes the level; the edge of the box is no part of them. */
function linePath(ring: Ring): string {
  let pen = false;
  return ring.reduce((path, point) => {
    const move = isInside(point) ? `${pen ? 'L' : 'M'}${place(point)}` : '';
    pen = isInside(point);
    return path + move;
  }, '');
}

interface Props {
  readonly field: Field;
  readonly levels: readonly number[];
  /** The class that gives the lines their colour. */
  readonly tone: string;
}

/** The level lines of a field over the box; the higher, the darker. */
export function Contours({ field, levels, tone }: Props) {
  const shapes = levels.map((level) => rings(field, level));
  return (
    <svg class="cut" width="100%" height="100%" viewBox={`0 0 ${parts} ${parts}`} preserveAspectRatio="none">
      {shapes.map((shape, k) => (
        <path
          key={`region${levels[k]!}`}
          class="region"
          fill-rule="evenodd"
          d={shape.map((ring) => `M${ring.map(place).join('L')}Z`).join('')}
        />
      ))}
      {shapes.map((shape, k) => (
        <path key={levels[k]} class={`level ${tone}`} d={shape.map(linePath).join('')} />
      ))}
    </svg>
  );
}
