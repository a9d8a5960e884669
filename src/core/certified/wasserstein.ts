import { sumError, type DoubleDouble } from '../double-double.ts';
import { multiply, multiplyByPower } from '../elementary/arithmetic.ts';
import { powerOfTwo } from '../logarithm.ts';
import { sortedPointsBehind, type SortedPoints, type WeightedPoints } from '../points-on-line.ts';
import { earthMoversDistance, wassersteinTerms } from '../earth-movers-distance.ts';
import { addProductTo, addTo, exactSum, isSame, leading, type ExactSum } from './exact-sum.ts';
import { LIFT } from './outcomes.ts';
import { certified, refined, type Certified, type Refined } from './refined.ts';
import { overTotal } from './sums.ts';
import { exponentOf } from './terms.ts';

const TOTALS_ERROR = 4.930380657631324e-32; // 2⁻¹⁰⁴

/** W₁(μ, ν), with its error bound and its double-double. See `earthMoversDistance`. */
export function certifiedWassersteinDistance(mu: WeightedPoints, nu: WeightedPoints): Certified {
  const value = earthMoversDistance(mu, nu);
  const a = sortedPointsBehind('certifiedWassersteinDistance', 'mu', mu);
  const b = sortedPointsBehind('certifiedWassersteinDistance', 'nu', nu);
  return certified(value, 8, () => sumOfGaps(flows(a, b)), absoluteError(a, b));
}

/** The cost of each gap, from left to right; they sum to W₁. See `wassersteinTerms`. */
export function certifiedWassersteinTerms(mu: WeightedPoints, nu: WeightedPoints): Certified[] {
  const terms = wassersteinTerms(mu, nu);
  const a = sortedPointsBehind('certifiedWassersteinTerms', 'mu', mu);
  const b = sortedPointsBehind('certifiedWassersteinTerms', 'nu', nu);
  let known: Flows | undefined;
  return terms.map(({ cost }, i) => {
    const refine = () => costOf((known ??= flows(a, b)), i);
    return certified(cost, 8, refine, absoluteError(a, b));
  });
}

/**
 * The doubles: F − G 1 u, the gap 1 u, their product 1 u, the sum 1 u, the scale 3 u and the division 1 u: 8 u.
 * Totals are known to 106 bits: n · 2⁻¹⁰⁴ of mass × span.
 */
function absoluteError({ positions: x }: SortedPoints, { positions: y }: SortedPoints): number {
  const n = x.length + y.length;
  const from = x[0]! < y[0]! ? x[0]! : y[0]!;
  const to = x.at(-1)! > y.at(-1)! ? x.at(-1)! : y.at(-1)!;
  return n * TOTALS_ERROR * (to - from);
}

interface Flows {
  /** Of each gap of positive length: its ends, and |F − G| · 2⁵⁰⁰ · total. */
  readonly gaps: readonly { readonly from: number; readonly to: number; readonly flow: DoubleDouble }[];
  readonly total: DoubleDouble;
}

/** |F − G| on every gap, exact sums rounded once. */
function flows(a: SortedPoints, b: SortedPoints): Flows {
  const totalA = exactSum(a.masses);
  const totalB = exactSum(b.masses);
  const same = isSame(totalA, totalB);
  const [partsA, partsB] = same ? [[1], [1]] : [totalA, totalB];
  const flow: ExactSum = [];
  const gaps: { from: number; to: number; flow: DoubleDouble }[] = [];
  let i = 0;
  let j = 0;
  let last = NaN;
  while (i < a.positions.length || j < b.positions.length) {
    const x = a.positions[i] ?? Infinity;
    const y = b.positions[j] ?? Infinity;
    const position = x < y ? x : y;
    if (position > last) gaps.push({ from: last, to: position, flow: size(leading(flow)) });
    last = position;
    if (x <= y) for (const part of partsB) addProductTo(flow, a.masses[i]! * LIFT, part);
    if (y <= x) for (const part of partsA) addProductTo(flow, b.masses[j]! * LIFT, -part);
    if (x <= y) i++;
    if (y <= x) j++;
  }
  const total = leading(totalA);
  return { gaps, total: same ? total : multiply(total, leading(totalB)) };
}

function sumOfGaps({ gaps, total }: Flows): Refined {
  const largest = gaps.reduce((most, { from, to }) => (to - from > most ? to - from : most), 0);
  if (largest === 0) return { hi: 0, lo: 0, exponent: 0 };
  const exponent = exponentOf(largest);
  const sum: ExactSum = [];
  for (const { from, to, flow } of gaps) {
    const { hi, lo } = multiply(flow, lengthOf(from, to, exponent));
    addTo(sum, hi);
    addTo(sum, lo);
  }
  return scaledBy(overTotal(leading(sum), total), exponent);
}

function costOf({ gaps, total }: Flows, i: number): Refined {
  const { from, to, flow } = gaps[i]!;
  const exponent = exponentOf(to - from);
  return scaledBy(overTotal(multiply(flow, lengthOf(from, to, exponent)), total), exponent);
}

/** (to − from)·2^−exponent */
function lengthOf(from: number, to: number, exponent: number): DoubleDouble {
  const length = to - from;
  const exact = { hi: length, lo: sumError(to, -from, length) };
  const half = exponent >> 1;
  return multiplyByPower(multiplyByPower(exact, powerOfTwo(-half)), powerOfTwo(half - exponent));
}

function scaledBy({ hi, lo, exponent }: Refined, more: number): Refined {
  return refined({ hi, lo }, exponent + more);
}

function size({ hi, lo }: DoubleDouble): DoubleDouble {
  return hi < 0 ? { hi: -hi, lo: -lo } : { hi, lo };
}
