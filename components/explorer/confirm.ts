import { drawingOf } from '../../src/formula/drawing.ts';
import type { Givens } from '../../src/formula/environment.ts';
import type { Oracle } from '../../src/formula/oracle.ts';
import { Verification } from '../../src/formula/verify.ts';
import { environmentOf, type Question } from './question.ts';
import { saidBy } from './structured-values.ts';

/** How it is known that what doubles found is so. */
export type Confirmation = 'rational arithmetic' | 'interval arithmetic' | 'fifty digits';

/** Judges an instance once more, by arithmetic that shares nothing with what found it; undefined where it is not so. */
export function confirm(question: Question, values: Givens, oracle: Oracle): Confirmation | undefined {
  const said = saidBy(question);
  const environment = environmentOf(question, values);
  const sought = question.seeks === 'witness' && !question.turned;
  const certain = oracle.certify(said, environment);
  if (certain) return certain.holds === sought ? certain.by : undefined;
  const { binding } = drawingOf(question.source, said, question.scope, question.remarks);
  const broken = new Verification(oracle, binding, false).broken(said, { environment, bound: {} });
  if (broken?.undecided) return undefined;
  return (broken === undefined) === sought ? 'fifty digits' : undefined;
}
