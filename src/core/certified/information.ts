import { crossEntropy } from '../cross-entropy.ts';
import type { DoubleDouble } from '../double-double.ts';
import { multiplyByPower } from '../elementary/arithmetic.ts';
import { entropy } from '../entropy.ts';
import { pairOf } from '../pair.ts';
import { massesBehind, type Masses, type Pmf } from '../pmf.ts';
import { crossEntropyTerms, entropyTerms } from '../terms.ts';
import { addTo, exactSum, leading, type ExactSum } from './exact-sum.ts';
import { certified, type Certified, type Refined } from './refined.ts';
import { LIFT } from './outcomes.ts';
import { overTotal } from './sums.ts';
import { timesLogRatio } from './terms.ts';

const ZERO: DoubleDouble = { hi: 0, lo: 0 };

/** H(P) in nats, with its error bound and its double-double. See `entropy`. */
export function certifiedEntropy(p: Pmf): Certified {
  const masses = massesBehind('certifiedEntropy', 'p', p);
  return certified(entropy(p), 7, () => meanSurprisal(masses, masses));
}

/** H(P, Q) in nats, with its error bound and its double-double. See `crossEntropy`. */
export function certifiedCrossEntropy(p: Pmf, q: Pmf): Certified {
  const pair = pairOf('certifiedCrossEntropy', p, q);
  return certified(crossEntropy(p, q), 8, () => meanSurprisal(pair.p, pair.q));
}

/** −p(x) log p(x) of each outcome. See `entropyTerms`. */
export function certifiedEntropyTerms(p: Pmf): Certified[] {
  const masses = massesBehind('certifiedEntropyTerms', 'p', p);
  const term = surprisalTerms(masses, masses);
  return Array.from(entropyTerms(p), (value, x) => certified(value, 9, () => term.at(x)));
}

/** −p(x) log q(x) of each outcome. See `crossEntropyTerms`. */
export function certifiedCrossEntropyTerms(p: Pmf, q: Pmf): Certified[] {
  const pair = pairOf('certifiedCrossEntropyTerms', p, q);
  const term = surprisalTerms(pair.p, pair.q);
  return Array.from(crossEntropyTerms(p, q), (value, x) => certified(value, 9, () => term.at(x)));
}

function meanSurprisal(p: Masses, q: Masses): Refined {
  const terms = surprisalTerms(p, q);
  const sum: ExactSum = [];
  for (let x = 0; x < p.values.length; x++) {
    const { hi, lo } = terms.lifted(x);
    if (hi === Infinity) return { hi, lo: 0, exponent: 0 };
    addTo(sum, hi);
    addTo(sum, lo);
  }
  return overTotal(leading(sum), terms.total());
}

interface SurprisalTerms {
  /** p(x) log(1/q(x)), times the total of p and the lift. */
  readonly lifted: (x: number) => DoubleDouble;
  readonly total: () => DoubleDouble;
  readonly at: (x: number) => Refined;
}

interface Totals {
  readonly p: DoubleDouble;
  readonly q: DoubleDouble;
  readonly exactQ: ExactSum;
}

function totalsOf(p: Masses, q: Masses): Totals {
  const exactQ = exactSum(q.values);
  return { p: leading(exactSum(p.values)), q: leading(exactQ), exactQ };
}

function surprisalTerms(p: Masses, q: Masses): SurprisalTerms {
  let totals: Totals | undefined;
  const known = () => (totals ??= totalsOf(p, q));
  const lifted = (x: number): DoubleDouble => {
    const mass = p.values[x]!;
    const other = q.values[x]!;
    if (mass === 0) return ZERO;
    if (other === 0) return { hi: Infinity, lo: 0 };
    const { q: whole, exactQ } = known();
    // What the other outcomes have, exactly: the logarithm of a mass near the whole comes from it.
    const rest = exactQ.slice();
    addTo(rest, -other);
    return timesLogRatio(
      { hi: mass * LIFT, lo: 0 },
      {
        a: multiplyByPower(whole, LIFT),
        b: { hi: other * LIFT, lo: 0 },
        d: multiplyByPower(leading(rest), LIFT),
      },
    );
  };
  const total = () => known().p;
  return { lifted, total, at: (x) => overTotal(lifted(x), total()) };
}
