import type { FamilyName } from './family-table.ts';
import type { Integrand } from './integrand.ts';
import type { Proposition } from './proposition.ts';
import type { QuantityName } from './quantity-table.ts';
import type { ValueType } from './symbol-types.ts';

/** The typed expressions that formulas become. */

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
export interface At {
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
        /** Where the outcomes lie, one coordinate after the other, if not at 1, …, n on the line. */
        readonly positions?: readonly Expression[];
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
