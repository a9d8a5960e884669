import { seededRandom } from '../../src/core/index.ts';
import { step } from '../../src/formula/adversary.ts';
import { allowing } from '../../src/formula/binding.ts';
import { drawingOf } from '../../src/formula/drawing.ts';
import type { Chain, Proposition } from '../../src/formula/proposition.ts';
import type { Instance } from '../../src/formula/instance.ts';
import { pool } from '../../src/formula/pool.ts';
import { Screen } from '../../src/formula/screen.ts';
import { leastOf } from './least.ts';
import { chainsOf } from './parts.ts';
import { environmentOf, type Question } from './question.ts';
import { rowsOf } from './rows.ts';
import type { Progress, Search } from './search.ts';
import { saidBy, valuesOf } from './structured-values.ts';

/** The search for formulas whose symbols are tables, samples, couplings, curves or densities. */

interface Place {
  readonly question: Question;
  readonly chain: Chain;
  /** The index of the relation in the chain. */
  readonly at: number;
}
interface Candidate extends Place {
  readonly instance: Instance;
  readonly margin: number;
}

/** As in the other search: draws before the walk begins, how many walkers there are, and how often it is told how things stand. */
const warmUp = 300;
const walkers = 6;
const chunk = 25;
/** Where the draws of one seed begin: those of another come long after. */
const drawsOfSeed = 200_000;

/** Where each relation of the formulas stands. */
const placesIn = (questions: readonly Question[]): Map<object, Place> =>
  new Map(
    questions.flatMap((question) =>
      chainsOf(saidBy(question)).flatMap((chain) =>
        chain.relations.map((relation, at) => [relation, { question, chain, at }] as const),
      ),
    ),
  );

function keep(best: Candidate[], candidate: Candidate): void {
  const at = best.findIndex(({ margin }) => candidate.margin < margin);
  best.splice(at < 0 ? best.length : at, 0, candidate);
  best.length = Math.min(best.length, walkers);
}

export function* searchStructures(
  questions: readonly Question[],
  seeks: Question['seeks'],
  seed: number,
  most: number,
): Search {
  const [first] = questions;
  const said: Proposition = { kind: 'and', parts: questions.map(saidBy) };
  const remarks = questions.flatMap((question) => question.remarks);
  const drawing = drawingOf(first!.source, said, first!.scope, remarks);
  const { binding, open, givens, options, expand } = drawing;
  const allowed = questions.map(({ remarks: own, scope }) => allowing(own, scope, binding));
  const places = placesIn(questions);
  const screen = new Screen(binding);
  const { below, uniform } = seededRandom(seed);
  const draws = pool(open, givens, options, seed * drawsOfSeed);
  const best: Candidate[] = [];
  const least = (): Pick<Progress, 'least'> => {
    const [nearest] = best;
    if (!nearest) return {};
    const { question, chain, at, margin, instance } = nearest;
    return {
      least: leastOf(
        question,
        { chain, at, slack: margin, clear: Math.abs(margin) > 1e-9 },
        valuesOf(instance),
      ),
    };
  };
  const next = (k: number): Instance => {
    const walker = k > warmUp && k % 4 !== 0 ? best[below(best.length || 1)] : undefined;
    const stepped = walker && step(walker.instance, binding, 10 ** (-9 * uniform()), uniform);
    if (stepped) return stepped;
    const instances = expand(draws.next().value!);
    return instances[below(instances.length)]!;
  };
  for (let k = 0; k < most; k++) {
    const instance = next(k);
    const tried = k + 1;
    for (const [which, question] of questions.entries()) {
      if (!allowed[which]!(instance)) continue;
      const verdict = screen.verdict(saidBy(question), instance);
      if (verdict === (seeks === 'witness' && !question.turned ? 'holds' : 'fails')) {
        const values = valuesOf(instance);
        const parts = rowsOf(question, environmentOf(question, values));
        const found = { values, parts, tex: question.source.trim(), which };
        if ((yield { tried, seeks, ...least(), found, done: true }) !== false) return;
        continue;
      }
      if (seeks !== 'counterexample') continue;
      for (const [target, margin] of screen.margins) {
        const place = places.get(target);
        const better = best.length < walkers || margin < best.at(-1)!.margin;
        if (place && better && Number.isFinite(margin)) keep(best, { ...place, instance, margin });
      }
    }
    if (tried % chunk === 0 && tried < most) yield { tried, seeks, ...least(), done: false };
  }
  yield { tried: most, seeks, ...least(), done: true };
}
