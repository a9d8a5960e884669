/** How finely paths are written: in shares of the box, as integers of so many parts. */
const parts = 10_000;

export interface Point {
  /** Shares of the box, x from the left and y from the bottom. */
  readonly x: number;
  readonly y: number;
}

const place = ({ x, y }: Point): string => `${Math.round(x * parts)} ${Math.round((1 - y) * parts)}`;

/** A path through the points; a point that is not finite interrupts it. */
export function pathOf(points: readonly Point[]): string {
  let path = '';
  let pen = false;
  for (const point of points) {
    const drawn = Number.isFinite(point.x) && Number.isFinite(point.y);
    if (drawn) path += `${pen ? 'L' : 'M'}${place(point)}`;
    pen = drawn;
  }
  return path;
}

interface Props {
  readonly points: readonly Point[];
  /** The class that gives it its colour and its pattern of dashes. */
  readonly tone: string;
  /** Fills the area down to this share of the height. */
  readonly down?: number;
}

/** A curve in shares of the box. It may leave the box above and below, and is cut off there. */
export function Curve({ points, tone, down }: Props) {
  const path = pathOf(points);
  const ends = [points.at(-1), points[0]].filter((point) => point !== undefined);
  const back = down === undefined ? '' : ends.map(({ x }) => `L${place({ x, y: down })}`).join('') + 'Z';
  return (
    <svg class="cut" width="100%" height="100%" viewBox={`0 0 ${parts} ${parts}`} preserveAspectRatio="none">
      <path class={`${down === undefined ? 'curve' : 'area'} ${tone}`} d={path + back} />
    </svg>
  );
}
