/** The divergences that few readers ask for at first: one module, fetched when one of them is chosen. */
import { bhattacharyyaDivergence } from '../../../src/core/divergences/bhattacharyya-divergence.ts';
import {
  chiSquaredDivergence,
  neymanChiSquaredDivergence,
} from '../../../src/core/divergences/chi-squared-divergence.ts';
import { geometricJensenShannonDivergence } from '../../../src/core/divergences/geometric-jensen-shannon-divergence.ts';
import {
  hellingerDistance,
  squaredHellingerDivergence,
} from '../../../src/core/divergences/hellinger-distance.ts';
import { renyiDivergence } from '../../../src/core/divergences/renyi-divergence.ts';
import { triangularDiscrimination } from '../../../src/core/divergences/triangular-discrimination.ts';
import type { Pmf } from '../../../src/core/pmf.ts';
import { pointsOnLine, type WeightedPoints } from '../../../src/core/points-on-line.ts';
import { wassersteinDistance } from '../../../src/core/wasserstein-distance.ts';

/** Outcomes in a row, one step apart. */
export const onLine = (p: Pmf): WeightedPoints =>
  pointsOnLine(
    p.map((_, x) => x),
    p,
  );

type Value = (p: Pmf, q: Pmf) => number;
const renyi =
  (order: number): Value =>
  (p, q) =>
    renyiDivergence(p, q, order);

export const late = {
  hellinger: hellingerDistance,
  hellingerSq: squaredHellingerDivergence,
  triangular: triangularDiscrimination,
  chiSq: chiSquaredDivergence,
  neyman: neymanChiSquaredDivergence,
  bhattacharyya: bhattacharyyaDivergence,
  renyi0: renyi(0),
  renyiHalf: renyi(0.5),
  renyi2: renyi(2),
  geometric: (p, q) => geometricJensenShannonDivergence(p, q),
  wasserstein: (p, q) => wassersteinDistance(onLine(p), onLine(q)),
} as const satisfies Readonly<Record<string, Value>>;
