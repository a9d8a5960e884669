/** A formula's source in pieces, without reading it: enough to change one thing and leave the rest. */
export interface Piece {
  readonly kind: 'digit' | 'sign' | 'relation' | 'link' | 'letter' | 'other';
  readonly text: string;
  readonly at: number;
  /** How many braces and parentheses are open around it. */
  readonly depth: number;
}

const PIECE =
  /%[^\n]*|\\(?:text|begin|end|operatorname|mathrm)\s*\{[^{}]*\}|\\not\s*(?:\\[A-Za-z]+|[=<>])|:=|\\[A-Za-z]+|\\[^]|[^]/g;
const RELATION =
  /^(?:\\not\s*.*|:=|=|<|>|\\(?:lt|gt|leq?|geq?|leqslant|geqslant|neq?|approx|ll|in|coloneqq))$/;
const LINK = /^(?:\\(?:implies|iff|Rightarrow|Leftrightarrow|land|wedge)|\\\\|&|,|:)$/;

export function pieces(tex: string): Piece[] {
  let depth = 0;
  return [...tex.matchAll(PIECE)].map((match): Piece => {
    const text = match[0];
    if (/^[)}\]]$/.test(text) || text === '\\}') depth--;
    const piece = { kind: kindOf(text), text, at: match.index, depth };
    if (/^[({[]$/.test(text) || text === '\\{') depth++;
    return piece;
  });
}

function kindOf(text: string): Piece['kind'] {
  if (/^\d$/.test(text)) return 'digit';
  if (text === '+' || text === '-') return 'sign';
  if (RELATION.test(text)) return 'relation';
  if (LINK.test(text)) return 'link';
  return /^[A-Za-z]$/.test(text) ? 'letter' : 'other';
}

/** What stands between two relations or links, outside of parentheses. */
export interface Segment {
  readonly from: number;
  readonly to: number;
}

export function segments(tex: string): Segment[] {
  const found: Segment[] = [];
  let from = 0;
  for (const { kind, at, text, depth } of pieces(tex)) {
    const separates =
      ((kind === 'relation' || kind === 'link') && depth === 0) || /^(?:%|\\(?:begin|end|text))/.test(text);
    if (!separates) continue;
    if (tex.slice(from, at).trim() !== '') found.push({ from, to: at });
    from = at + text.length;
  }
  if (tex.slice(from).trim() !== '') found.push({ from, to: tex.length });
  return found;
}

const PARTNERS: Readonly<Record<string, string>> = { P: 'Q', Q: 'P', p: 'q', q: 'p' };

/** P and Q exchanged between two offsets, and p and q with them. */
export function swapArguments(tex: string, { from, to }: Segment = { from: 0, to: tex.length }): string {
  return pieces(tex)
    .map(({ kind, text, at }) =>
      kind === 'letter' && at >= from && at < to ? (PARTNERS[text] ?? text) : text,
    )
    .join('');
}
