import type { At, Expression } from './expression.ts';

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
