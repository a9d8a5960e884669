import { readDefinition } from './definition.ts';
import { FormulaError } from './formula-error.ts';
import { typeOf } from './type-of.ts';
import type { Definition } from './environment.ts';
import type { Expression } from './expression.ts';
import type { Chain, Interval, Proposition, Relation, RelationSign, Side } from './proposition.ts';
import { sizesOf } from './arrays.ts';
import { dropEnd, dropUnit, isComma, isWord, joinSigns, lines, unitOf } from './lines.ts';
import type { Line } from './lines.ts';
import { lookUp } from './notation.ts';
import type { Scope } from './notation.ts';
import { parseExpression } from './parse.ts';
import type { Context } from './parse-array.ts';
import { requireScope } from './scope.ts';
import { splitAt } from './token-reader.ts';
import { textOf } from './token.ts';
import { tokenize } from './tokens.ts';
import type { Token, Tokens } from './token.ts';

/** What a formula says: a proposition, or expressions that are only mentioned. */
export type Statement =
  | { readonly kind: 'proposition' | 'hypothesis'; readonly proposition: Proposition }
  | { readonly kind: 'definition'; readonly proposition: Chain; readonly definition: Definition }
  | { readonly kind: 'mention'; readonly expressions: readonly Expression[] };

const SIGNS: Readonly<Record<string, RelationSign>> = {
  '=': '=',
  ':=': '=',
  '\\ne': '=',
  '\\approx': '≈',
  '\\le': '≤',
  '\\leq': '≤',
  '\\leqslant': '≤',
  '\\ge': '≥',
  '\\geq': '≥',
  '\\geqslant': '≥',
  '<': '<',
  '\\lt': '<',
  '>': '>',
  '\\gt': '>',
  '\\ll': '≪',
  '\\in': '∈',
};

/** Reads a formula in a scope. Throws FormulaError. */
export function readStatement(tex: string, scope: Scope): Statement {
  const tokens = tokenize(tex);
  const only = tokens.find((token) => token.kind === 'call' && token.name === 'suppose');
  if (only?.kind === 'call') {
    if (dropEnd(tokens).length > 1) throw new FormulaError('\\suppose stands alone in its formula', only.at);
    return { kind: 'hypothesis', proposition: new Reader(scope).proposition(lines(only.parts[0]!)) };
  }
  return new Reader(scope).statement(lines(tokens), tex);
}

class Reader {
  readonly scope: Scope;
  rows: readonly Line[] = [];

  constructor(scope: Scope) {
    this.scope = scope;
  }

  context(): Context {
    return {
      scope: this.scope,
      bound: [],
      condition: (tokens, context) => this.conjunction(tokens, context),
    };
  }

  statement(groups: Line[][], tex: string): Statement {
    const tokens = groups.flat().flatMap((line) => line.tokens);
    if (tokens.length === 0) throw new FormulaError('an empty formula', 0);
    if (!tokens.some((token) => isLink(token))) {
      const parts = splitAt(tokens, isComma);
      return {
        kind: 'mention',
        expressions: parts.map((part) => parseExpression(part, this.context(), part[0]?.at ?? 0)),
      };
    }
    const definition = groups.length === 1 ? readDefinition(tokens, tex, this.context()) : undefined;
    if (!definition) return { kind: 'proposition', proposition: this.proposition(groups) };
    const scope = { ...this.scope, definitions: [...(this.scope.definitions ?? []), definition] };
    const proposition = new Reader(scope).proposition(groups);
    if (proposition.kind !== 'chain') throw new FormulaError('a definition stands alone in its formula', 0);
    return { kind: 'definition', definition, proposition };
  }

  proposition(groups: Line[][]): Proposition {
    const parts = groups.map((group) => {
      this.rows = group;
      return this.implications(group.flatMap((line) => line.tokens));
    });
    return parts.length === 1 ? parts[0]! : { kind: 'and', parts };
  }

  /** `A \text{ if } B` says `B \implies A`. */
  implications(tokens: Tokens): Proposition {
    const equality = tokens.findIndex((token) => isWord(token, 'with equality if and only if'));
    if (equality >= 0) return this.withEquality(tokens, equality);
    const word = tokens.findIndex((token) => isWord(token, 'if'));
    if (word >= 0) {
      const [left, right] = [tokens.slice(word + 1), tokens.slice(0, word)].map((part) =>
        this.conjunction(part, this.context()),
      );
      return { kind: 'implies', left: left!, right: right!, at: tokens[word]!.at };
    }
    const links = tokens.filter((token) => token.kind === 'implies' || token.kind === 'iff');
    const parts = splitAt(tokens, (token) => token.kind === 'implies' || token.kind === 'iff').map((part) =>
      this.conjunction(part, this.context()),
    );
    const pairs = links.map((link, k): Proposition => {
      return { kind: link.kind as 'implies' | 'iff', left: parts[k]!, right: parts[k + 1]!, at: link.at };
    });
    if (pairs.length === 0) return parts[0]!;
    return pairs.length === 1 ? pairs[0]! : { kind: 'and', parts: pairs };
  }

  /** `A \ge B \text{ with equality if and only if } C` says two things. */
  withEquality(tokens: Tokens, word: number): Proposition {
    const bound = this.chain(dropEnd(tokens.slice(0, word)), this.context());
    const condition = this.conjunction(tokens.slice(word + 1), this.context());
    const { at } = tokens[word]!;
    if (bound.relations.length !== 1)
      throw new FormulaError('equality of which sides? Write one inequality before these words', at);
    const equal: Chain = { ...bound, relations: [{ ...bound.relations[0]!, sign: '=', negated: false }] };
    return { kind: 'and', parts: [bound, { kind: 'iff', left: equal, right: condition, at }] };
  }

  conjunction(tokens: Tokens, context: Context): Proposition {
    const parts = splitAt(
      tokens,
      (token) => token.kind === 'and' || isComma(token) || isWord(token, 'and'),
    ).filter((part) => part.length > 0);
    const chains = parts.map((part) => this.chain(part, context));
    if (chains.length === 0) throw new FormulaError('a relation was expected here', tokens[0]?.at ?? 0);
    return chains.length === 1 ? chains[0]! : { kind: 'and', parts: chains };
  }

  chain(tokens: Tokens, context: Context): Chain {
    const signed = joinSigns(tokens);
    const parts = splitAt(signed, (token) => token.kind === 'relation');
    const relations: Relation[] = [];
    for (const [k, token] of signed.entries()) {
      if (token.kind !== 'relation') continue;
      const sign = SIGNS[token.text];
      if (!sign) throw new FormulaError(`${token.text} has no meaning here`, token.at);
      const negated = token.text === '\\ne' || signed[k - 1]?.kind === 'not';
      const written = signed[k - 1]?.kind === 'not' ? `\\not${token.text}` : token.text;
      relations.push({ sign, negated, defines: token.text === ':=', written, at: token.at });
    }
    if (relations.length === 0)
      throw new FormulaError('a relation was expected beside this', tokens[0]?.at ?? 0);
    const sides = parts.map((part, k) => {
      const at = part[0]?.at ?? relations[k]?.at ?? relations[k - 1]?.at ?? 0;
      const side = part.filter((token) => token.kind !== 'not');
      return relations[k - 1]?.sign === '∈' ? this.set(side, context, at) : this.side(side, context, at);
    });
    relations.forEach((relation, k) => requireTypes(relation, sides[k]!, sides[k + 1]!));
    return { kind: 'chain', sides, relations };
  }

  side(tokens: Tokens, context: Context, at: number): Side {
    const unit = unitOf(tokens);
    const known = unit ? { unit } : {};
    const expression = parseExpression(dropUnit(tokens), context, at);
    requireScope(expression);
    return { expression, ...known, row: this.row(at), at };
  }

  /** `(0, 1)`, `[0, \infty)` or a set such as \X after ∈. */
  set(tokens: Tokens, context: Context, at: number): Side {
    const nothing: Expression = { kind: 'number', text: '0', at };
    const place = { expression: nothing, row: this.row(at), at };
    if (tokens.length === 1 && lookUp(this.scope, textOf(tokens[0]!)) === 'set') return place;
    const single = tokens[0]?.kind === 'fenced' && tokens.length === 1 ? tokens[0] : undefined;
    const left = single?.left ?? textOf(tokens[0] ?? ({} as Token));
    const right = single?.right ?? textOf(tokens.at(-1) ?? ({} as Token));
    const ends = splitAt(single?.body ?? tokens.slice(1, -1), isComma);
    if (!'(['.includes(left) || !')]'.includes(right) || ends.length !== 2) {
      throw new FormulaError('after \\in, write \\X, \\R or an interval such as (0, 1)', at);
    }
    const [low, high] = ends.map((end) => parseExpression(end, context, at));
    const interval: Interval = {
      low: low!,
      high: high!,
      lowIncluded: left === '[',
      highIncluded: right === ']',
    };
    return { ...place, interval };
  }

  row(at: number): number {
    return this.rows.findLast((line) => (line.tokens[0]?.at ?? Infinity) <= at)?.row ?? 0;
  }
}

function requireTypes(relation: Relation, left: Side, right: Side): void {
  const densities = [left, right].filter((side) => typeOf(side.expression) === 'density').length;
  if (densities > 0 && !(relation.defines && densities === 2))
    throw new FormulaError(`a density beside ${relation.written}; write p(x)`, relation.at);
  const vectors = [left, right].filter((side) => typeOf(side.expression) === 'vector').length;
  const sizes = [left, right].map((side) => sizesOf(side.expression)?.join());
  if (vectors === 2 && sizes[0] !== undefined && sizes[1] !== undefined && sizes[0] !== sizes[1])
    throw new FormulaError(`the sides of ${relation.written} do not have the same outcomes`, relation.at);
  if (relation.sign === '≪' && vectors < 2)
    throw new FormulaError('\\ll stands between two pmfs', relation.at);
  if (relation.sign === '=' && vectors === 1) {
    throw new FormulaError(`a pmf and a number beside ${relation.written}`, relation.at);
  }
  if (!['=', '≪'].includes(relation.sign) && vectors > 0) {
    throw new FormulaError(`${relation.written} beside a pmf; write P(x)`, relation.at);
  }
}

const isLink = (token: Token): boolean => ['relation', 'not', 'implies', 'iff'].includes(token.kind);
