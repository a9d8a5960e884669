import type { Expression } from '../../src/formula/expression.ts';
import type { Chain, Proposition } from '../../src/formula/proposition.ts';
import type { Scope } from '../../src/formula/notation.ts';
import { plain } from '../../src/formula/plain.ts';
import { readStatement, type Statement } from '../../src/formula/statement.ts';

/** A part of a formula that has a value of its own, with the characters that say it. */
export interface SourcePart {
  readonly tex: string;
  readonly expression: Expression;
}

/** Every chain of a proposition, in the order in which they are written. */
export function chainsOf(proposition: Proposition): readonly Chain[] {
  if (proposition.kind === 'chain') return [proposition];
  const parts = proposition.kind === 'and' ? proposition.parts : [proposition.left, proposition.right];
  return parts.flatMap(chainsOf).sort((a, b) => a.sides[0]!.at - b.sides[0]!.at);
}

/** What may stand between one part and the next: punctuation, alignment, words, logical signs. */
const between =
  /(?:[\s,;.&~]|\\[,;:!\\]|\\q?quad|\\not|\\neq?|\\implies|\\iff|\\(?:Long)?(?:left)?(?:r|R)ightarrow|\\land|\\wedge|\\text\{[^{}]*\}|\\(?:begin|end)\{[a-z]+\*?\})+$/;

/** The TeX of an expression that starts at an offset; undefined unless it reads back as that very expression. */
function sourceOf(
  tex: string,
  expression: Expression,
  from: number,
  to: number,
  scope: Scope,
): string | undefined {
  const part = tex.slice(from, to).replace(between, '').replace(/\s+/g, ' ').trim();
  try {
    const read = readStatement(part, scope);
    const same = read.kind === 'mention' && read.expressions.length === 1 && read.expressions[0]!;
    return same && plain(same) === plain(expression) ? part : undefined;
  } catch {
    return undefined;
  }
}

export interface PlacedExpression {
  readonly expression: Expression;
  readonly at: number;
}

/** The expressions of a statement: the sides of its relations, or what it mentions. */
function expressionsOf(statement: Statement): readonly PlacedExpression[] {
  if (statement.kind === 'mention')
    return statement.expressions.map((expression) => ({ expression, at: expression.at }));
  return chainsOf(statement.proposition).flatMap((chain) =>
    chain.sides.filter((_, k) => chain.relations[k - 1]?.sign !== '∈'),
  );
}

/** The parts of a formula, each once. */
export function partsOf(tex: string, statement: Statement, scope: Scope): readonly SourcePart[] {
  const placed = expressionsOf(statement);
  const relations =
    statement.kind === 'mention' ? [] : chainsOf(statement.proposition).flatMap((chain) => chain.relations);
  const stops = [...placed, ...relations].map(({ at }) => at).sort((a, b) => a - b);
  const found = new Map<string, SourcePart>();
  for (const { expression, at } of placed) {
    const end = stops.find((stop) => stop > at) ?? tex.length;
    const part = sourceOf(tex, expression, at, end, scope);
    if (part !== undefined && !found.has(part)) found.set(part, { tex: part, expression });
  }
  return [...found.values()];
}
