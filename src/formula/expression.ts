import type { FamilyName } from './family-table.ts';
import type { Integrand } from './integrand.ts';
import type { QuantityName } from './quantity-table.ts';

/** The typed expressions that formulas become, and what is known about the symbols in them. */

/**
 * What a symbol ranges over; `outcomes` is the number of outcomes, `function` a function on them, `test` one with
 * values strictly between 0 and 1, such as a discriminator. A `joint` is a pmf on pairs, a `channel` a pmf for each
 * outcome, `pmfs` a pmf for each index, a `coupling` a joint with given marginals, a `sample` a sequence of outcomes.
 * A `cost` is what it costs to move from one outcome to another, a `metric` one that is a distance, and `positions` are
 * where the outcomes lie on the line.
 * A `generator` is a convex function on the positive numbers that vanishes at 1, a `convex` one a convex function on the
 * line, a `curve` any smooth one.
 */
export const SYMBOL_TYPES = [
  'pmf',
  'function',
  'positive function',
  'test',
  'probability',
  'positive',
  'real',
  'integer',
  'joint',
  'channel',
  'pmfs',
  'coupling',
  'sample',
  'cost',
  'metric',
  'positions',
  'outcome',
  'index',
  'outcomes',
  'set',
  'density',
  'generator',
  'convex',
  'curve',
  'name',
] as const;
/** A `functional` is only ever defined, by `V(D) := …`: what it is of is a function or a pmf. */
export type SymbolType = (typeof SYMBOL_TYPES)[number] | 'functional';

/** A real number (infinite ones included), a function on the outcomes such as a pmf, an outcome, a density, or a function of a real number. */
export type ValueType = 'real' | 'vector' | 'outcome' | 'density' | 'curve';

export type { FamilyName, QuantityName };

/** How far a place runs: a symbol for an integer, such as N, or '' for the number of outcomes. */
export type Size = string;

export interface Axis {
  readonly variable: string;
  readonly size: Size;
}

export interface Place {
  readonly outcome: Expression;
  readonly size: Size;
}

/** Where an expression starts: the character offset in the TeX. */
interface At {
  readonly at: number;
}

export type Expression = At &
  (
    | { readonly kind: 'number'; readonly text: string }
    | { readonly kind: 'infinity' }
    | { readonly kind: 'e' }
    | {
        readonly kind: 'symbol';
        readonly name: string;
        readonly type: ValueType;
        /** Of what has more than one place, or another one than an outcome. */
        readonly sizes?: readonly Size[];
      }
    /** `P(x)` and `p_i`: outcomes are numbered from 1. `rest` are the second and further places of `J(x, y)`. */
    | {
        readonly kind: 'mass';
        readonly of: Expression;
        readonly outcome: Expression;
        readonly rest?: readonly Place[];
      }
    /** The values of `body` for all values of its variables, the last one running fastest. */
    | {
        readonly kind: 'array';
        readonly axes: readonly Axis[];
        readonly body: Expression;
        /** Whether it is a pmf for each value of its first place. */
        readonly channel?: true;
      }
    /** `J_{Y \mid X}`: the channel that a joint pmf makes; the places that are kept and those that are known, from 0. */
    | {
        readonly kind: 'conditional';
        readonly of: Expression;
        readonly keeps: readonly number[];
        readonly given: readonly number[];
        /** How far the places of the joint pmf run. */
        readonly sizes: readonly Size[];
      }
    | { readonly kind: 'softmax'; readonly of: Expression }
    /** ⌈…⌉ and ⌊…⌋. */
    | { readonly kind: 'rounded'; readonly which: 'up' | 'down'; readonly of: Expression }
    | { readonly kind: 'binomial'; readonly above: Expression; readonly below: Expression }
    | { readonly kind: 'factorial'; readonly of: Expression }
    /** 1 where the condition holds, 0 elsewhere. */
    | { readonly kind: 'indicator'; readonly where: Proposition }
    | { readonly kind: 'tuple'; readonly entries: readonly Expression[] }
    | { readonly kind: 'negate'; readonly of: Expression }
    | {
        readonly kind: 'add' | 'subtract' | 'multiply' | 'divide';
        readonly left: Expression;
        readonly right: Expression;
      }
    | { readonly kind: 'power'; readonly base: Expression; readonly exponent: Expression }
    | { readonly kind: 'root'; readonly of: Expression; readonly degree: number }
    | { readonly kind: 'absolute' | 'exponential'; readonly of: Expression }
    | { readonly kind: 'logarithm'; readonly of: Expression; readonly base?: Expression }
    | Fold
    | { readonly kind: 'extremum'; readonly which: 'maximum' | 'minimum'; readonly of: readonly Expression[] }
    | {
        readonly kind: 'expectation';
        readonly variable: string;
        readonly pmf: Expression;
        readonly body: Expression;
      }
    | {
        readonly kind: 'quantity';
        readonly name: QuantityName;
        /** The numbers that come before the pmfs, such as an order; of \JSDn the weights. */
        readonly parameters: readonly Expression[];
        readonly pmfs: readonly Expression[];
        /** How far the two places of a joint pmf run. */
        readonly sizes?: readonly Size[];
        /** Where the outcomes lie on the line, if not at 1, …, n. */
        readonly positions?: Expression;
        /** Whether it is of densities. */
        readonly densities?: true;
      }
    | Calculus
    | Curves
  );

/** What a derivative is taken with respect to. */
export type Target = Extract<Expression, { readonly kind: 'symbol' | 'mass' }>;

/** What needs more than sums over outcomes. */
export type Calculus =
  | { readonly kind: 'family'; readonly family: FamilyName; readonly parameters: readonly Expression[] }
  | { readonly kind: 'density'; readonly of: Expression; readonly point: Expression }
  | ({
      readonly kind: 'integral';
      readonly variable: string;
      readonly from: Expression;
      readonly to: Expression;
      readonly body: Expression;
    } & Integrand)
  /** An expectation under a density, or under a pmf on 0, 1, 2, …. */
  | ({
      readonly kind: 'average';
      readonly variable: string;
      readonly density: Expression;
      readonly body: Expression;
    } & Integrand)
  /** Γ, ψ, and the distribution function Φ of the standard normal. */
  | {
      readonly kind: 'special';
      readonly name: 'gamma' | 'digamma' | 'Phi';
      readonly of: readonly Expression[];
    }
  /**
   * `derivative` is what exact differentiation makes of `body`. The target is a symbol, or one entry of a vector,
   * whose other entries stay what they are.
   */
  | {
      readonly kind: 'derivative';
      readonly target: Target;
      readonly body: Expression;
      readonly derivative: Expression;
    }
  /** The variable runs through the values of `along` for k = 1, 2, … */
  | {
      readonly kind: 'limit';
      readonly variable: string;
      readonly to: Expression;
      readonly body: Expression;
      readonly along: Expression;
      readonly index: string;
    }
  /** The least value of a linear body over couplings, or the greatest over functions with bounded slopes. */
  | {
      readonly kind: 'optimum';
      readonly over: 'couplings' | 'Lipschitz functions' | 'potentials';
      readonly name: string;
      /** The second of two potentials. */
      readonly other?: string;
      readonly pmfs: readonly Expression[];
      /** The greatest slope, if it is over functions. */
      readonly slope?: Expression;
      /** An array on pairs: the distances that slopes are of, or what potentials are bounded by; without it, of steps. */
      readonly cost?: Expression;
      readonly body: Expression;
    }
  /** `\pi(x, y)` and `f(x)` inside of an optimum. */
  | { readonly kind: 'entry'; readonly name: string; readonly indices: readonly Expression[] };

/** A function of a real number: a named one that the instance gives, or one that the page has defined. */
export interface Curve extends At {
  readonly kind: 'curve';
  readonly name: string;
  readonly type: 'generator' | 'convex' | 'curve';
  readonly defined?: { readonly parameter: string; readonly body: Expression };
}

/** Functions of a real number, and the greatest and least of their values. */
export type Curves =
  | Curve
  /** f(t), f'(t) and f''(t): of a function that the page has defined, `body` is what is evaluated at the point. */
  | {
      readonly kind: 'apply';
      readonly curve: Curve;
      readonly order: 0 | 1 | 2;
      readonly point: Expression;
      readonly body?: Expression;
    }
  /** f^*(s), of a named function. */
  | { readonly kind: 'conjugate'; readonly curve: Curve; readonly point: Expression }
  /** The greatest value of a concave body, or the least of a convex one, or where it is attained. */
  | {
      readonly kind: 'search';
      readonly which: 'maximum' | 'minimum' | 'argmax' | 'argmin';
      readonly variable: string;
      readonly from: Expression;
      readonly to: Expression;
      readonly body: Expression;
    };

/** Σ, Π, max and min over outcomes: all of them, those of `from`…`to`, or those where a condition holds. */
export interface Fold {
  readonly kind: 'fold';
  /** The last two are the outcome at which the extremum is attained. */
  readonly over: 'sum' | 'product' | 'maximum' | 'minimum' | 'argmax' | 'argmin';
  readonly variable: string;
  readonly from?: Expression;
  readonly to?: Expression;
  readonly where?: Proposition;
  readonly body: Expression;
}

export type RelationSign = '=' | '≈' | '≤' | '≥' | '<' | '>' | '≪' | '∈';

export interface Relation extends At {
  readonly sign: RelationSign;
  readonly negated: boolean;
  /** `:=` instead of `=`. */
  readonly defines: boolean;
  /** As the author wrote it, for messages. */
  readonly written: string;
}

export interface Interval {
  readonly low: Expression;
  readonly high: Expression;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

/** One link of a chain a = b ≤ c. */
export interface Side extends At {
  readonly expression: Expression;
  readonly unit?: 'nats' | 'bits';
  /** The right-hand side of ∈ where it is an interval. */
  readonly interval?: Interval;
  /** The row of an aligned environment, from 1; 0 outside of one. */
  readonly row: number;
}

export interface Chain {
  readonly kind: 'chain';
  readonly sides: readonly Side[];
  readonly relations: readonly Relation[];
}

export type Proposition =
  | Chain
  | { readonly kind: 'and'; readonly parts: readonly Proposition[] }
  | {
      readonly kind: 'implies' | 'iff';
      readonly left: Proposition;
      readonly right: Proposition;
      readonly at: number;
    };

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

/** Something in a formula that a person has to change. */
export class FormulaError extends Error {
  override name = 'FormulaError';
  readonly offset: number;
  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

export function typeOf(expression: Expression): ValueType {
  switch (expression.kind) {
    case 'symbol':
      return expression.type;
    case 'tuple':
    case 'array':
    case 'conditional':
    case 'softmax':
      return 'vector';
    case 'family':
      return 'density';
    case 'curve':
      return 'curve';
    case 'negate':
      return typeOf(expression.of);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide': {
      const sides = [typeOf(expression.left), typeOf(expression.right)];
      return (['vector', 'density'] as const).find((type) => sides.includes(type)) ?? 'real';
    }
    default:
      return 'real';
  }
}
