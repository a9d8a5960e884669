import type { Node, Sequence } from './tree.ts';

/** A stretch of a sequence. */
export interface Part {
  readonly nodes: readonly Node[];
  readonly from: number;
  readonly to: number;
}
/** A term of a sum, its sign apart. */
export interface Term extends Part {
  readonly sign: Extract<Node, { text: string }> | undefined;
}

function part(nodes: readonly Node[]): Part | undefined {
  const first = nodes.findIndex(({ kind }) => kind !== 'space');
  const last = nodes.findLastIndex(({ kind }) => kind !== 'space');
  if (first < 0) return undefined;
  const kept = nodes.slice(first, last + 1);
  return { nodes: kept, from: kept[0]!.from, to: kept.at(-1)!.to };
}

/** What stands between relations, commas and the like; a row that goes on with a sign belongs to the one before it. */
export function sides({ nodes }: Sequence): Part[] {
  const found: Part[] = [];
  let open: Node[] = [];
  const close = (): void => {
    const side = part(open);
    if (side) found.push(side);
    open = [];
  };
  for (const [k, node] of nodes.entries()) {
    const row = node.kind === 'link' && node.text === '\\\\';
    const next = nodes.slice(k + 1).find(({ kind }) => kind !== 'space');
    const goesOn = row && (next?.kind === 'sign' || next?.kind === 'relation');
    if (node.kind === 'relation' || (node.kind === 'link' && !goesOn)) close();
    else open.push(goesOn ? { ...node, kind: 'space' } : node);
  }
  close();
  return found;
}

export function terms({ nodes }: Part): Term[] {
  const found: Term[] = [];
  let sign: Term['sign'];
  let open: Node[] = [];
  const close = (): void => {
    const term = part(open);
    if (term) found.push({ ...term, sign });
    open = [];
  };
  for (const node of nodes) {
    if (node.kind === 'sign') {
      close();
      sign = node;
    } else open.push(node);
  }
  close();
  return found;
}

/** Functions whose argument is the factor that follows. */
const APPLIED = new Set(['\\log', '\\exp']);

/** The factors of a term, each with its scripts, and with the parentheses that belong to it. */
export function factors(tex: string, { nodes }: Part, takesParentheses: (name: string) => boolean): Part[] {
  const found: Node[][] = [];
  let joins = false;
  for (const node of nodes) {
    if (node.kind === 'space' || node.kind === 'operator') {
      if (node.kind === 'operator') joins = false;
      continue;
    }
    const before = found.at(-1);
    const argument =
      node.kind === 'group' && node.open === '(' && before && takes(tex, before, takesParentheses);
    if (before && (joins || node.kind === 'script' || argument)) before.push(node);
    else found.push([node]);
    joins = node.kind === 'command' && APPLIED.has(node.text) ? true : joins && node.kind === 'script';
  }
  return found.map((each) => part(each)!);
}

function takes(tex: string, before: readonly Node[], takesParentheses: (name: string) => boolean): boolean {
  const head = before.findLast(({ kind }) => kind !== 'script');
  if (head?.kind !== 'letter' && head?.kind !== 'command' && head?.kind !== 'call') return false;
  return (
    takesParentheses(tex.slice(head.from, before.at(-1)!.to)) ||
    takesParentheses(tex.slice(head.from, head.to))
  );
}
