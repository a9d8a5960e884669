import { divergenceOf, type DivergenceName, functionOf } from './divergences.ts';
import { draws, fewest, lastIntoFirst, type Masses, mixture, most, pmfOf, total } from './fractions.ts';

export const properties = [
  'symmetry',
  'triangle',
  'root',
  'bound',
  'finite',
  'definite',
  'convex',
  'merging',
  'draws',
] as const;
export type Property = (typeof properties)[number];

export const letters = ['P', 'Q', 'R'] as const;
export type Letter = (typeof letters)[number];
export type Pmfs = Readonly<Record<Letter, Masses>>;

export const constants = ['1', '2', '3'] as const;
export type Constant = (typeof constants)[number];

/** What is asked of which divergence; the constant counts for the bound alone. */
export interface Question {
  readonly property: Property;
  readonly divergence: DivergenceName;
  readonly constant: Constant;
}

/** One divergence in a sum: between which two pmfs, its factor, a power of two, and whether its root is taken. */
export interface Term {
  readonly between: readonly [string, string];
  readonly times: 0.5 | 1 | 2;
  readonly root: boolean;
  readonly pair: (pmfs: Pmfs) => readonly [Masses, Masses];
}

/** What has to hold of every choice of pmfs: the left side equals the right one, is at most so large, is finite, or is zero only for equal pmfs. */
export interface Claim {
  readonly relation: 'equal' | 'at most' | 'finite' | 'zero';
  readonly uses: readonly Letter[];
  readonly left: Term;
  /** Added up; none where there is nothing to compare with, or a constant. */
  readonly right: readonly Term[];
}

const direct = (p: Letter, q: Letter, more: Partial<Term> = {}): Term => ({
  between: [p, q],
  times: 1,
  root: false,
  pair: (pmfs) => [pmfs[p], pmfs[q]],
  ...more,
});

const pq = ['P', 'Q'] as const;
const half = '\\frac{1}{2}';

const fixed: Readonly<Record<Exclude<Property, 'merging'>, Claim>> = {
  symmetry: { relation: 'equal', uses: pq, left: direct('P', 'Q'), right: [direct('Q', 'P')] },
  triangle: {
    relation: 'at most',
    uses: letters,
    left: direct('P', 'R'),
    right: [direct('P', 'Q'), direct('Q', 'R')],
  },
  root: {
    relation: 'at most',
    uses: letters,
    left: direct('P', 'R', { root: true }),
    right: [direct('P', 'Q', { root: true }), direct('Q', 'R', { root: true })],
  },
  bound: { relation: 'at most', uses: pq, left: direct('P', 'Q'), right: [] },
  finite: { relation: 'finite', uses: pq, left: direct('P', 'Q'), right: [] },
  definite: { relation: 'zero', uses: pq, left: direct('P', 'Q'), right: [] },
  convex: {
    relation: 'at most',
    uses: letters,
    left: {
      between: [`${half} P + ${half} R`, `${half} Q + ${half} R`],
      times: 1,
      root: false,
      pair: ({ P, Q, R }) => [mixture(P, R), mixture(Q, R)],
    },
    right: [direct('P', 'Q', { times: 0.5 })],
  },
  draws: {
    relation: 'equal',
    uses: pq,
    left: {
      between: ['P \\otimes P', 'Q \\otimes Q'],
      times: 1,
      root: false,
      pair: ({ P, Q }) => [draws(P), draws(Q)],
    },
    right: [direct('P', 'Q', { times: 2 })],
  },
};

/** A pmf on so many outcomes after the last one has become part of the first one; of one outcome alone, a second one without mass is written. */
const mergedText = (letter: Letter, outcomes: number): string => {
  if (outcomes === 2) return `(${letter}(1) + ${letter}(2), 0)`;
  const rest = Array.from({ length: outcomes - 2 }, (_, x) => `, ${letter}(${x + 2})`);
  return `(${letter}(1) + ${letter}(${outcomes})${rest.join('')})`;
};

const ofMerging = Array.from({ length: most + 1 }, (_, outcomes): Claim | undefined =>
  outcomes < fewest
    ? undefined
    : {
        relation: 'at most',
        uses: pq,
        left: {
          between: [mergedText('P', outcomes), mergedText('Q', outcomes)],
          times: 1,
          root: false,
          pair: ({ P, Q }) => [lastIntoFirst(P), lastIntoFirst(Q)],
        },
        right: [direct('P', 'Q')],
      },
);

export const claimOf = (property: Property, outcomes: number): Claim =>
  property === 'merging' ? ofMerging[outcomes]! : fixed[property];

/** Half a unit in the last place of a double: 2⁻⁵³. */
const u = 2 ** -53;
/** More than the absolute error of a distance between points in a row. */
export const leastError = 1e-29;

/** What a value can be off by, in its own size: the core's bound, the rounding of a root, and those of a sum. */
export const errorOf = (divergence: DivergenceName): number => (divergenceOf(divergence).roundings + 4) * u;

export function termValue(divergence: DivergenceName, { pair, times, root }: Term, pmfs: Pmfs): number {
  const [p, q] = pair(pmfs);
  const value = functionOf(divergence)(pmfOf(p), pmfOf(q));
  return times * (root ? Math.sqrt(value) : value);
}

/** Both sides; the right one is a constant, or infinite, where there is nothing to add up. */
export function sides(question: Question, pmfs: Pmfs): { readonly left: number; readonly right: number } {
  const { property, divergence, constant } = question;
  const { left, right } = claimOf(property, pmfs.P.length);
  const sum = right.reduce((sofar, term) => sofar + termValue(divergence, term, pmfs), 0);
  return {
    left: termValue(divergence, left, pmfs),
    right: property === 'bound' ? Number(constant) : sum,
  };
}

/**
 * `broken` only where the violation is larger than what the core's bounds leave open on both sides, `kept` only where no violation can be
 * hidden in them; `even` where the sides cannot be told apart; `outside` where the claim says nothing of such a pair.
 */
export type Verdict = 'broken' | 'kept' | 'even' | 'outside';

const same = (p: Masses, q: Masses): boolean => p.every((mass, x) => mass * total(q) === q[x]! * total(p));
export function verdictOf(question: Question, pmfs: Pmfs): Verdict {
  const { left, right } = sides(question, pmfs);
  const { relation } = claimOf(question.property, pmfs.P.length);
  if (relation === 'finite') return left === Infinity ? 'broken' : 'kept';
  // A value that the core returns as zero is zero: its error is relative.
  if (relation === 'zero') return same(pmfs.P, pmfs.Q) ? 'outside' : left === 0 ? 'broken' : 'kept';
  return compared(relation, left, right, errorOf(question.divergence));
}

function compared(relation: 'equal' | 'at most', left: number, right: number, error: number): Verdict {
  if (left === right && (left === 0 || left === Infinity)) return 'kept';
  if (left === Infinity) return 'broken';
  if (right === Infinity) return relation === 'equal' ? 'broken' : 'kept';
  const open = error * (left + right) + leastError;
  if (left - right > open) return 'broken';
  if (right - left > open) return relation === 'equal' ? 'broken' : 'kept';
  return 'even';
}
