/** TeX as nested sequences, without reading it: enough to take one part out and leave the rest. */
export type Node = { readonly from: number; readonly to: number } & (
  | {
      readonly kind: 'letter' | 'number' | 'command' | 'sign' | 'relation' | 'link' | 'operator' | 'space';
      readonly text: string;
    }
  /** (…), |…| and their kin, and what stands in braces without a command. */
  | { readonly kind: 'group'; readonly open: string; readonly inner: Sequence }
  /** A command with what it takes: \frac{…}{…}, \KL{P}{Q}, \sqrt[3]{…}. */
  | { readonly kind: 'call'; readonly text: string; readonly parts: readonly Sequence[] }
  | { readonly kind: 'script'; readonly place: '_' | '^'; readonly inner: Sequence }
);
export interface Sequence {
  readonly from: number;
  readonly to: number;
  readonly nodes: readonly Node[];
}

const WORDS = /^\\(?:text|operatorname|mathrm|mathcal|mathbb|mathbf|begin|end)\s*\{[^{}]*\}/;
const SPACE = /^(?:\s+|%[^\n]*|\\[,;:! ]|~|&|\\quad|\\qquad|\\displaystyle|\\limits)(?![A-Za-z])|^\s+/;
const RELATION =
  /^(?:\\not\s*(?:\\[A-Za-z]+|[=<>])|:=|[=<>]|\\(?:lt|gt|leq?|geq?|leqslant|geqslant|neq?|approx|ll|in|sim|to|coloneqq)(?![A-Za-z]))/;
const LINK = /^(?:\\\\|,|:|\\(?:implies|iff|Rightarrow|Leftrightarrow|land|wedge)(?![A-Za-z]))/;
const SIZE = /^\\(?:left|right|middle|[bB]igg?[lrm]?)(?![A-Za-z])\s*/;
const OPEN = /^(?:\(|\[|\\\{|\\lvert(?![A-Za-z])|\\lbrack(?![A-Za-z]))/;
const CLOSE = /^(?:\)|\]|\\\}|\\rvert(?![A-Za-z])|\\rbrack(?![A-Za-z]))/;
/** Commands that take a digit or a letter as well as braces. */
const FRACTION = /^\\[tdc]?frac$/;

export function readTree(tex: string): Sequence {
  return new Scanner(tex).sequence(() => false);
}

class Scanner {
  readonly tex: string;
  at = 0;

  constructor(tex: string) {
    this.tex = tex;
  }

  get rest(): string {
    return this.tex.slice(this.at);
  }

  take(pattern: RegExp): string | undefined {
    const found = pattern.exec(this.rest)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }

  sequence(ends: () => boolean): Sequence {
    const from = this.at;
    const nodes: Node[] = [];
    while (this.at < this.tex.length && !ends()) nodes.push(this.node());
    return { from, to: this.at, nodes };
  }

  node(): Node {
    const from = this.at;
    const simple = (kind: Extract<Node, { text: string }>['kind'], text: string): Node =>
      ({ kind, text, from, to: this.at }) as Node;
    const space = this.take(SPACE);
    if (space !== undefined) return simple('space', space);
    const words = this.take(WORDS);
    if (words !== undefined) return simple(/^\\(?:text|begin|end)/.test(words) ? 'link' : 'letter', words);
    const link = this.take(LINK);
    if (link !== undefined) return simple('link', link);
    const relation = this.take(RELATION);
    if (relation !== undefined) return simple('relation', relation);
    const number = this.take(/^\d+(?:\.\d+)?/);
    if (number !== undefined) return simple('number', number);
    const sign = this.take(/^[+-]/);
    if (sign !== undefined) return simple('sign', sign);
    const operator = this.take(/^(?:\/|\\(?:cdot|times)(?![A-Za-z]))/);
    if (operator !== undefined) return simple('operator', operator);
    const script = this.take(/^[_^]/);
    if (script !== undefined) {
      const inner = this.argument();
      return { kind: 'script', place: script as '_' | '^', inner, from, to: this.at };
    }
    const fenced = this.fenced(from);
    if (fenced) return fenced;
    const command = this.take(/^\\[A-Za-z]+/);
    if (command !== undefined) return this.call(command, from);
    const letter = this.take(/^[A-Za-z]'?/);
    if (letter !== undefined) return simple('letter', letter);
    this.at += /^\\./.test(this.rest) ? 2 : 1;
    return simple('operator', this.tex.slice(from, this.at));
  }

  /** A pair of delimiters with what stands between them, or undefined where none opens here. */
  fenced(from: number): Node | undefined {
    if (this.take(/^\{/) !== undefined) {
      const inner = this.sequence(() => this.rest.startsWith('}'));
      this.at++;
      return { kind: 'group', open: '{', inner, from, to: this.at };
    }
    const size = this.take(SIZE) ?? '';
    const bar = this.take(/^(?:\||\\vert(?![A-Za-z]))/);
    const open = bar ?? this.take(OPEN);
    if (open === undefined) {
      if (size !== '') this.at++;
      return size === ''
        ? undefined
        : { kind: 'operator', text: this.tex.slice(from, this.at), from, to: this.at };
    }
    const closing = bar === undefined ? CLOSE : /^(?:\||\\vert(?![A-Za-z]))/;
    const inner = this.sequence(() => closing.test(this.rest.replace(SIZE, '')) || this.rest.startsWith('}'));
    this.take(SIZE);
    this.take(closing);
    return { kind: 'group', open, inner, from, to: this.at };
  }

  call(command: string, from: number): Node {
    const parts: Sequence[] = [];
    if (command === '\\sqrt' && this.take(/^\s*\[/) !== undefined) {
      this.sequence(() => this.rest.startsWith(']'));
      this.at++;
    }
    if (FRACTION.test(command)) parts.push(this.argument(), this.argument());
    else while (/^\s*\{/.test(this.rest)) parts.push(this.argument());
    if (parts.length > 0) return { kind: 'call', text: command, parts, from, to: this.at };
    return { kind: 'command', text: command, from, to: this.at };
  }

  /** What stands in the braces that follow, or the one character or command. */
  argument(): Sequence {
    this.take(/^\s+/);
    if (this.take(/^\{/) !== undefined) {
      const inner = this.sequence(() => this.rest.startsWith('}'));
      this.at++;
      return inner;
    }
    const from = this.at;
    const digit = this.take(/^\d/);
    if (digit !== undefined)
      return { from, to: this.at, nodes: [{ kind: 'number', text: digit, from, to: this.at }] };
    const node = this.at < this.tex.length ? [this.node()] : [];
    return { from, to: this.at, nodes: node };
  }
}

/** A sequence, and what it is part of. */
export interface Within {
  readonly sequence: Sequence;
  readonly of: 'formula' | Exclude<Node, { text: string }> | Extract<Node, { kind: 'call' }>;
}

/** Every sequence of a formula, from the outside in. */
export function* sequences(sequence: Sequence, of: Within['of'] = 'formula'): Generator<Within> {
  yield { sequence, of };
  for (const node of sequence.nodes) {
    if (node.kind === 'group' || node.kind === 'script') yield* sequences(node.inner, node);
    if (node.kind === 'call') for (const part of node.parts) yield* sequences(part, node);
  }
}
