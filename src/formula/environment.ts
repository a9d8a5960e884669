import type { Expression, Size } from './expression.ts';
import type { SymbolType, ValueType } from './symbol-types.ts';

/** `M := \tfrac12 (P + Q)`; of `r(x) := P(x) / Q(x)` the expression is an array. */
export interface Definition {
  readonly name: string;
  readonly type: SymbolType;
  /** Of what has more than one place, or another one than an outcome. */
  readonly sizes?: readonly Size[];
  /** Of a function of a real number. */
  readonly parameter?: string;
  /** Of a functional: the symbols that its arguments are put in the place of. */
  readonly parameters?: readonly Parameter[];
  readonly expression: Expression;
  readonly tex: string;
}

/** What an argument of a functional must be. */
export interface Parameter {
  readonly name: string;
  readonly type: ValueType;
  readonly sizes: readonly Size[];
}

export type Givens = Readonly<Record<string, string | readonly string[]>>;

/** What the symbols stand for while one instance is evaluated. */
export interface Environment {
  readonly values: Givens;
  readonly definitions: readonly Definition[];
  /** How many outcomes the pmfs have. */
  readonly outcomes: number;
}
