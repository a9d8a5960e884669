import { symbolName } from '../names.ts';
import { lookUp, type Scope } from '../notation.ts';
import type { Edit } from './edit.ts';
import { readTree, type Node, type Sequence } from './tree.ts';

/** A symbol where it stands. */
interface Place {
  readonly name: string;
  readonly type: string;
  readonly from: number;
  readonly to: number;
}

const PARTNERS: Readonly<Record<string, string>> = {
  ...{ P: 'Q', Q: 'P', p: 'q', q: 'p' },
  ...{ x: 'y', y: 'x', i: 'j', j: 'i' },
};

/** With three symbols of a type in a formula, each of them can be mistaken for two others. */
const MOST_OTHERS = 2;

/** Each symbol in turn replaced by others of its type: those that the formula uses, or its usual partner. */
export function* letterEdits(tex: string, scope: Scope): Generator<Edit> {
  const places = [...symbolsIn(tex, readTree(tex), scope)];
  for (const { name, type, from, to } of places) {
    const used = new Set(places.filter((place) => place.type === type).map((place) => place.name));
    used.delete(name);
    const partner = PARTNERS[name];
    if (used.size === 0 && partner !== undefined && typeOf(partner, scope) === type) used.add(partner);
    const kind = type === 'outcome' ? 'index' : 'letter';
    for (const other of [...used].slice(0, MOST_OTHERS))
      yield { kind, from, to, by: other, description: `${name} changed to ${other}` };
  }
}

function* symbolsIn(tex: string, { nodes }: Sequence, scope: Scope): Generator<Place> {
  for (let k = 0; k < nodes.length; k++) {
    const node = nodes[k]!;
    const named = longestName(tex, nodes, k, scope);
    if (named) {
      yield named.place;
      k += named.nodes - 1;
    } else if (node.kind === 'group' || node.kind === 'script') yield* symbolsIn(tex, node.inner, scope);
    else if (node.kind === 'call') for (const part of node.parts) yield* symbolsIn(tex, part, scope);
  }
}

/** A symbol with those of its scripts that belong to its name: \hat{P}_n, P', D^*. */
function longestName(
  tex: string,
  nodes: readonly Node[],
  k: number,
  scope: Scope,
): { readonly place: Place; readonly nodes: number } | undefined {
  const { kind, from } = nodes[k]!;
  if (kind !== 'letter' && kind !== 'command' && kind !== 'call') return undefined;
  const scripts = nodes.slice(k + 1).findIndex((node) => node.kind !== 'script');
  for (let more = scripts < 0 ? nodes.length - k - 1 : scripts; more >= 0; more--) {
    const { to } = nodes[k + more]!;
    const name = spelling(tex.slice(from, to));
    const type = name === undefined ? undefined : typeOf(name, scope);
    if (name !== undefined && type !== undefined) return { place: { name, type, from, to }, nodes: more + 1 };
  }
  return undefined;
}

function spelling(tex: string): string | undefined {
  try {
    return symbolName(tex);
  } catch {
    return undefined;
  }
}

/** A letter that stands for the masses of a pmf is another thing than a number of the same range. */
function typeOf(name: string, scope: Scope): string | undefined {
  const type = lookUp(scope, name);
  if (type === undefined || type === 'set' || type === 'name') return undefined;
  return scope.notation[name]?.masses === undefined ? type : 'masses';
}
