import { fromWeights, type Pmf } from '../../../src/core/index.ts';
import { lcg } from '../reference.ts';

/** Inputs of a fuzz: ordinary, nearly equal, over hundreds of decades, subnormal, with zeros. */
export function draws(seed: number) {
  const next = lcg(seed);
  const unit = (): number => next() / 2 ** 32;
  const below = (count: number): number => (next() >>> 8) % count;
  /** 10 to the power of a number between ±decades. */
  const scale = (decades: number): number => 10 ** (decades * (2 * unit() - 1));

  const masses: readonly (() => number)[] = [
    unit,
    () => 0,
    () => next() >>> 24,
    () => 2 ** -Math.floor(unit() * 1000),
    () => 5e-324 * (next() >>> 12),
    () => 1 + 2 ** -52 * (next() >>> 30),
    () => 10 ** (-300 * unit()),
  ];

  const weights = (n: number): number[] => {
    const kind = next() >>> 28;
    const w = Array.from({ length: n }, () => masses[kind < 4 ? 0 : (next() >>> 16) % masses.length]!());
    const most = Math.max(...w);
    if (most < 1e-10) w[0] = 1;
    const least = Math.max(...w) * 1e-310;
    return w.map((x) => (x < least ? 0 : x));
  };

  /** Weights next to others, by a few last places up to a ten-thousandth, or the same times a constant. */
  const beside = (w: readonly number[]): number[] => {
    const size = [2 ** -52, 1e-14, 1e-8, 1e-4, 0][(next() >>> 16) % 5]!;
    const factor = size === 0 ? 3 : 1;
    return w.map((x) => (x < 1e-300 ? x : x * factor * (1 + size * (unit() - 0.5))));
  };

  /** A number nearly the same, or another. */
  const near = (x: number, other: () => number): number =>
    below(2) ? other() : x * (1 + [2 ** -52, 1e-14, 1e-8, 1e-4, 0][below(5)]! * (unit() - 0.5));

  /** Two pmfs on up to eight outcomes, one time in three nearly equal. */
  const pair = (): [Pmf, Pmf] => {
    const w = weights(1 + (next() >>> 29));
    return [fromWeights(w), fromWeights(below(3) === 0 ? beside(w) : weights(w.length))];
  };

  /** Up to six points of some dimension, of one size or of any, some of them equal. */
  const points = (dimension: number): number[][] => {
    const size = below(2) ? 1 : scale(100);
    const made = Array.from({ length: 1 + below(6) }, () =>
      Array.from({ length: dimension }, () => (below(3) ? size * (unit() - 0.5) : Math.round(4 * unit()))),
    );
    return below(3) ? made : [...made, made[0]!];
  };

  /** Points next to others. */
  const moved = (from: readonly number[][]): number[][] =>
    from.map((point) => point.map((x) => near(x, () => x)));

  return { next, unit, below, scale, weights, beside, near, pair, points, moved };
}

export type Draws = ReturnType<typeof draws>;

/** The product of a random matrix and its transpose. */
export const covariance = ({ unit }: Draws, d: number): number[][] => {
  const root = Array.from({ length: d }, () => Array.from({ length: d + 1 }, () => unit() - 0.5));
  return root.map((row) => root.map((other) => row.reduce((sum, v, k) => sum + v * other[k]!, 0)));
};
