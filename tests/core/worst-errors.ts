import {
  certifiedJeffreysDivergence,
  certifiedJensenShannonDistance,
  certifiedJensenShannonDivergence,
  certifiedJensenShannonTerms,
  certifiedKlDivergence,
  certifiedKlTerms,
  certifiedTotalVariationDistance,
  certifiedTotalVariationTerms,
} from '../../src/core/certified/divergences.ts';
import {
  certifiedCrossEntropy,
  certifiedCrossEntropyTerms,
  certifiedEntropy,
  certifiedEntropyTerms,
} from '../../src/core/certified/information.ts';
import { outcomesOf, type Outcome } from '../../src/core/certified/outcomes.ts';
import { certified, type Certified } from '../../src/core/certified/refined.ts';
import { meanOfTerms } from '../../src/core/certified/sums.ts';
import { certifiedWassersteinDistance } from '../../src/core/certified/wasserstein.ts';
import { add, divide, type DoubleDouble } from '../../src/core/double-double.ts';
import { multiply, multiplyByPower, squareRoot } from '../../src/core/elementary/arithmetic.ts';
import {
  fromWeights,
  hellingerDistance,
  pointsOnLine,
  squaredHellingerDivergence,
  type Pmf,
} from '../../src/core/index.ts';
import { massesBehind } from '../../src/core/pmf.ts';
import { seededRandom } from '../../src/core/random.ts';

/** ½ (√a − √b)² = ½ (d/(√a + √b))² */
function hellingerTerm({ a, b, d }: Outcome): DoubleDouble {
  if (a.hi === 0 || b.hi === 0) return multiplyByPower(add(a, b), 0.5);
  const root = divide(d, add(squareRoot(a), squareRoot(b)));
  return multiplyByPower(multiply(root, root), 0.5);
}

/** The squared Hellinger divergence or its root, with the bound of its comment and its double-double. */
function hellinger(p: Pmf, q: Pmf, isRoot: boolean): Certified {
  const refine = () => {
    const outcomes = outcomesOf(massesBehind('test', 'p', p), massesBehind('test', 'q', q));
    const squared = meanOfTerms(outcomes, hellingerTerm);
    return isRoot && squared.exponent === 0 ? { ...squareRoot(squared), exponent: 0 } : squared;
  };
  return isRoot
    ? certified(hellingerDistance(p, q), 6, refine)
    : certified(squaredHellingerDivergence(p, q), 9, refine);
}

/** Every quantity whose error is bounded in advance, as one or more certified numbers of a pair. */
export const bounded: Readonly<Record<string, (p: Pmf, q: Pmf) => readonly Certified[]>> = {
  entropy: (p) => [certifiedEntropy(p)],
  'cross-entropy': (p, q) => [certifiedCrossEntropy(p, q)],
  KL: (p, q) => [certifiedKlDivergence(p, q)],
  Jeffreys: (p, q) => [certifiedJeffreysDivergence(p, q)],
  JSD: (p, q) => [certifiedJensenShannonDivergence(p, q)],
  'root of JSD': (p, q) => [certifiedJensenShannonDistance(p, q)],
  TV: (p, q) => [certifiedTotalVariationDistance(p, q)],
  W1: (p, q) => [
    certifiedWassersteinDistance(
      pointsOnLine(
        p.map((_, x) => x / 3),
        p,
      ),
      pointsOnLine(
        q.map((_, x) => x / 3),
        q,
      ),
    ),
  ],
  'H²': (p, q) => [hellinger(p, q, false)],
  Hellinger: (p, q) => [hellinger(p, q, true)],
  'terms of entropy': (p) => certifiedEntropyTerms(p),
  'terms of cross-entropy': certifiedCrossEntropyTerms,
  'terms of KL': certifiedKlTerms,
  'terms of JSD': certifiedJensenShannonTerms,
  'terms of TV': certifiedTotalVariationTerms,
};

/** |value − truth| in units of 2⁻⁵³ |truth|, less what the absolute bound allows; 0 where the double is not relied on. */
export function unitsOff({ value, absoluteErrorBound, refine }: Certified): number {
  if (!(value >= 1e-20 || value <= -1e-20) || Math.abs(value) === Infinity) return 0;
  const { hi, lo, exponent } = refine();
  if (exponent !== 0 || hi === 0) return value === hi ? 0 : Infinity;
  const off = Math.abs(value - hi - lo) - absoluteErrorBound;
  return Math.max(0, off / Math.abs(hi)) * 2 ** 53;
}

type Weights = readonly [Float64Array, Float64Array];

/**
 * A hill climb towards the pair for which `quantity` errs most: from many random pairs of hard kinds, changing one mass at a
 * time by some of its last bits or by much. Returns the error found and its pair.
 */
export function worstError(
  quantity: (p: Pmf, q: Pmf) => readonly Certified[],
  { seed, starts, steps }: { seed: number; starts: number; steps: number },
): { units: number; pair: Weights } {
  const random = seededRandom(seed);
  const errorOf = ([p, q]: Weights) =>
    quantity(fromWeights(p), fromWeights(q)).reduce((most, number) => Math.max(most, unitsOff(number)), 0);
  let worst = { units: -1, pair: startOf(random, 0) };
  for (let start = 0; start < starts; start++) {
    let pair = startOf(random, start);
    let units = errorOf(pair);
    for (let step = 0; step < steps; step++) {
      const changed = mutated(random, pair);
      const error = errorOf(changed);
      if (error >= units) [pair, units] = [changed, error];
    }
    if (units > worst.units) worst = { units, pair };
  }
  return worst;
}

type Source = ReturnType<typeof seededRandom>;

function startOf({ uniform, below }: Source, start: number): Weights {
  const n = 2 + below(5);
  const kind = start % 7;
  const p = Float64Array.from({ length: n }, () => uniform() + 2 ** -20);
  const q = p.map((mass, x) => {
    if (kind === 0) return uniform() + 2 ** -20;
    if (kind === 1) return mass * (1 + (uniform() - 0.5) * 2 ** -below(30));
    // Ratios at the edges of the branches: 2, ½, 3, ⅓, 6, with a last bit or so beside them.
    if (kind === 2)
      return mass * [0.5, 2, 3, 1 / 3, 5.82842712474619, 1][below(6)]! * (1 + (below(9) - 4) * 2 ** -52);
    if (kind === 3) return mass * 2 ** (below(40) - 20);
    return x === 0 ? mass * 2 ** 30 : mass;
  });
  if (kind < 5) return [p, q];
  // Totals that are equal, or differ by rounding: the other masses, in another order, a few of them split anew.
  for (const side of [p, q]) side.set(side.map((mass) => Math.ceil(mass * 2 ** 40)));
  q.set(p.toReversed());
  for (let i = 0; i < n - 1; i += 2) {
    const both = q[i]! + q[i + 1]!;
    q[i] = kind === 5 ? Math.ceil((both - 1) * uniform()) : Math.ceil(q[i]! * (1 - 2 ** -below(30)));
    q[i + 1] = both - q[i]!;
  }
  return [p, q];
}

function mutated({ uniform, below }: Source, [p, q]: Weights): Weights {
  const changed: Weights = [p.slice(), q.slice()];
  const side = changed[below(2)]!;
  const x = below(side.length);
  const step = side[x]! * (uniform() - 0.5) * 2 ** -below(52);
  side[x]! += step;
  // Half of the steps keep the total, but for rounding.
  const y = below(side.length);
  if (below(2) === 0 && y !== x && side[y]! > step) side[y]! -= step;
  return changed;
}
