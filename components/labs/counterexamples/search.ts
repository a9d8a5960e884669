import { seededRandom } from '../../../src/core/random.ts';
import { claimOf, type Letter, type Pmfs, type Question, sides, verdictOf } from './claims.ts';
import { fewest, type Masses, merged, most, over, reduced, total } from './fractions.ts';

/** What is looked for, and from which seed. */
export interface Request {
  readonly question: Question;
  readonly seed: number;
}

export interface Outcome {
  /** Absent where nothing breaks the claim. */
  readonly found?: Pmfs;
  /** Whether all that is smaller was tried, and keeps the claim. */
  readonly smallest: boolean;
}

/** So many choices are drawn at random. */
export const tries = 20_000;
/** Denominators of scattered masses are at most this. */
const finest = 40;
/** So many small ones are tried one after the other, whole sizes of them. */
const smallOnes = 60_000;
/** Units moved in one ascent. */
const mostSteps = 20;

/** Of a bound, one that is broken by a finite value says more than an infinite one. */
interface Aim extends Question {
  readonly finite: boolean;
}

const broken = (aim: Aim, pmfs: Pmfs): boolean =>
  verdictOf(aim, pmfs) === 'broken' && !(aim.finite && sides(aim, pmfs).left === Infinity);

/** Where the claim uses two of them, the third is the second once more. */
const pmfsOf = (all: readonly Masses[]): Pmfs => ({ P: all[0]!, Q: all[1]!, R: all[2] ?? all[1]! });

const size = (all: readonly Masses[]): number => all[0]!.length + total(all[0]!);

/** How clearly the claim is broken, from −1 to 1: the excess of the left side, in the size of both. */
function clarity(aim: Aim, pmfs: Pmfs): number {
  const { left, right } = sides(aim, pmfs);
  if (right === Infinity) return left === Infinity ? -1 : 1;
  if (left === Infinity) return aim.finite ? -1 : 1;
  const excess = (left - right) / (left + right || 1);
  return claimOf(aim.property, pmfs.P.length).relation === 'equal' ? Math.abs(excess) : excess;
}

type Random = ReturnType<typeof seededRandom>;

/** Masses over a denominator, often with zeros. */
function scattered(random: Random, outcomes: number, denominator: number): Masses {
  const masses = new Array<number>(outcomes).fill(0);
  const held = random.permutation(outcomes).slice(0, 1 + random.below(outcomes));
  const cuts = Array.from(held.slice(1), () => random.below(denominator + 1)).sort((a, b) => a - b);
  for (const [k, x] of held.entries()) masses[x] = (cuts[k] ?? denominator) - (cuts[k - 1] ?? 0);
  return masses;
}

/** Half of all draws are scattered; the others are masses of very different sizes, each pmf in an order of its own. */
function drawn(random: Random, outcomes: number, pmfs: number): readonly Masses[] {
  const list = Array.from({ length: pmfs }, (_, k) => k);
  if (random.below(2) === 0) {
    const denominator = 1 + random.below(finest);
    return list.map(() => scattered(random, outcomes, denominator));
  }
  const sizes = Array.from({ length: outcomes }, () => 2 ** random.below(6));
  return list.map(() => Array.from(random.permutation(outcomes), (x) => sizes[x]!));
}

/** One unit moved from an outcome to another one, in one of the pmfs. */
function* neighbours(all: readonly Masses[]): Generator<readonly Masses[]> {
  for (const [k, masses] of all.entries())
    for (const [from, mass] of masses.entries())
      for (let into = 0; mass > 0 && into < masses.length; into++) {
        if (into === from) continue;
        const moved = masses.map((held, x) => held + Number(x === into) - Number(x === from));
        yield all.map((same, j) => (j === k ? moved : same));
      }
}

/** Moves units as long as that makes it clearer that the claim is broken; the first that breaks it is enough. */
function climbed(aim: Aim, start: readonly Masses[]): readonly Masses[] {
  let best = start;
  let clear = clarity(aim, pmfsOf(best));
  for (let steps = 0; steps < mostSteps && !broken(aim, pmfsOf(best)); steps++) {
    let better: readonly Masses[] | undefined;
    for (const all of neighbours(best)) {
      const next = clarity(aim, pmfsOf(all));
      if (next > clear) [better, clear] = [all, next];
    }
    if (!better) break;
    best = better;
  }
  return best;
}

/** One unit less of each pmf, in every way. */
function* unitLess(all: readonly Masses[]): Generator<readonly Masses[]> {
  const [first, ...others] = all;
  if (!first) {
    yield [];
    return;
  }
  for (const rest of unitLess(others))
    for (const [x, mass] of first.entries())
      if (mass > 0) yield [first.map((held, y) => held - Number(y === x)), ...rest];
}

/** Smaller ones with a chance: two outcomes merged, one dropped, the nearest fractions with a smaller denominator, or a unit less. */
function* smaller(aim: Aim, all: readonly Masses[]): Generator<readonly Masses[]> {
  const outcomes = all[0]!.length;
  const denominator = total(all[0]!);
  for (let from = outcomes - 1; from >= 0 && outcomes > 2; from--) {
    for (let into = 0; into < outcomes; into++)
      if (into !== from) yield all.map((masses) => merged(masses, from, into));
    const left = all.map((masses) => masses.filter((_, x) => x !== from));
    if (left.every((masses) => total(masses) > 0)) yield left.map((masses) => over(masses, denominator));
  }
  for (let less = 1; less < denominator; less++)
    yield climbed(
      aim,
      all.map((masses) => over(masses, less)),
    );
  if (denominator > 1) yield* unitLess(all);
}

/** Shrinks until no step makes it smaller. */
export function shrunk(aim: Aim, found: readonly Masses[]): readonly Masses[] {
  let least = reduced(found);
  for (;;) {
    let next: readonly Masses[] | undefined;
    for (const all of smaller(aim, least)) {
      if (size(all) >= size(least) || !broken(aim, pmfsOf(all))) continue;
      next = reduced(all);
      break;
    }
    if (!next) return least;
    least = next;
  }
}

/** All masses on so many outcomes over a denominator, the greatest first mass first. */
function allMasses(outcomes: number, denominator: number): Masses[] {
  if (outcomes === 1) return [[denominator]];
  return Array.from({ length: denominator + 1 }, (_, k) => denominator - k).flatMap((first) =>
    allMasses(outcomes - 1, denominator - first).map((rest) => [first, ...rest]),
  );
}

const falls = (masses: Masses): boolean => masses.every((mass, x) => x === 0 || mass <= masses[x - 1]!);

/** Whether a claim says the same after the outcomes have been put in another order, so that the masses of P may fall. */
const anyOrder = ({ property, divergence }: Question): boolean =>
  property !== 'merging' && divergence !== 'wasserstein';

interface Level {
  readonly outcomes: number;
  readonly denominator: number;
}

/** The clearest of one size, after all of it has been tried; a step of the search is a choice of P. */
function* ofLevel(
  aim: Aim,
  { outcomes, denominator }: Level,
  uses: readonly Letter[],
): Generator<number, readonly Masses[] | undefined> {
  const every = allMasses(outcomes, denominator);
  let best: readonly Masses[] | undefined;
  let clearest = -1;
  for (const P of anyOrder(aim) ? every.filter(falls) : every) {
    for (const Q of every) {
      for (const R of uses.length === 3 ? every : [Q]) {
        const pmfs = { P, Q, R };
        if (!broken(aim, pmfs)) continue;
        const clear = clarity(aim, pmfs);
        if (clear <= clearest) continue;
        clearest = clear;
        best = [P, Q, R];
      }
      yield every.length ** (uses.length - 2);
    }
  }
  return best;
}

/** Sums of outcomes and denominator from the least on, the fewest outcomes first. */
function* levels(outcomes: number): Generator<Level> {
  for (let sum = 3; ; sum++)
    for (let n = 2; n <= outcomes && n < sum; n++) yield { outcomes: n, denominator: sum - n };
}

function countOf({ outcomes, denominator }: Level, uses: readonly Letter[]): number {
  let pmfs = 1;
  for (let k = 1; k < outcomes; k++) pmfs = (pmfs * (denominator + k)) / k;
  return pmfs ** uses.length;
}

const before = (level: Level, found: readonly Masses[]): boolean => {
  const sum = level.outcomes + level.denominator;
  return sum < size(found) || (sum === size(found) && level.outcomes <= found[0]!.length);
};

function* look(aim: Aim, seed: number): Generator<number, Outcome> {
  const random = seededRandom(seed);
  const { uses } = claimOf(aim.property, fewest);
  let found: readonly Masses[] | undefined;
  for (let k = 0; k < tries && !found; k++) {
    const outcomes = fewest + random.below(most - 1);
    const all = drawn(random, outcomes, uses.length);
    if (broken(aim, pmfsOf(all))) found = shrunk(aim, all);
    yield (0.5 * k) / tries;
  }
  let tried = 0;
  for (const level of levels(found ? found[0]!.length : 3)) {
    if (found && !before(level, found)) return { found: pmfsOf(found), smallest: true };
    if (tried + countOf(level, uses) > smallOnes) break;
    const going = ofLevel(aim, level, uses);
    let step = going.next();
    for (; !step.done; step = going.next()) {
      tried += step.value;
      yield 0.5 + (0.5 * tried) / smallOnes;
    }
    if (step.value) return { found: pmfsOf(reduced(step.value)), smallest: true };
  }
  return { ...(found && { found: pmfsOf(found) }), smallest: false };
}

/**
 * Looks for pmfs that break a claim for certain: at random, then shrunk to small fractions, then through all that is smaller still. Yields the
 * share that is done. The same request has the same outcome everywhere.
 */
export function* search({ question, seed }: Request): Generator<number, Outcome> {
  const finite = question.property === 'bound';
  const outcome = yield* look({ ...question, finite }, seed);
  return outcome.found || !finite ? outcome : yield* look({ ...question, finite: false }, seed);
}
