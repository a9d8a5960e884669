import * as doubles from './doubles.ts';
import { each, isVector, nothing, real } from './doubles.ts';
import type { Approximate, Approximated, Vector } from './doubles.ts';
import type { Environment } from './environment.ts';
import type { Expression } from './expression.ts';
import { calculus, densityLogarithm, softmax } from './core-calculus.ts';
import { curves } from './core-curves.ts';
import { functional } from './core-functionals.ts';
import { logarithmOfGamma } from './core-special.ts';
import { coreQuantity } from './core-quantities.ts';
import { indicator } from './core-conditions.ts';
import { array, expectation, fold, mass } from './core-outcomes.ts';
import { written } from './arrays.ts';
import { readGiven } from './rational.ts';
import type { Bound } from './oracle.ts';

export type { Approximate } from './doubles.ts';

/** One evaluation: what the symbols stand for, and the variables of the sums around it, which change. */
export interface Frame {
  readonly environment: Environment;
  readonly bound: Map<string, number>;
  /** Whether masses reach the core as exact fractions; without it a mixture is rounded, which is faster. */
  readonly exact: boolean;
}
/** An expression made ready to be evaluated often. */
export type Program<Result = Approximated> = (frame: Frame) => Result;

/** Evaluates an expression in doubles, its quantities by the core. An undefined value is NaN. */
export function evaluateCore(
  expression: Expression,
  environment: Environment,
  bound: Bound = {},
): Approximate {
  const frame = { environment, bound: new Map(Object.entries(bound)), exact: true };
  return number(expression)(frame);
}

const programs = new WeakMap<Expression, Program>();

export function program(expression: Expression): Program {
  const known = programs.get(expression);
  if (known) return known;
  const made = compile(expression);
  programs.set(expression, made);
  return made;
}

export function number(expression: Expression): Program<Approximate> {
  const any = program(expression);
  return (frame) => {
    const value = any(frame);
    return isVector(value) ? nothing : value;
  };
}

export function vector(expression: Expression): Program<Vector> {
  const any = program(expression);
  return (frame) => {
    const value = any(frame);
    return isVector(value) ? value : [];
  };
}

function compile(expression: Expression): Program {
  switch (expression.kind) {
    case 'number': {
      const value = real(Number(expression.text));
      return () => value;
    }
    case 'infinity':
      return () => real(Infinity);
    case 'e':
      return () => real(Math.E);
    case 'symbol':
      return symbol(expression.name);
    case 'mass':
      return mass(expression);
    case 'array':
      return array(expression);
    case 'conditional':
      return program(written(expression));
    case 'softmax':
      return softmax(expression);
    case 'indicator':
      return indicator(expression.where);
    case 'tuple': {
      const entries = expression.entries.map(number);
      return (frame) => entries.map((entry) => entry(frame));
    }
    case 'negate': {
      const of = program(expression.of);
      return (frame) => each(of(frame), doubles.negate);
    }
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return arithmetic(doubles[expression.kind], program(expression.left), program(expression.right));
    case 'power': {
      const [base, exponent] = [number(expression.base), number(expression.exponent)];
      return (frame) => doubles.power(base(frame), exponent(frame));
    }
    case 'root': {
      const of = number(expression.of);
      return (frame) => doubles.root(of(frame), expression.degree);
    }
    case 'absolute':
    case 'exponential': {
      const [of, operation] = [number(expression.of), doubles[expression.kind]];
      return (frame) => operation(of(frame));
    }
    case 'logarithm': {
      const of = number(expression.of);
      const ofDensity = densityLogarithm(expression.of) ?? logarithmOfGamma(expression.of);
      if (ofDensity && !expression.base) return ofDensity;
      if (!expression.base) return (frame) => doubles.logarithm(of(frame));
      const base = number(expression.base);
      return (frame) => doubles.divide(doubles.logarithm(of(frame)), doubles.logarithm(base(frame)));
    }
    case 'rounded': {
      const of = number(expression.of);
      return (frame) => doubles.rounded(of(frame), expression.which);
    }
    case 'binomial': {
      const [above, below] = [number(expression.above), number(expression.below)];
      return (frame) => doubles.binomial(above(frame), below(frame));
    }
    case 'factorial': {
      const of = number(expression.of);
      return (frame) => doubles.factorial(of(frame));
    }
    case 'fold':
      return fold(expression);
    case 'extremum': {
      const of = expression.of.map(number);
      return (frame) =>
        doubles.extremum(
          expression.which,
          of.map((part) => part(frame)),
        );
    }
    case 'expectation':
      return expectation(expression);
    case 'quantity':
      return expression.densities ? functional(expression) : coreQuantity(expression);
    case 'curve':
    case 'apply':
    case 'conjugate':
    case 'search':
      return curves(expression);
    default:
      return calculus(expression);
  }
}

const symbolValues = new WeakMap<Environment, Map<string, Approximated>>();

function symbol(name: string): Program {
  return (frame) => {
    const value = frame.bound.get(name);
    if (value !== undefined) return real(value);
    const known = symbolValues.get(frame.environment) ?? new Map<string, Approximated>();
    symbolValues.set(frame.environment, known);
    const found = known.get(name) ?? closed(name, frame);
    known.set(name, found);
    return found;
  };
}

function closed(name: string, { environment, exact }: Frame): Approximated {
  const { definitions, values, outcomes } = environment;
  const definition = definitions.findLast((candidate) => candidate.name === name);
  if (definition) {
    return program(definition.expression)({ environment, bound: new Map<string, number>(), exact });
  }
  const given = Object.hasOwn(values, name) ? values[name]! : String(outcomes);
  return typeof given === 'string'
    ? real(readGiven(given))
    : given.map((mass: string) => real(readGiven(mass)));
}

function arithmetic(
  operation: (a: Approximate, b: Approximate) => Approximate,
  left: Program,
  right: Program,
): Program {
  return (frame) => {
    const a = left(frame);
    const b = right(frame);
    if (!isVector(a)) return isVector(b) ? b.map((entry) => operation(a, entry)) : operation(a, b);
    return a.map((entry, k) => operation(entry, isVector(b) ? (b[k] ?? nothing) : b));
  };
}
