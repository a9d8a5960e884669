import { pieces, segments, swapArguments, type Piece } from '../lexer.ts';
import type { Edit } from './edit.ts';
import { readTree, sequences, type Node } from './tree.ts';

/** A true statement whose relation is replaced by one of these is false, or says more than is known. */
const RELATIONS: Readonly<Record<string, readonly string[]>> = {
  '=': ['\\ne '],
  '\\ne': ['='],
  '\\neq': ['='],
  '\\approx': ['='],
  '<': ['>'],
  '>': ['<'],
  '\\lt': ['>'],
  '\\gt': ['<'],
  '\\le': ['\\ge ', '<'],
  '\\ge': ['\\le ', '>'],
  '\\leq': ['\\geq ', '<'],
  '\\geq': ['\\leq ', '>'],
  '\\leqslant': ['\\geqslant ', '<'],
  '\\geqslant': ['\\leqslant ', '>'],
  '\\ll': ['\\not\\ll '],
};

/** Every digit, sign and relation, and the arguments of every side and every quantity exchanged. */
export function* markEdits(tex: string): Generator<Edit> {
  for (const piece of pieces(tex)) {
    yield* digitEdits(piece);
    yield* signEdits(piece);
    yield* relationEdits(piece);
  }
  const comment = /%\s*in general not/.exec(tex);
  if (comment)
    yield {
      ...{ kind: 'relation', from: comment.index, to: comment.index + comment[0].length, by: '%' },
      description: 'in general not dropped',
    };
  yield* exchanges(tex);
}

function change(kind: Edit['kind'], { at, text }: Piece, by: string): Edit {
  const [before, after] = [text, by.trim()];
  return { kind, from: at, to: at + text.length, by, description: `${before} changed to ${after}` };
}

function* digitEdits(piece: Piece): Generator<Edit> {
  if (piece.kind !== 'digit') return;
  const digit = Number(piece.text);
  // The next digit first: where only one change is made, it is this one.
  const others = new Set([(digit + 1) % 10, digit - 1, (digit + 5) % 10].filter((other) => other >= 0));
  for (const other of others)
    yield { ...change('digit', piece, String(other)), description: `digit ${digit} changed to ${other}` };
}

function* signEdits(piece: Piece): Generator<Edit> {
  if (piece.kind === 'sign') yield change('sign', piece, piece.text === '+' ? '-' : '+');
}

function* relationEdits(piece: Piece): Generator<Edit> {
  const { text, depth, kind } = piece;
  // The = below a sum names its index.
  if (kind !== 'relation' || (depth > 0 && text === '=')) return;
  const others = text.startsWith('\\not') ? [`${text.slice(4).trim()} `] : (RELATIONS[text] ?? []);
  for (const other of others) yield change('relation', piece, other);
}

function* exchanges(tex: string): Generator<Edit> {
  for (const { from, to } of segments(tex)) {
    const side = tex.slice(from, to);
    const by = swapArguments(side);
    if (by === side) continue;
    yield { kind: 'arguments', from, to, by, description: `P and Q exchanged in ${side.trim()}` };
  }
  for (const { sequence } of sequences(readTree(tex))) {
    for (const node of sequence.nodes) if (node.kind === 'call') yield* argumentsOf(tex, node);
  }
}

/** The last two arguments of a call; a fraction is turned over elsewhere. */
function* argumentsOf(
  tex: string,
  { text, parts, from, to }: Extract<Node, { kind: 'call' }>,
): Generator<Edit> {
  if (parts.length < 2 || /frac$/.test(text)) return;
  const [left, right] = parts.slice(-2) as [(typeof parts)[0], (typeof parts)[0]];
  const [a, b] = [left, right].map((part) => tex.slice(part.from, part.to)) as [string, string];
  if (a.trim() === b.trim()) return;
  const by = tex.slice(from, left.from) + b + tex.slice(left.to, right.from) + a + tex.slice(right.to, to);
  yield { kind: 'arguments', from, to, by, description: `the arguments of ${tex.slice(from, to)} exchanged` };
}
