import { terms } from '../approximate.ts';
import type { Expression } from '../expression.ts';
import type { Proposition } from '../proposition.ts';
import { lookUp, type Scope } from '../notation.ts';
import { syntaxOf } from '../quantity-table.ts';
import type { Remark } from '../remarks.ts';
import { freeSymbols } from '../symbols.ts';
import { plain } from '../plain.ts';

type Names = Readonly<Record<string, string>>;

/**
 * Whether two formulas say the same once their symbols have other names and their terms, factors and sides another
 * order. Symbols that the scope gives or defines keep their names.
 */
export function sameUpToNames(
  a: Proposition,
  b: Proposition,
  scope: Scope,
  remarks: readonly Remark[],
): 'order' | 'names' | undefined {
  const wanted = canonical(b, {});
  if (canonical(a, {}) === wanted) return 'order';
  // A condition in a comment is about the names as they are.
  if (remarks.some(({ kind }) => kind === 'where' || kind === 'along')) return undefined;
  const named = remarks.flatMap((remark) => ('symbols' in remark ? [remark.symbols] : []));
  const keeps = (names: Names): boolean =>
    named.every((symbols) => symbols.every((name) => symbols.includes(names[name] ?? name)));
  return renamings(a, b, scope).some((names) => keeps(names) && canonical(a, names) === wanted)
    ? 'names'
    : undefined;
}

/** At most so many ways of giving names are tried. */
const MOST = 720;

/** The ways to exchange the open symbols, each among those of its type. */
function renamings(a: Proposition, b: Proposition, scope: Scope): Names[] {
  const definitions = scope.definitions ?? [];
  const open = new Map<string, string[]>();
  for (const name of new Set([a, b].flatMap((each) => [...freeSymbols(each, definitions)]))) {
    const type = lookUp(scope, name);
    const fixed = Object.hasOwn(scope.givens ?? {}, name) || type === undefined || type === 'outcomes';
    if (!fixed) open.set(type, [...(open.get(type) ?? []), name]);
  }
  let found: Names[] = [{}];
  for (const names of open.values()) {
    const orders = permutations(names).map((order) =>
      Object.fromEntries(names.map((name, k) => [name, order[k]!])),
    );
    if (found.length * orders.length > MOST) return [];
    found = found.flatMap((names1) => orders.map((order) => ({ ...names1, ...order })));
  }
  return found;
}

function permutations(names: readonly string[]): string[][] {
  if (names.length < 2 || names.length > 5) return [[...names]];
  return names.flatMap((name, k) => permutations(names.toSpliced(k, 1)).map((rest) => [name, ...rest]));
}

type Part = Expression | Proposition;

/** A formula as text, in which neither the order of what may be exchanged nor the names of bound variables count. */
function canonical(of: Part, names: Names, bound: readonly string[] = []): string {
  const at = (part: Part, more: readonly string[] = []): string =>
    canonical(part, names, [...bound, ...more]);
  const sorted = (kind: string, parts: readonly string[]): string =>
    `${kind}(${[...parts].sort().join(';')})`;
  switch (of.kind) {
    case 'symbol': {
      const depth = bound.lastIndexOf(of.name);
      return depth >= 0 ? `#${depth}` : (names[of.name] ?? of.name);
    }
    case 'number':
      return String(Number(of.text));
    case 'add':
    case 'subtract':
    case 'negate':
      return sorted(
        'sum',
        terms(of).map(({ expression, negative }) => `${negative ? '-' : '+'}${at(expression)}`),
      );
    case 'multiply':
      return sorted(
        'product',
        factorsOf(of).map((factor) => at(factor)),
      );
    case 'extremum':
      return sorted(
        of.which,
        of.of.map((part) => at(part)),
      );
    case 'quantity': {
      const pmfs = of.pmfs.map((pmf) => at(pmf));
      const parameters = of.parameters.map((part) => at(part)).join(';');
      const inOrder = syntaxOf(of.name).symmetric ? sorted('', pmfs) : `(${pmfs.join(';')})`;
      return `${of.name}[${parameters}]${inOrder}`;
    }
    case 'and':
    case 'iff':
      return sorted(
        of.kind,
        of.kind === 'and' ? of.parts.map((part) => at(part)) : [at(of.left), at(of.right)],
      );
    case 'chain': {
      const [relation] = of.relations;
      const sides = of.sides.map(
        (side) =>
          `${at(side.expression)}${side.unit ?? ''}${side.interval ? plain([side.interval.low, side.interval.high]) : ''}`,
      );
      const signs = of.relations.map(({ sign, negated }) => `${negated ? 'not ' : ''}${sign}`);
      if (of.relations.length > 1) return `chain(${sides.join(';')}|${signs.join(';')})`;
      if (relation!.sign === '=') return sorted(signs[0]!, sides);
      if (relation!.sign !== '≥' && relation!.sign !== '>') return `${signs[0]!}(${sides.join(';')})`;
      return `${signs[0]!.replace('≥', '≤').replace('>', '<')}(${sides.toReversed().join(';')})`;
    }
    default: {
      const bindings = 'variable' in of ? [of.variable] : [];
      const more = of.kind === 'array' ? of.axes.map(({ variable }) => variable) : bindings;
      const parts = Object.entries(of).map(([key, value]: [string, unknown]) => {
        if (key === 'at' || (key === 'variable' && more.length > 0)) return '';
        return `${key}:${text(value, (part) => at(part, more))}`;
      });
      return `{${parts.join(',')}}`;
    }
  }
}

/** Anything else that belongs to an expression. */
function text(value: unknown, at: (part: Part) => string): string {
  if (Array.isArray(value)) return `[${value.map((each) => text(each, at)).join(';')}]`;
  if (typeof value === 'object' && value !== null) {
    if ('kind' in value) return at(value as Part);
    // An axis, whose letter counts as little as that of a sum; or a place.
    if ('size' in value) return `${String(value.size)}:${'outcome' in value ? text(value.outcome, at) : ''}`;
  }
  return JSON.stringify(value);
}

function factorsOf(expression: Expression): Expression[] {
  if (expression.kind !== 'multiply') return [expression];
  return [...factorsOf(expression.left), ...factorsOf(expression.right)];
}
