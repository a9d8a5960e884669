/** A function of a pmf on three outcomes; its arguments are proportional to the masses. Finite, also where a divergence is not. */
export type Height = (a: number, b: number, c: number) => number;

/** A point of the triangle by its distances from the three sides, which sum up to the steps of the grid. */
export type Weights = readonly [a: number, b: number, c: number];

/** The values of a function at the points of a triangular grid, with one row of nothing around it. */
export interface SimplexField {
  readonly steps: number;
  /** The least weights that the grid reaches, as shares: zeros where it covers the whole triangle. */
  readonly least: Weights;
  readonly height: Height;
  readonly values: Float64Array;
}

const outside = -Infinity;
const stride = (steps: number): number => steps + 3;
const indexOf = (steps: number, b: number, c: number): number => (c + 1) * stride(steps) + b + 1;

export function simplexField(steps: number, height: Height, least: Weights = [0, 0, 0]): SimplexField {
  const values = new Float64Array(stride(steps) ** 2).fill(outside);
  const field: SimplexField = { steps, least, height, values };
  for (let c = 0; c <= steps; c++) {
    for (let b = 0; b + c <= steps; b++) {
      const index = indexOf(steps, b, c);
      values[index] = height(...weightsAt(field, index));
    }
  }
  return field;
}

/** A side of the triangle has a weight that is 0, exactly. */
function weightsAt({ steps, least }: SimplexField, index: number): Weights {
  const [b, c] = [(index % stride(steps)) - 1, Math.floor(index / stride(steps)) - 1];
  const size = 1 - least[0] - least[1] - least[2];
  return [
    least[0] * steps + size * (steps - b - c),
    least[1] * steps + size * b,
    least[2] * steps + size * c,
  ];
}

/** Whether the field reaches a level on the rim of a grid that is smaller than the triangle. */
export function isCutOff({ steps, least, values }: SimplexField, level: number): boolean {
  const reached = (b: number, c: number): boolean => values[indexOf(steps, b, c)]! >= level;
  for (let k = 0; k <= steps; k++) {
    const rims = [reached(k, steps - k), reached(0, k), reached(k, 0)];
    if (rims.some((rim, side) => rim && least[side]! > 0)) return true;
  }
  return false;
}

const between = (u: Weights, v: Weights, share: number): Weights => [
  u[0] + share * (v[0] - u[0]),
  u[1] + share * (v[1] - u[1]),
  u[2] + share * (v[2] - u[2]),
];

/**
 * Where the field passes `level` between a point that reaches it and one that does not: what is between them is halved as often as
 * `halvings` says, by the value of the function there; then by linear interpolation.
 */
function crossing(field: SimplexField, level: number, from: number, to: number, halvings: number): Weights {
  const { values, height } = field;
  let [start, end] = [weightsAt(field, from), weightsAt(field, to)];
  if (values[to] === outside) return start;
  let [above, below] = [values[from]! - level, values[to]! - level];
  for (let k = 0; k < halvings; k++) {
    const middle = between(start, end, 0.5);
    const value = height(...middle) - level;
    if (value >= 0) [start, above] = [middle, value];
    else [end, below] = [middle, value];
  }
  return between(start, end, above / (above - below));
}

/** The rings around where the field is at least `level`: marching triangles, of which no two cases are alike. Along its sides they follow the triangle. */
export function ringsOf(field: SimplexField, level: number, halvings = 0): readonly (readonly Weights[])[] {
  const { steps, values } = field;
  const size = values.length;
  const inside = Uint8Array.from(values, (value) => (value >= level ? 1 : 0));
  const next = new Map<number, number>();
  const march = (...corners: readonly [number, number, number]): void => {
    const reached = inside[corners[0]]! + inside[corners[1]]! + inside[corners[2]]!;
    if (reached === 0 || reached === 3) return;
    let [entry, exit] = [0, 0];
    for (const [k, u] of corners.entries()) {
      const v = corners[(k + 1) % 3]!;
      // A side is named by its end inside, and then the other one: the same from both of its triangles.
      if (inside[u]! > inside[v]!) exit = u * size + v;
      if (inside[v]! > inside[u]!) entry = v * size + u;
    }
    next.set(exit, entry);
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
      ring.push(crossing(field, level, Math.floor(side / size), side % size, halvings));
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
