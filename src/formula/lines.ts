import { FormulaError } from './formula-error.ts';
import type { Token, Tokens } from './token.ts';

export interface Line {
  readonly tokens: Tokens;
  /** The row of aligned, from 1; 0 outside. */
  readonly row: number;
}

/** The rows of a formula, those that go on with the row before them joined to it. */
export function lines(tokens: Tokens): Line[][] {
  const rows = tokens.find((token) => token.kind === 'rows');
  if (rows?.kind !== 'rows') return [[{ tokens: dropEnd(tokens), row: 0 }]];
  if (dropEnd(tokens).length > 1) throw new FormulaError('aligned stands alone in its formula', rows.at);
  const joined: Line[][] = [];
  for (const [k, row] of rows.rows.entries()) {
    const first = row.tokens[0]!;
    const before = joined.at(-1)?.at(-1)?.tokens.at(-1);
    const links = (token: Token | undefined): boolean =>
      ['relation', 'not', 'implies', 'iff', 'and'].includes(token?.kind ?? '');
    const goesOn =
      links(first) ||
      (first.kind === 'operator' && row.continues) ||
      links(before) ||
      before?.kind === 'operator';
    const line = { tokens: dropEnd(row.tokens), row: k + 1 };
    if (goesOn && before) joined.at(-1)!.push(line);
    else joined.push([line]);
  }
  return joined;
}

/** Without the punctuation at the end, and without `\text{ for all } x`, which is understood. */
export function dropEnd(tokens: Tokens): Tokens {
  if (tokens.at(-1)?.kind === 'mark') return dropEnd(tokens.slice(0, -1));
  const word = tokens.findLastIndex((token) => isWord(token, 'for all') || isWord(token, 'for every'));
  const letters = tokens.slice(word + 1);
  if (word < 0 || !letters.every((token) => token.kind === 'symbol' || isComma(token))) return tokens;
  return dropEnd(tokens.slice(0, word));
}

export const isComma = (token: Token): boolean => token.kind === 'mark' && token.text === ',';
export const isWord = (token: Token, word: string): boolean =>
  token.kind === 'words' && token.text.replace(/^[\s,]+|[\s,]+$/g, '') === word;

export function unitOf(tokens: Tokens): 'nats' | 'bits' | undefined {
  const last = tokens.at(-1);
  return (['nats', 'bits'] as const).find(
    (unit) => last && (isWord(last, unit) || isWord(last, unit.slice(0, -1))),
  );
}

export function dropUnit(tokens: Tokens): Tokens {
  return unitOf(tokens) ? tokens.slice(0, -1) : tokens;
}

/** `:` and `=` side by side are one sign. */
export function joinSigns(tokens: Tokens): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const before = joined.at(-1);
    if (
      token.kind === 'relation' &&
      token.text === '=' &&
      before?.kind === 'relation' &&
      before.text === ':'
    ) {
      joined[joined.length - 1] = { ...before, text: ':=', end: token.end };
    } else joined.push(token);
  }
  return joined;
}
