import type { Environment } from '../../src/formula/environment.ts';
import type { Expression } from '../../src/formula/expression.ts';
import type { Proposition, Side } from '../../src/formula/proposition.ts';
import type { Bound, Exact, Oracle } from '../../src/formula/oracle.ts';
import type { Arithmetic, Value } from './arithmetic.ts';
import { Evaluation } from './evaluation.ts';
import type { Bindings, Result } from './evaluation.ts';
import { IntervalArithmetic, Uncertain } from './interval.ts';
import { compareReal, decimals, real } from './number.ts';
import type { Real } from './number.ts';

const asExact = (result: Result<Real>): Exact => {
  if (result.kind === 'undefined') return result;
  if (result.kind === 'vector') return { kind: 'vector', entries: result.entries.map(asExact) };
  return { kind: 'number', digits: result.value.toSignificantDigits(50).toString(), scale: result.scale };
};

const asResult = (exact: Exact): Result<Real> => {
  if (exact.kind === 'undefined') return exact;
  if (exact.kind === 'vector')
    return { kind: 'vector', entries: exact.entries.map((entry) => asResult(entry) as Value<Real>) };
  return real(exact.digits, exact.scale);
};

const symbolValues = new WeakMap<Environment, Map<string, Result<Real>>>();

function at60Digits(environment: Environment): Evaluation<Real> {
  const values = symbolValues.get(environment) ?? new Map<string, Result<Real>>();
  symbolValues.set(environment, values);
  return new Evaluation(decimals, environment, values);
}

function bindings<N extends { readonly kind: 'number' }>(
  arithmetic: Arithmetic<N>,
  bound: Bound,
): Bindings<N> {
  return Object.fromEntries(
    Object.entries(bound).map(([name, outcome]) => [name, arithmetic.read(String(outcome))]),
  );
}

/** Evaluates every expression from the definitions, at 60 digits. */
export const oracle: Oracle = {
  evaluate: (expression, environment, bound = {}) =>
    asExact(at60Digits(environment).any(expression, bindings(decimals, bound))),
  holds: (proposition, environment, bound = {}) =>
    at60Digits(environment).holds(proposition, bindings(decimals, bound)),
  certify(proposition, environment, bound = {}) {
    const arithmetic = new IntervalArithmetic();
    try {
      const evaluation = new Evaluation(arithmetic, environment);
      const holds = evaluation.holds(inNats(proposition), bindings(arithmetic, bound));
      return { holds, by: arithmetic.usedIntervals ? 'interval arithmetic' : 'rational arithmetic' };
    } catch (error) {
      if (error instanceof Uncertain) return undefined;
      throw error;
    }
  },
  compare: (left, right) => compare(asResult(left), asResult(right)),
};

/** Sides in bits, as nats. */
function inNats(proposition: Proposition): Proposition {
  const side = (of: Side): Side => {
    if (of.unit !== 'bits') return of;
    const two: Expression = { kind: 'number', text: '2', at: of.at };
    const log2: Expression = { kind: 'logarithm', of: two, at: of.at };
    return { ...of, expression: { kind: 'multiply', left: of.expression, right: log2, at: of.at } };
  };
  switch (proposition.kind) {
    case 'chain':
      return { ...proposition, sides: proposition.sides.map(side) };
    case 'and':
      return { ...proposition, parts: proposition.parts.map(inNats) };
    default:
      return { ...proposition, left: inNats(proposition.left), right: inNats(proposition.right) };
  }
}

function compare(a: Result<Real>, b: Result<Real>): { sign: -1 | 0 | 1; slack: number } | undefined {
  if (a.kind === 'number' && b.kind === 'number') return compareReal(a, b);
  if (a.kind !== 'vector' || b.kind !== 'vector') return undefined;
  if (a.entries.length !== b.entries.length) return { sign: 1, slack: Infinity };
  const entries = a.entries.map((entry, k) => compare(entry, b.entries[k]!));
  if (entries.includes(undefined)) return undefined;
  const slack = Math.max(...entries.map((entry) => Math.abs(entry!.slack)));
  return { sign: entries.every((entry) => entry!.sign === 0) ? 0 : 1, slack };
}
