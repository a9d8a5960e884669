import { FormulaError } from './formula-error.ts';
import { textOf } from './token.ts';
import type { Token, Tokens } from './token.ts';

export type Scripts = Extract<Token, { kind: 'scripts' }>;
export const CLOSING: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '|': '|',
  '\\{': '\\}',
  '\\lceil': '\\rceil',
  '\\lfloor': '\\rfloor',
};

/** Steps through tokens, and says where it is when they cannot be understood. */
export class TokenReader {
  tokens: Tokens;
  readonly start: number;
  position = 0;

  constructor(tokens: Tokens, start: number) {
    this.tokens = tokens;
    this.start = start;
  }

  get next(): Token | undefined {
    return this.tokens[this.position];
  }

  get at(): number {
    return this.next?.at ?? this.tokens.at(-1)?.end ?? this.start;
  }

  fail(message: string, at = this.at): never {
    throw new FormulaError(message, at);
  }

  isOperator(...texts: string[]): boolean {
    return this.next?.kind === 'operator' && texts.includes(this.next.text);
  }

  finish(): void {
    const left = this.next;
    if (!left) return;
    if (left.kind === 'words')
      this.fail(`the words '${left.text.trim()}' cannot be executed; move them into the sentence`);
    this.fail(`did not expect ${textOf(left) || left.kind} here`);
  }

  /** The tokens up to the fence that closes this one, which is stepped over. */
  upToClose(open: Token): Tokens {
    const first = this.position;
    for (let depth = 1; this.position < this.tokens.length; this.position++) {
      const token = this.tokens[this.position]!;
      if (open.kind === 'bar' ? token.kind === 'bar' && token.text === open.text : token.kind === 'close')
        depth--;
      else if (open.kind !== 'bar' && token.kind === 'open') depth++;
      if (depth > 0) continue;
      if (textOf(token) !== CLOSING[textOf(open)])
        this.fail(`${textOf(open)} is closed by ${textOf(token)}`, token.at);
      return this.tokens.slice(first, this.position++);
    }
    return this.fail(`${textOf(open)} is never closed`, open.at);
  }

  peekParentheses(): Tokens {
    const before = this.position++;
    const body = this.upToClose(this.tokens[before]!);
    this.position = before;
    return body;
  }
}

/** The tokens between separators that are not inside of parentheses. */
export function splitAt(tokens: Tokens, separates: (token: Token) => boolean): Token[][] {
  const parts: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.kind === 'open') depth++;
    if (token.kind === 'close') depth--;
    if (depth === 0 && separates(token)) parts.push([]);
    else parts.at(-1)!.push(token);
  }
  return parts;
}
