import { dot, nearestCombination, norm, type Vector } from './small-least-squares.ts';

/** Vectors that are this near a plane span it: the direction across is rounding. */
const FLAT = 1e-10;

/**
 * The outcomes that some P with Σ p(x) g(x) = 0 gives mass; empty if there is no such P.
 *
 * If minus the mean of the vectors g(x) is a combination of them with coefficients ≥ 0, all outcomes are such. If not, what is
 * left of it is a vector r with r·g(x) ≤ 0 for all x and < 0 for some, which then no P can give mass: they are taken out, and
 * so on. Each round lowers the dimension that the vectors span.
 *
 * @param vectors g(x), each coordinate at most 2 in size
 * @param tolerance distances below it are rounding
 * @see borwein-wolkowicz-1981 on facial reduction
 */
export function feasibleFace(
  vectors: readonly Vector[],
  outcomes: readonly number[],
  tolerance: number,
): readonly number[] {
  let face = outcomes;
  while (face.length > 0) {
    const d = vectors[face[0]!]!.length;
    const target = new Float64Array(d);
    for (const x of face) for (let j = 0; j < d; j++) target[j]! -= vectors[x]![j]! / face.length;
    const rest = restOfNearest(
      face.map((x) => vectors[x]!),
      target,
      tolerance,
    );
    const size = norm(rest);
    if (size <= tolerance || size <= FLAT) return face;
    const kept = face.filter((x) => dot(rest, vectors[x]!) / size > -tolerance);
    if (kept.length === face.length) return face;
    face = kept;
  }
  return face;
}

/**
 * target − Σ c(x) g(x) of least size over c ≥ 0.
 *
 * @see lawson-hanson-1974, chapter 23
 */
function restOfNearest(vectors: readonly Vector[], target: Vector, tolerance: number): Vector {
  let active: number[] = [];
  let weights = new Float64Array(0);
  let rest = target;
  for (let round = 0; round < 100 + 10 * target.length; round++) {
    let entering = -1;
    let steepest = tolerance * 0.1;
    vectors.forEach((g, x) => {
      const slope = dot(rest, g);
      if (slope > steepest && !active.includes(x)) [entering, steepest] = [x, slope];
    });
    if (entering < 0) return rest;
    active = [...active, entering];
    weights = Float64Array.of(...weights, 0);
    for (;;) {
      const wanted = nearestCombination(
        active.map((x) => vectors[x]!),
        target,
      );
      // As far towards it as all weights stay ≥ 0.
      let way = 1;
      wanted.forEach((w, i) => {
        if (w > 0) return;
        const part = weights[i]! / (weights[i]! - w);
        if (!(part >= way)) way = part;
      });
      weights = weights.map((w, i) => w + way * (wanted[i]! - w));
      if (way === 1) break;
      const kept = active.map((_, i) => wanted[i]! > 0 || weights[i]! > 1e-15);
      active = active.filter((_, i) => kept[i]);
      weights = weights.filter((_, i) => kept[i]);
      if (active.length === 0) break;
    }
    const next = target.slice();
    active.forEach((x, i) => {
      for (let j = 0; j < next.length; j++) next[j]! -= weights[i]! * vectors[x]![j]!;
    });
    if (norm(next) >= norm(rest)) return rest;
    rest = next;
  }
  return rest;
}
