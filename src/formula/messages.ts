import { brief } from './decimals.ts';
import type { Environment } from './environment.ts';
import type { Chain, Relation, Side } from './proposition.ts';
import type { Bound, Exact } from './oracle.ts';
import { readGiven } from './rational.ts';

/** What failures are told with: the sides as written, their values, the instance. */

export function show(value: Exact): string {
  if (value.kind === 'undefined') return `undefined (${value.why})`;
  return value.kind === 'number' ? brief(value.digits) : `(${value.entries.map(show).join(', ')})`;
}

/** What was followed to fifty digits is told as far as one reads it. */
const isLong = (given: string): boolean => given.length > 30;
const short = (given: string): string => (isLong(given) ? brief(readGiven(given).toPrecision(12)) : given);

/** ` at P = (0.1, 0.9), x = 2`, of the symbols that the formula leaves open; empty if there is none. */
export function showInstance(open: readonly string[], environment: Environment, bound: Bound): string {
  const masses = open.map((name) => {
    const value = Object.hasOwn(environment.values, name)
      ? environment.values[name]!
      : String(environment.outcomes);
    const text = typeof value === 'string' ? short(value) : `(${value.map(short).join(', ')})`;
    return `${name} ${[value].flat().some(isLong) ? '≈' : '='} ${text}`;
  });
  const outcomes = Object.entries(bound).map(([name, value]) => `${name} = ${value}`);
  const all = [...masses, ...outcomes];
  return all.length === 0 ? '' : ` at ${all.join(', ')}`;
}

/** `line 2 of aligned: `, or the relation as written. */
export function showPlace(tex: string, chain: Chain, k: number): string {
  const row = chain.sides[k + 1]!.row;
  if (row > 0) return `line ${row} of aligned: `;
  const end = chain.relations[k + 1]?.at ?? tex.length;
  const text = tex
    .slice(chain.sides[k]!.at, end)
    .replace(/\s+/g, ' ')
    .replace(/\s*\\implies.*|\s*\\iff.*/, '')
    .replace(/[\s.,]+$/, '');
  return text.length > 90 ? '' : `${text}: `;
}

const OPPOSITES: Readonly<Record<Relation['sign'], string>> = {
  '=': '≠',
  '≈': '≠',
  '≤': '>',
  '≥': '<',
  '<': '≥',
  '>': '≤',
  '≪': 'is not ≪',
  '∈': 'is not in',
};

export function opposite(relation: Relation): string {
  return relation.negated ? relation.sign : OPPOSITES[relation.sign];
}

export function sideName(chain: Chain, side: Side): string {
  return chain.sides[0] === side
    ? 'the left-hand side'
    : chain.sides.length === 2
      ? 'the right-hand side'
      : `side ${chain.sides.indexOf(side) + 1} of the chain`;
}
