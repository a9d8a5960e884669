import { inNats } from './approximate.ts';
import type { Trial } from './binding.ts';
import type { Proposition } from './proposition.ts';
import { seeded } from './families.ts';
import type { Instance } from './instance.ts';
import type { Oracle } from './oracle.ts';
import { readGiven } from './rational.ts';
import { between, shapeOf, WAY } from './segment.ts';
import type { Way } from './segment.ts';
import { clearlyFails, differenceOf, supposedIn } from './supposed.ts';
import type { Difference, Supposed } from './supposed.ts';

interface Bracket extends Way {
  readonly low: bigint;
  readonly high: bigint;
}

/** Instances on which one number after the other is moved, values of it, and of the only symbol; pairs of instances. */
const BASES = 4;
const POINTS = 64;
const POINTS_ALONE = 1000;
const PAIRS = 32;
/** Suspects of one equality that are followed to fifty digits. */
const MOST = 3;
/** Halvings of a way in doubles, and those after which a claimed root is told from another one. */
const HALVINGS = 44;
const FIRST_HALVINGS = 14;

/**
 * Instances on which two sides are equal without what the statement claims of such instances: random ones hardly ever hit an
 * equality, but a continuous difference that is positive on one instance and negative on another is zero between them.
 * Found in doubles, then followed to fifty digits.
 */
export function* crossings(proposition: Proposition, trial: Trial, oracle: Oracle): Generator<Instance> {
  for (const supposed of supposedIn(proposition)) {
    const difference = differenceOf(supposed);
    const fails = (instance: Instance, way: Way): boolean =>
      clearlyFails(supposed.claimed, instance, way) && trial.allowed(instance);
    const suspect = (found: Bracket): boolean => fails(between(found, (found.low + found.high) / 2n), found);
    // Where nothing else does, a few unsuspicious ones satisfy the condition: at simple roots, which have all their digits.
    let spare = trial.tried.some((instance) => difference(instance) === 0) ? 0 : MOST;
    let left = MOST;
    const wanted = (found: Bracket): boolean =>
      left > 0 && (suspect(found) || (spare > 0 && isSimple(found, difference)));
    for (const { ways, dips } of [alongAxes(trial, difference), acrossShapes(trial, difference)]) {
      for (const way of ways) {
        const bracket = left > 0 ? crossingOn(way, difference, wanted) : undefined;
        if (!bracket) continue;
        const found = crossingAt50Digits(bracket, supposed, oracle);
        const isSuspect = fails(found, way);
        if (isSuspect) left--;
        else spare--;
        if (isSuspect || (spare >= 0 && trial.allowed(found))) yield found;
      }
      for (const way of dips) {
        const bracket = left > 0 ? touchOn(way, difference) : undefined;
        if (!bracket || !suspect(bracket)) continue;
        left--;
        const found = touchAt50Digits(bracket, supposed, oracle);
        // What doubles cannot tell from zero may be wide, and reach from the root to where the claim clearly fails.
        if (fails(found, way)) yield found;
      }
    }
  }
}

/** Whether the difference goes through zero with a slope, beside the mean one of the way. */
function isSimple({ from, to, low, high }: Bracket, difference: Difference): boolean {
  const step = WAY >> 12n;
  const middle = (low + high) / 2n;
  if (middle < step || middle > WAY - step) return false;
  const at = (place: bigint): number => difference(between({ from, to }, place));
  const rise = Math.abs(at(middle + step) - at(middle - step)) * 2 ** 11;
  return rise > 1e-3 * (Math.abs(at(0n)) + Math.abs(at(WAY)));
}

interface Ways {
  readonly ways: readonly Way[];
  readonly dips: readonly Way[];
}

/** One number after the other is moved through its range, while the rest stays what it is on a few instances. */
function alongAxes({ tried, screened, binding, budget }: Trial, difference: Difference): Ways {
  const ways: Way[] = [];
  const dips: Way[] = [];
  const numbers = [...binding.open].filter(([, type]) => ['probability', 'positive', 'real'].includes(type));
  const alone = binding.open.size === 1;
  const bases = tried.slice(0, alone ? 1 : Math.ceil(BASES * budget.steps));
  const most = Math.ceil((alone ? POINTS_ALONE : POINTS) * Math.max(budget.steps, 0.25));
  for (const [name] of numbers) {
    const drawn = new Set(screened.map(({ environment }) => environment.values[name] as string));
    const sorted = [...drawn].sort((a, b) => readGiven(a) - readGiven(b));
    const count = Math.min(sorted.length, most);
    const values = Array.from({ length: count }, (_, k) => sorted[Math.floor((k * sorted.length) / count)]!);
    for (const base of bases) {
      const at = (value: string): Instance => {
        const { environment, bound } = base;
        return { environment: { ...environment, values: { ...environment.values, [name]: value } }, bound };
      };
      const line = values
        .map(at)
        .map((instance) => ({ instance, value: difference(instance) }))
        .filter(({ value }) => value < 0 || value > 0);
      for (const [k, { instance, value }] of line.entries()) {
        const [before, after] = [line[k - 1], line[k + 1]];
        if (before && before.value < 0 !== value < 0) ways.push({ from: before.instance, to: instance });
        const nearest = [before, after].every(
          (other) => other && other.value / value > 1 && Number.isFinite(value),
        );
        if (nearest) dips.push({ from: before!.instance, to: after!.instance });
      }
    }
  }
  return { ways, dips };
}

/** Instances on opposite sides of an equality, whatever else they differ in. */
function acrossShapes({ tried, screened, binding, budget }: Trial, difference: Difference): Ways {
  const shapes = new Map<string, { above: Instance[]; below: Instance[] }>();
  for (const instance of [...tried, ...screened]) {
    const value = difference(instance);
    if (!(Math.abs(value) > 0)) continue;
    const shape = shapeOf(instance, binding);
    const sides = shapes.get(shape) ?? { above: [], below: [] };
    shapes.set(shape, sides);
    sides[value > 0 ? 'above' : 'below'].push(instance);
  }
  const sides = [...shapes.values()].filter(({ above, below }) => above.length * below.length > 0);
  const each = Math.ceil((PAIRS * budget.steps) / Math.max(1, sides.length));
  const random = seeded(11);
  const some = (of: readonly Instance[]): Instance => of[Math.floor(random() * of.length)]!;
  const ways = sides.flatMap(({ above, below }) =>
    Array.from({ length: Math.min(each, above.length * below.length) }, () => ({
      from: some(below),
      to: some(above),
    })),
  );
  return { ways, dips: [] };
}

/** Halves a way to where doubles cannot tell the sides apart; nothing if they jump past each other, or as is claimed. */
function crossingOn(
  { from, to }: Way,
  difference: Difference,
  wanted: (found: Bracket) => boolean,
): Bracket | undefined {
  let [low, high] = [0n, WAY];
  const start = difference(from);
  const sizes = [Math.abs(start), Math.abs(difference(to))];
  let jumps = false;
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2n;
    const value = difference(between({ from, to }, middle));
    if (Number.isNaN(value)) return undefined;
    if (value === 0) break;
    if (k === FIRST_HALVINGS && !wanted({ from, to, low, high })) return undefined;
    const below = value < 0 === start < 0;
    if (below) low = middle;
    else high = middle;
    sizes[below ? 0 : 1] = Math.abs(value);
    jumps = k === HALVINGS - 1 && Math.max(...sizes) > 1e-6 * Math.abs(start);
  }
  const found = { from, to, low, high };
  return !jumps && wanted(found) ? found : undefined;
}

/** Thirds of a way, to where the difference is least; nothing if that is not zero as far as doubles can tell. */
function touchOn({ from, to }: Way, difference: Difference): Bracket | undefined {
  let [low, high] = [0n, WAY];
  for (let k = 0; k < 2 * HALVINGS; k++) {
    const third = (high - low) / 3n;
    const [a, b] = [low + third, high - third].map((at) => Math.abs(difference(between({ from, to }, at))));
    if (a === 0 || b === 0) return { from, to, low, high };
    if (a! < b!) high -= third;
    else low += third;
  }
  return undefined;
}

const compareAt = (way: Way, at: bigint, { left, right }: Supposed, oracle: Oracle) => {
  const { environment, bound } = between(way, at);
  const [a, b] = [left, right].map((side) => oracle.evaluate(inNats(side), environment, bound));
  return oracle.compare(a!, b!);
};

function crossingAt50Digits(bracket: Bracket, supposed: Supposed, oracle: Oracle): Instance {
  let { low, high } = bracket;
  const start = compareAt(bracket, low, supposed, oracle)?.sign;
  while (high - low > 1n) {
    const middle = (low + high) / 2n;
    const sign = compareAt(bracket, middle, supposed, oracle)?.sign;
    if (sign === 0 || sign === undefined) return between(bracket, middle);
    if (sign === start) low = middle;
    else high = middle;
  }
  return between(bracket, high);
}

function touchAt50Digits(bracket: Bracket, supposed: Supposed, oracle: Oracle): Instance {
  let { low, high } = bracket;
  while (high - low > 3n) {
    const third = (high - low) / 3n;
    const [a, b] = [low + third, high - third].map((at) => compareAt(bracket, at, supposed, oracle));
    if (!a || !b || a.sign === 0) return between(bracket, low + third);
    if (b.sign === 0) return between(bracket, high - third);
    if (Math.abs(a.slack) < Math.abs(b.slack)) high -= third;
    else low += third;
  }
  return between(bracket, low);
}
