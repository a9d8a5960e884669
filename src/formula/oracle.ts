import type { Environment } from './environment.ts';
import type { Expression } from './expression.ts';
import type { Proposition } from './proposition.ts';

/** A value to 50 digits, with what is needed to compare it. */
export type Exact =
  | {
      readonly kind: 'number';
      /** 50 significant digits in decimal or exponent notation, or 'Infinity' or '-Infinity'. */
      readonly digits: string;
      /** The size of the terms that made the value: cancelling terms leave fewer digits than 50. */
      readonly scale: number;
    }
  | { readonly kind: 'vector'; readonly entries: readonly Exact[] }
  /** 0/0, ∞ − ∞ and the like, with the reason. */
  | { readonly kind: 'undefined'; readonly why: string };

/**
 * Evaluates an expression from the definitions, at high precision, in a way that shares nothing with
 * src/core. The checker is given one, so that this folder does not depend on the tests.
 */
export interface Oracle {
  evaluate(expression: Expression, environment: Environment, bound?: Bound): Exact;
  /** Whether a condition holds; one with an undefined side does not. */
  holds(proposition: Proposition, environment: Environment, bound?: Bound): boolean;
  /** The same, so that it is certain: undefined where intervals of more than 50 digits cannot tell. */
  certify(
    proposition: Proposition,
    environment: Environment,
    bound?: Bound,
  ): { readonly holds: boolean; readonly by: 'rational arithmetic' | 'interval arithmetic' } | undefined;
  /** The sign of left − right, 0 where 45 digits of their scale agree; vectors are equal (0) or not (1). */
  compare(left: Exact, right: Exact): { readonly sign: -1 | 0 | 1; readonly slack: number } | undefined;
}

/** Outcomes that a bound variable stands for, by name, from 1. */
export type Bound = Readonly<Record<string, number>>;
