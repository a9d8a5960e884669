import type { Expression } from './expression.ts';
import { lookUp } from './notation.ts';
import { OptimumParser } from './parse-optimum.ts';
import { splitAt } from './token-reader.ts';
import type { Scripts } from './token-reader.ts';
import { textOf } from './token.ts';
import type { Token, Tokens } from './token.ts';

type Search = Extract<Expression, { readonly kind: 'search' }>;

const SEARCHES: Readonly<Record<string, Search['which']>> = {
  '\\sup': 'maximum',
  '\\max': 'maximum',
  '\\argmax': 'argmax',
  '\\inf': 'minimum',
  '\\min': 'minimum',
  '\\argmin': 'argmin',
};

interface Ends {
  readonly variable: string;
  readonly from: Expression;
  readonly to: Expression;
}

/** Reads the greatest and least values over a real interval: \sup_{t > 0}, \max_{\alpha \in [0, 1]}, \inf_{t \in \R}. */
export abstract class SearchParser extends OptimumParser {
  search(name: string, scripts: Scripts | undefined, at: number): Expression | undefined {
    const which = Object.hasOwn(SEARCHES, name) ? SEARCHES[name] : undefined;
    const ends = which && scripts?.sub && !scripts.sup ? this.ends(scripts.sub, at) : undefined;
    if (!which || !ends) return undefined;
    return { kind: 'search', which, ...ends, body: this.body(this.withReal(ends.variable)), at };
  }

  ends(tokens: Tokens, at: number): Ends | undefined {
    const signs = tokens.filter((token) => token.kind === 'relation').map(textOf);
    const parts = splitAt(tokens, (token) => token.kind === 'relation');
    const variable = parts.length === 3 ? parts[1]! : parts[0]!;
    const letter = variable.map(textOf).join('');
    if (variable[0]?.kind !== 'symbol') return undefined;
    const infinity: Expression = { kind: 'infinity', at };
    const below: Expression = { kind: 'negate', of: infinity, at };
    const end = (part: Tokens): Expression => this.inner(part, at);
    const between = (from: Expression, to: Expression): Ends => ({ variable: letter, from, to });
    const less = (sign: string | undefined): boolean => ['<', '\\le', '\\leq', '\\lt'].includes(sign ?? '');
    if (signs.length === 0) return this.ofType(letter, at);
    if (signs.length === 2) return signs.every(less) ? between(end(parts[0]!), end(parts[2]!)) : undefined;
    if (less(signs[0])) return between(below, end(parts[1]!));
    if (['>', '\\ge', '\\geq', '\\gt'].includes(signs[0]!)) return between(end(parts[1]!), infinity);
    if (signs[0] !== '\\in') return undefined;
    if (parts[1]!.length === 1 && textOf(parts[1]![0]!) === '\\mathbb{R}') return between(below, infinity);
    const inside = insideOf(parts[1]!);
    return inside && between(end(inside[0]!), end(inside[1]!));
  }

  /** Of a letter alone, all that its type says. */
  ofType(letter: string, at: number): Ends | undefined {
    if (this.context.bound.includes(letter)) return undefined;
    const infinity: Expression = { kind: 'infinity', at };
    const number = (text: string): Expression => ({ kind: 'number', text, at });
    switch (lookUp(this.context.scope, letter)) {
      case 'positive':
        return { variable: letter, from: number('0'), to: infinity };
      case 'probability':
        return { variable: letter, from: number('0'), to: number('1') };
      case 'real':
        return { variable: letter, from: { kind: 'negate', of: infinity, at }, to: infinity };
      default:
        return undefined;
    }
  }
}

/** The two ends of [0, 1], (0, \infty) and the like. */
function insideOf(tokens: Tokens): readonly Tokens[] | undefined {
  const [first] = tokens;
  const body =
    first?.kind === 'fenced' && tokens.length === 1
      ? first.body
      : isFence(first) && isFence(tokens.at(-1))
        ? tokens.slice(1, -1)
        : undefined;
  const ends = body && splitAt(body, (token) => token.kind === 'mark' && token.text === ',');
  return ends?.length === 2 && ends.every((end) => end.length > 0) ? ends : undefined;
}

const isFence = (token: Token | undefined): boolean => token?.kind === 'open' || token?.kind === 'close';
