import type { Edit, Kind } from './edit.ts';
import { factors, sides, terms, type Part, type Term } from './terms.ts';
import { readTree, sequences, type Node, type Sequence, type Within } from './tree.ts';

/** What is known about the symbols of a formula. */
export interface Symbols {
  /** Whether P(x) is one thing, and not P times x. */
  readonly takesParentheses: (name: string) => boolean;
  readonly isOutcome: (name: string) => boolean;
}

/** Terms dropped and doubled, factors dropped, logarithms, exponents, roots, conditions, extrema and bounds changed. */
export function* structuralEdits(tex: string, symbols: Symbols): Generator<Edit> {
  for (const within of sequences(readTree(tex))) {
    for (const side of sides(within.sequence)) {
      yield* termEdits(tex, terms(side), within, symbols);
      for (const term of terms(side)) yield* factorEdits(tex, term, symbols);
    }
    yield* nodeEdits(tex, within.sequence);
  }
}

function edit(
  tex: string,
  kind: Kind,
  { from, to }: { from: number; to: number },
  by: string,
  what: string,
): Edit {
  return { kind, from, to, by, description: `${short(tex.slice(from, to))} ${what}`.trim() };
}

const short = (text: string): string => text.replace(/\s+/g, ' ').trim();

const isNumber = ({ nodes }: Part): boolean =>
  nodes.every(({ kind }) => kind === 'number' || kind === 'operator');

function* termEdits(
  tex: string,
  all: readonly Term[],
  { of }: Within,
  { isOutcome }: Symbols,
): Generator<Edit> {
  for (const [k, term] of all.entries()) {
    if (all.length > 1) yield droppedTerm(tex, all, k);
    // An argument of a quantity is a pmf, and a number alone has digits to be changed.
    const countable = all.length > 1 || of === 'formula' || of.kind === 'group' || of.kind === 'call';
    const pmf = of !== 'formula' && of.kind === 'call' && !/frac$|^\\(?:sqrt|E)$/.test(of.text);
    const text = tex.slice(term.from, term.to);
    if (!countable || isNumber(term) || isOutcome(text) || (pmf && all.length === 1)) continue;
    const sign = term.sign?.text ?? '+';
    yield edit(
      tex,
      'term doubled',
      { from: term.to, to: term.to },
      ` ${sign} ${text}`,
      `${short(text)} doubled`,
    );
  }
}

function droppedTerm(tex: string, all: readonly Term[], k: number): Edit {
  const term = all[k]!;
  const next = all[k + 1];
  const from = term.sign?.from ?? term.from;
  // The sign of what follows becomes the first one, where a plus is not written.
  const first = k === 0 && next?.sign?.text === '+';
  return edit(tex, 'term dropped', { from, to: first ? next.sign!.to : term.to }, '', 'dropped');
}

function* factorEdits(tex: string, term: Part, { takesParentheses }: Symbols): Generator<Edit> {
  const all = factors(tex, term, takesParentheses);
  for (const [k, factor] of all.entries()) {
    const [head] = factor.nodes;
    if (head?.kind === 'call' && /frac$/.test(head.text)) yield* fractionEdits(tex, head);
    if (all.length < 2) continue;
    const before = tex.slice(all[k - 1]?.to ?? factor.from, factor.from);
    const after = tex.slice(factor.to, all[k + 1]?.from ?? factor.to);
    const divided = after.trim() === '/';
    const from = /^\s*(?:\/|\\cdot|\\times)\s*$/.test(before) ? all[k - 1]!.to : factor.from;
    const to =
      k === 0 && !divided && after.trim() !== '' && !/^\\[,;:! ]$/.test(after.trim())
        ? all[k + 1]!.from
        : factor.to;
    yield edit(tex, 'factor', { from, to }, k === 0 && divided ? '1' : '', 'dropped');
  }
}

function* fractionEdits(
  tex: string,
  { parts, text, from, to }: Extract<Node, { kind: 'call' }>,
): Generator<Edit> {
  const [above, below] = parts.map((each) => tex.slice(each.from, each.to)) as [string, string];
  const by = (top: string, bottom: string): string => `${text}{${top}}{${bottom}}`;
  if (above.trim() !== '1') yield edit(tex, 'factor', { from, to }, by('1', below), 'without its numerator');
  if (below.trim() !== '1')
    yield edit(tex, 'factor', { from, to }, by(above, '1'), 'without its denominator');
  if (above.trim() !== below.trim())
    yield edit(tex, 'arguments', { from, to }, by(below, above), 'turned over');
}

const OTHER_EXTREMUM: Readonly<Record<string, string>> = {
  '\\max': '\\min',
  '\\min': '\\max',
  '\\argmax': '\\argmin',
  '\\argmin': '\\argmax',
};

function* nodeEdits(tex: string, { nodes }: Sequence): Generator<Edit> {
  for (const [k, node] of nodes.entries()) {
    const scripts = nodes.slice(k + 1, k + 3).filter((each) => each.kind === 'script');
    const [below, above] = ['_', '^'].map((place) => scripts.find((each) => each.place === place));
    if (node.kind === 'command' && node.text === '\\log') {
      if (below) yield edit(tex, 'logarithm', below, '', 'dropped from \\log');
      else yield edit(tex, 'logarithm', node, '\\log_2 ', 'given the base 2');
    }
    if (node.kind === 'command' && OTHER_EXTREMUM[node.text])
      yield edit(
        tex,
        'extremum',
        node,
        OTHER_EXTREMUM[node.text]!,
        `changed to ${OTHER_EXTREMUM[node.text]!}`,
      );
    if (node.kind === 'call' && node.text === '\\sqrt')
      yield edit(tex, 'exponent', node, `(${inside(tex, node.parts[0]!)})`, 'without its root');
    const bounds = node.kind === 'command' && below && above && boundsOf(tex, below.inner, above.inner);
    if (bounds) yield edit(tex, 'bounds', { from: below.from, to: above.to }, bounds, 'exchanged');
    const colon =
      node.kind === 'command' &&
      below?.inner.nodes.find(({ kind, from, to }) => kind === 'link' && tex.slice(from, to) === ':');
    if (below && colon) yield edit(tex, 'condition', { from: colon.from, to: below.inner.to }, '', 'dropped');
    if (node.kind === 'script' && node.place === '^' && !isBound(nodes, k)) {
      yield edit(tex, 'exponent', node, '', 'dropped');
      const { inner } = node;
      if (!inner.nodes.every(({ kind }) => kind === 'number'))
        yield edit(tex, 'exponent', node, `^{${inside(tex, inner)} + 1}`, 'increased by 1');
    }
  }
}

const inside = (tex: string, { from, to }: Sequence): string => tex.slice(from, to);

/** Whether a script is the upper end of a sum or an integral. */
function isBound(nodes: readonly Node[], k: number): boolean {
  const head = nodes.slice(0, k).findLast(({ kind }) => kind !== 'script' && kind !== 'space');
  return head?.kind === 'command' && /^\\(?:sum|prod|int|max|min)$/.test(head.text);
}

/** `_{i=1}^{n}` as `_{i=n}^{1}`, and the ends of an integral. */
function boundsOf(tex: string, below: Sequence, above: Sequence): string | undefined {
  const equals = below.nodes.find(({ kind, from, to }) => kind === 'relation' && tex.slice(from, to) === '=');
  const head = equals ? tex.slice(below.from, equals.to) : '';
  const low = tex.slice(equals?.to ?? below.from, below.to).trim();
  const high = inside(tex, above).trim();
  return low === high ? undefined : `_{${head}${high}}^{${low}}`;
}
