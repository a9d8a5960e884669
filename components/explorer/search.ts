import { seededRandom } from '../../src/core/index.ts';
import type { Givens } from '../../src/formula/environment.ts';
import type { Scope } from '../../src/formula/notation.ts';
import { givensOf, proper, shortened, type Draft, type Symbols } from './drafts.ts';
import { drawn, stepped } from './instances.ts';
import { leastOf, type Least } from './least.ts';
import { limits } from './limits.ts';
import { environmentOf, propositionOf, readQuestion, speaksOf, type Question } from './question.ts';
import { rowsOf, type Row } from './rows.ts';
import { searchStructures } from './structured-search.ts';
import { judge, type Closest } from './truth.ts';

export interface Found {
  readonly values: Givens;
  /** The parts of the formula that failed, typeset, with their values. */
  readonly parts: readonly Row[];
  /** Which of the formulas it was, and its place among them. */
  readonly tex: string;
  readonly which: number;
}

/** What has been found is weighed by whoever asks: `false` for an answer, and the search goes on. */
export type Search = Generator<Progress, void, boolean | undefined>;

export interface Progress {
  readonly tried: number;
  readonly seeks: Question['seeks'];
  readonly least?: Least;
  readonly found?: Found;
  readonly done: boolean;
}

interface Candidate {
  readonly draft: Draft;
  readonly closest: Closest & { readonly question: Question };
}

/** Instances that are drawn before the walk begins, and the share of walking after that. */
const warmUp = 300;
const poolSize = 6;
const chunk = 25;

/** Reads the formulas and searches for an instance that fails one of them. Throws FormulaError. */
export function* search(
  tex: readonly string[],
  seed: number,
  scope: Scope,
  most: number = limits.instances,
): Search {
  const questions = tex.map((one) => readQuestion(one, scope));
  const symbols: Symbols = [...new Map(questions.flatMap((question) => question.symbols))];
  const seeks =
    questions.map((question) => question.seeks).find((sought) => sought !== 'nothing') ?? 'nothing';
  if (seeks !== 'nothing' && !questions.every(({ plain }) => plain)) {
    yield* searchStructures(questions, seeks, seed, most);
    return;
  }
  const random = seededRandom(seed);
  const disjoint = questions.flatMap((question) => question.disjoint);
  const pool: Candidate[] = [];
  let tried = 0;
  const least = (): { least?: Least } => {
    const [nearest] = pool;
    if (!nearest) return {};
    const { draft, closest } = nearest;
    return { least: leastOf(closest.question, closest, givensOf(symbols, draft)) };
  };
  if (seeks === 'nothing') {
    yield { tried, seeks, done: true };
    return;
  }
  for (let k = 0; k < most; k++) {
    const walker = k > warmUp && k % 4 !== 0 ? pool[random.below(pool.length || 1)] : undefined;
    const draft = walker ? stepped(symbols, walker.draft, random) : drawn(symbols, random, k, disjoint);
    tried++;
    for (const [which, question] of questions.entries()) {
      const { fits, closest } = tryOn(question, symbols, draft);
      if (fits) {
        const found = { ...foundAt(question, symbols, shortest(question, symbols, draft)), which };
        if ((yield { tried, seeks, ...least(), found, done: true }) !== false) return;
        continue;
      }
      if (closest) keep(pool, { draft, closest: { ...closest, question } });
    }
    if (tried % chunk === 0 && tried < most) yield { tried, seeks, ...least(), done: false };
  }
  yield { tried, seeks, ...least(), done: true };
}

/** Whether this is what is sought, and what came nearest to it. */
function tryOn(question: Question, symbols: Symbols, draft: Draft): { fits: boolean; closest?: Closest } {
  const proposition = propositionOf(question);
  const values = givensOf(symbols, draft);
  if (!proposition || !speaksOf(question, values)) return { fits: false };
  const { holds, closest } = judge(proposition, environmentOf(question, values));
  const sought = question.seeks === 'witness' && !question.turned;
  const watched = closest && question.seeks === 'counterexample' && Number.isFinite(closest.slack);
  return { fits: holds === sought, ...(watched && { closest }) };
}

/** The best few, the least slack first; several, so that the walk is not caught in one corner. */
function keep(pool: Candidate[], candidate: Candidate): void {
  const worst = pool.at(-1);
  if (pool.length >= poolSize && worst && candidate.closest.slack >= worst.closest.slack) return;
  const at = pool.findIndex(({ closest }) => candidate.closest.slack < closest.slack);
  pool.splice(at < 0 ? pool.length : at, 0, candidate);
  pool.length = Math.min(pool.length, poolSize);
}

/** The same find in as few decimals as still show it. */
function shortest(question: Question, symbols: Symbols, draft: Draft): Draft {
  for (const places of [1, 2, 3, 4]) {
    const short = shortened(symbols, draft, places);
    if (proper(symbols, short) && tryOn(question, symbols, short).fits) return short;
  }
  return draft;
}

function foundAt(question: Question, symbols: Symbols, draft: Draft): Omit<Found, 'which'> {
  const values = givensOf(symbols, draft);
  return { values, parts: rowsOf(question, environmentOf(question, values)), tex: question.source.trim() };
}
