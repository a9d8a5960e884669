import { log2 } from './approximate.ts';
import { countOutcomes, withSizes } from './givens.ts';
import { brief } from './decimals.ts';
import { FormulaError } from './formula-error.ts';
import { typeOf } from './type-of.ts';
import type { Environment } from './environment.ts';
import type { Expression } from './expression.ts';
import { coreDigits, type CoreDigits } from './core-digits.ts';
import { forbidden } from './macros.ts';
import { lookUp } from './notation.ts';
import type { Scope } from './notation.ts';
import type { Bound, Exact, Oracle } from './oracle.ts';
import { asFormulaError } from './render.ts';
import type { Failure } from './report.ts';
import { readStatement } from './statement.ts';
import { freeSymbols } from './symbols.ts';
import { roundShown } from './shown.ts';
import { withoutUnit } from './units.ts';

export type Unit = 'nats' | 'bits';

/** The expression of a number, all of whose symbols are bound, in the unit in which it is shown. */
export interface Quantity {
  readonly expression: Expression;
  readonly environment: Environment;
  /** In a list: the outcome that the number is of. */
  readonly bound?: Bound;
}

/** Reads the TeX of a number, such as `\KL{P}{Q}`. Throws FormulaError. */
export function readQuantity(tex: string, scope: Scope, unit?: Unit): Quantity {
  const expression = readMention(tex, scope);
  if (typeOf(expression) === 'vector') throw new FormulaError('a value is a number, and this is a pmf', 0);
  return inUnit({ expression, environment: givenEnvironment(expression, scope) }, unit);
}

/**
 * Reads the TeX of a list of numbers: a tuple, such as `(P(1), \H{P})`, or what leaves an outcome open, such as
 * `P(x) \log P(x)`, for each outcome in turn. Throws FormulaError.
 */
function readList(tex: string, scope: Scope, unit?: Unit) {
  const expression = readMention(tex, scope);
  const quantityOf = (part: Expression, open?: string): Quantity =>
    inUnit({ expression: part, environment: givenEnvironment(part, scope, open) }, unit);
  if (expression.kind === 'tuple')
    return { eachOutcome: false, quantities: expression.entries.map((entry) => quantityOf(entry)) };
  const open = [...freeSymbols(expression, scope.definitions ?? [])].find(
    (name) => lookUp(scope, name) === 'outcome' && !Object.hasOwn(scope.givens ?? {}, name),
  );
  if (open === undefined)
    throw new FormulaError(
      'a list is of a tuple, such as (P(1), P(2)), or of what leaves one outcome open, such as P(x)',
      0,
    );
  const quantity = quantityOf(expression, open);
  const { outcomes } = quantity.environment;
  const quantities = Array.from({ length: outcomes }, (_, k) => ({ ...quantity, bound: { [open]: k + 1 } }));
  return { eachOutcome: true, quantities };
}

function readMention(tex: string, scope: Scope): Expression {
  const problem = forbidden(tex);
  if (problem) throw new FormulaError(problem.message, problem.offset);
  const statement = readStatement(tex, scope);
  if (statement.kind !== 'mention' || statement.expressions.length !== 1) {
    throw new FormulaError('a value is of one expression without a relation', 0);
  }
  return statement.expressions[0]!;
}

function inUnit(quantity: Quantity, unit: Unit | undefined): Quantity {
  const { expression } = quantity;
  const unitless = unit && withoutUnit(expression);
  if (unitless) throw new FormulaError(`${unitless} has no unit; leave out in="${unit}"`, 0);
  if (unit !== 'bits') return quantity;
  return { ...quantity, expression: { kind: 'divide', left: expression, right: log2(0), at: 0 } };
}

function givenEnvironment(expression: Expression, scope: Scope, open?: string): Environment {
  const values = withSizes(scope);
  const definitions = scope.definitions ?? [];
  const used = [...freeSymbols(expression, definitions)];
  const outcomes = countOutcomes(used, scope, values);
  const counted = (name: string): boolean => lookUp(scope, name) === 'outcomes' && outcomes !== undefined;
  const unbound = used.filter((name) => !Object.hasOwn(values, name) && !counted(name) && name !== open);
  if (unbound.length > 0) {
    throw new FormulaError(
      `no value is given for ${unbound.join(', ')}; put the number into an example with givens`,
      0,
    );
  }
  return { values, definitions, outcomes: outcomes ?? 1 };
}

export interface ValueReport {
  /** The core's double, in the unit in which the number is shown; NaN where there is no value. */
  readonly value: number;
  /** What must be written: the correctly rounded value with as many significant digits as `written` has. */
  readonly must: string;
  readonly failures: readonly Failure[];
}

/** Checks a number written in prose, such as 1.2928 of `\KL{P}{Q}` in nats. */
export function checkValue(
  { of, in: unit, written }: { readonly of: string; readonly in?: Unit; readonly written: string },
  scope: Scope,
  oracle: Oracle,
): ValueReport {
  try {
    return checkQuantity(readQuantity(of, scope, unit), of, written.trim(), oracle);
  } catch (error) {
    const { message, offset } = asFormulaError(error);
    return { value: NaN, must: written, failures: [{ message, offset }] };
  }
}

export interface ListReport {
  /** Whether one expression gives the list, for each outcome in turn. */
  readonly eachOutcome: boolean;
  readonly reports: readonly Pick<ValueReport, 'failures'>[];
}

/** Checks a list of numbers, each as `checkValue` does. */
export function checkList(
  { of, in: unit, written }: { readonly of: string; readonly in?: Unit; readonly written: readonly string[] },
  scope: Scope,
  oracle: Oracle,
): ListReport {
  const refused = (message: string, offset: number): ListReport => ({
    eachOutcome: false,
    reports: [{ failures: [{ message, offset }] }],
  });
  try {
    const { eachOutcome, quantities } = readList(of, scope, unit);
    if (quantities.length !== written.length)
      return refused(
        `${of} has ${quantities.length} values, and the list has ${written.length}; write one for each number that the call returns`,
        0,
      );
    const reports = quantities.map((quantity, k) =>
      checkQuantity(quantity, `value ${k + 1} of ${of}`, written[k]!, oracle),
    );
    return { eachOutcome, reports };
  } catch (error) {
    const { message, offset } = asFormulaError(error);
    return refused(message, offset);
  }
}

function checkQuantity(
  { expression, environment, bound }: Quantity,
  of: string,
  written: string,
  oracle: Oracle,
): ValueReport {
  const exact = oracle.evaluate(expression, environment, bound);
  const core = coreDigits(expression, environment, bound);
  return { value: core.value, ...compare(written, of, exact, core) };
}

function compare(
  written: string,
  of: string,
  exact: Exact,
  core: CoreDigits,
): { must: string; failures: Failure[] } {
  if (exact.kind !== 'number') {
    const why = exact.kind === 'undefined' ? exact.why : 'it is a pmf';
    return { must: written, failures: [{ message: `${of} is undefined (${why})`, offset: 0 }] };
  }
  const { must, alternative } = roundShown(exact.digits, written);
  const failures: Failure[] = [];
  if (written === must || written === alternative) {
    if (must !== alternative) {
      const message = `${of} lies halfway between ${alternative} and ${must}; write one digit more`;
      failures.push({ message, offset: 0 });
    }
  } else {
    const message = `${of} is written as ${written}: the value is ${brief(exact.digits)}, so write ${must}`;
    failures.push({ message, offset: 0, written, must });
  }
  const agrees = core.ends.some(
    (end) => end !== 'NaN' && [must, alternative].includes(roundShown(end, must).must),
  );
  if (!agrees) {
    failures.push({
      message: `the core gives ${core.value} for ${of}, the oracle ${brief(exact.digits)}`,
      offset: 0,
    });
  }
  return { must: written === alternative ? written : must, failures };
}
