/** A function of a pmf on three outcomes; its arguments are proportional to the masses. Finite, also where a divergence is not. */
export type Height = (a: number, b: number, c: number) => number;

/** The values of a function at the points (a, b, c)/steps of the triangle, with one row of nothing around it. */
export interface SimplexField {
  readonly steps: number;
  readonly height: Height;
  readonly values: Float64Array;
}

/** A point of the triangle, in units of a step: its distances from the three sides. */
export type Weights = readonly [a: number, b: number, c: number];

const outside = -Infinity;
const stride = (steps: number): number => steps + 3;
const indexOf = (steps: number, b: number, c: number): number => (c + 1) * stride(steps) + b + 1;

export function simplexField(steps: number, height: Height): SimplexField {
  const values = new Float64Array(stride(steps) ** 2).fill(outside);
  for (let c = 0; c <= steps; c++) {
    for (let b = 0; b + c <= steps; b++) values[indexOf(steps, b, c)] = height(steps - b - c, b, c);
  }
  return { steps, height, values };
}

function weightsAt(steps: number, index: number): Weights {
  const [b, c] = [(index % stride(steps)) - 1, Math.floor(index / stride(steps)) - 1];
  return [steps - b - c, b, c];
}

const between = (u: Weights, v: Weights, share: number): Weights => [
  u[0] + share * (v[0] - u[0]),
  u[1] + share * (v[1] - u[1]),
  u[2] + share * (v[2] - u[2]),
];

/**
 * Where the field passes `level` between a point that reaches it and one that does not: by linear interpolation, and then as
 * often as `refinements` says by a new value of the function there (regula falsi; an end that stays twice counts half: Illinois).
 */
function crossing(
  field: SimplexField,
  level: number,
  from: number,
  to: number,
  refinements: number,
): Weights {
  const { steps, values, height } = field;
  const [u, v] = [weightsAt(steps, from), weightsAt(steps, to)];
  if (values[to] === outside) return u;
  let [above, below] = [values[from]! - level, values[to]! - level];
  let [start, end] = [0, 1];
  let moved = '';
  for (let k = 0; ; k++) {
    const share = start + ((end - start) * above) / (above - below);
    const place = between(u, v, share);
    if (k === refinements) return place;
    const value = height(...place) - level;
    if (value >= 0) {
      if (moved === 'start') below /= 2;
      [start, above, moved] = [share, value, 'start'];
    } else {
      if (moved === 'end') above /= 2;
      [end, below, moved] = [share, value, 'end'];
    }
  }
}

/** The rings around where the field is at least `level`: marching triangles, of which no two cases are alike. Along its sides they follow the triangle. */
export function ringsOf(
  field: SimplexField,
  level: number,
  refinements = 0,
): readonly (readonly Weights[])[] {
  const { steps, values } = field;
  const size = values.length;
  const next = new Map<number, number>();
  const corners = [0, 0, 0];
  const march = (one: number, two: number, three: number): void => {
    [corners[0], corners[1], corners[2]] = [one, two, three];
    let [entry, exit] = [-1, -1];
    for (let k = 0; k < 3; k++) {
      const [u, v] = [corners[k]!, corners[(k + 1) % 3]!];
      const [uIn, vIn] = [values[u]! >= level, values[v]! >= level];
      // A side is named by its end inside, and then the other one: the same from both of its triangles.
      if (uIn && !vIn) exit = u * size + v;
      if (vIn && !uIn) entry = v * size + u;
    }
    if (entry >= 0) next.set(exit, entry);
  };
  for (let c = -1; c <= steps; c++) {
    for (let b = -1; b + c <= steps; b++) {
      const at = indexOf(steps, b, c);
      const up = at + stride(steps);
      march(at, at + 1, up);
      if (b + c < steps) march(at + 1, up + 1, up);
    }
  }
  const rings: Weights[][] = [];
  for (const first of next.keys()) {
    const ring: Weights[] = [];
    for (let side: number | undefined = first; side !== undefined;) {
      ring.push(crossing(field, level, Math.floor(side / size), side % size, refinements));
      const following: number | undefined = next.get(side);
      next.delete(side);
      side = following;
    }
    // The last side is the first one again.
    rings.push(ring.slice(0, -1));
  }
  return rings.filter((ring) => ring.length > 1);
}

/** How finely paths are written: so many parts to a side. */
export const parts = 2000;
export const tall = Math.round((parts * Math.sqrt(3)) / 2);

const place = (steps: number, [, b, c]: Weights): readonly [x: number, y: number] => [
  Math.round((parts * (b + c / 2)) / steps),
  Math.round(tall * (1 - c / steps)),
];

const alongOneSide = (one: Weights, other: Weights): boolean =>
  one.some((weight, k) => weight === 0 && other[k] === 0);

/** A path through the points of a ring: closed, or without the pieces that run along the sides of the triangle. */
export function ringPath(steps: number, ring: readonly Weights[], closed: boolean): string {
  let path = '';
  let at: readonly [number, number] | undefined;
  let last: Weights | undefined;
  for (const point of closed ? ring : [...ring, ring[0]!]) {
    const [x, y] = place(steps, point);
    const drawn = at && (closed || !alongOneSide(last!, point));
    if (!drawn) path += `M${x} ${y}`;
    else if (x !== at![0] || y !== at![1]) path += `l${x - at![0]} ${y - at![1]}`;
    [at, last] = [[x, y], point];
  }
  return closed ? `${path}z` : path.replace(/(M\d+ \d+)+(?=M|$)/g, '');
}
