import { allowing } from '../../src/formula/binding.ts';
import { drawingOf, type Drawing } from '../../src/formula/drawing.ts';
import type { Environment, Givens } from '../../src/formula/environment.ts';
import type { Expression } from '../../src/formula/expression.ts';
import type { Proposition } from '../../src/formula/proposition.ts';
import type { Instance } from '../../src/formula/instance.ts';
import { pool } from '../../src/formula/pool.ts';
import { Screen } from '../../src/formula/screen.ts';
import type { Question } from './question.ts';
import { fitting, isEditable, outcomesOf } from './values.ts';

/** How instances of formulas are drawn whose symbols are tables, samples, couplings, curves or densities: as the checker draws them. */

/** What a formula says, or something that says nothing of what it mentions. */
export function saidBy({ statement }: Question): Proposition {
  if (statement.kind !== 'mention') return statement.proposition;
  const side = (expression: Expression) => ({ expression, row: 0, at: 0 });
  const itself = { sign: '=', negated: false, defines: false, written: '=', at: 0 } as const;
  const parts = statement.expressions.map((one): Proposition => {
    return { kind: 'chain', sides: [side(one), side(one)], relations: [itself] };
  });
  return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
}

/** An instance in plain values: outcomes that are open are values like others. */
export const valuesOf = ({ environment, bound }: Instance): Givens => ({
  ...environment.values,
  ...Object.fromEntries(Object.entries(bound).map(([name, outcome]) => [name, String(outcome)])),
});

/** More draws than this are not made for one instance that the comments of a formula allow. */
const mostDraws = 400;

/** The first instance that the comments allow. */
export function firstAllowed(
  { open, givens, options, expand }: Drawing,
  allowed: (instance: Instance) => boolean,
  from: number,
): Instance | undefined {
  let draws = 0;
  for (const draw of pool(open, givens, options, from)) {
    const found = expand(draw).find(allowed);
    if (found) return found;
    if (++draws >= mostDraws) return undefined;
  }
  return undefined;
}

/** Values for all symbols: those given as far as they fit, and drawn ones for the others. */
export function structuredValues(question: Question, given: Givens): Givens {
  const { scope, symbols, remarks, source } = question;
  const outcomes = outcomesOf(given) ?? 2;
  const kept = symbols.filter(
    ([name, type]) =>
      Object.hasOwn(given, name) && isEditable(scope, [name, type]) && fitting(type, given[name]!, outcomes),
  );
  const fixed = Object.fromEntries(kept.map(([name]) => [name, given[name]!]));
  for (const givens of [fixed, {}]) {
    const inside = { ...scope, givens };
    const drawing = drawingOf(source, saidBy(question), inside, remarks);
    if (drawing.onlyOutcomes) return givens;
    const found = firstAllowed(drawing, allowing(remarks, inside, drawing.binding), 0);
    if (found) return { ...givens, ...valuesOf(found) };
  }
  return fixed;
}

/** Whether a proposition holds; undefined where doubles cannot tell. */
export function judgeStructured(
  { source, scope, remarks }: Question,
  proposition: Proposition,
  environment: Environment,
): boolean | undefined {
  const { binding } = drawingOf(source, proposition, scope, remarks);
  const verdict = new Screen(binding).verdict(proposition, { environment, bound: {} });
  return verdict === 'unsure' ? undefined : verdict === 'holds';
}
