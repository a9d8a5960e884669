import type { Givens } from '../../src/formula/environment.ts';
import type { Expression } from '../../src/formula/expression.ts';
import { partsOf, type SourcePart } from './parts.ts';
import { environmentOf, type Question } from './question.ts';
import { show, type Shown } from './shown.ts';
import type { Closest } from './truth.ts';

/** The least slack that was seen, and where. */
export interface Least {
  /** 'slack' of an inequality, 'gap' between the sides of an equality. */
  readonly kind: 'slack' | 'gap';
  readonly size: number;
  readonly shown: Shown | { readonly why: string };
  readonly values: Givens;
}

/** What is told of the relation that came nearest to failing. */
export function leastOf(question: Question, { chain, at, slack, clear }: Closest, values: Givens): Least {
  const { sign } = chain.relations[at]!;
  const parts = partsOf(question.source, question.statement, question.scope);
  const part = (expression: Expression): SourcePart | undefined =>
    parts.find(
      (one) => one.expression === expression || JSON.stringify(one.expression) === JSON.stringify(expression),
    );
  const ends = [chain.sides[at]!, chain.sides[at + 1]!].map((side) => part(side.expression));
  const [low, high] = sign === '≤' || sign === '<' ? ends : [ends[1], ends[0]];
  const kind = sign === '=' ? 'gap' : 'slack';
  const size = slack + 0;
  if (!low || !high) return { kind, size, shown: { why: 'has no value of its own' }, values };
  if (!clear) return { kind, size, shown: { why: 'is zero to within rounding' }, values };
  return { kind, size, shown: show(difference(high, low), environmentOf(question, values)), values };
}

const isZero = ({ expression }: SourcePart): boolean =>
  expression.kind === 'number' && Number(expression.text) === 0;

/** `(\KL{P}{Q} + \KL{Q}{R}) - (\KL{P}{R})`. */
function difference(high: SourcePart, low: SourcePart): SourcePart {
  if (isZero(low)) return high;
  const tex = `(${high.tex}) - (${low.tex})`;
  return {
    tex,
    expression: { kind: 'subtract', left: high.expression, right: low.expression, at: 0 },
  };
}
