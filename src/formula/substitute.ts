import type { Expression } from './expression.ts';
import type { Proposition, Side } from './proposition.ts';

type Values = ReadonlyMap<string, Expression>;

/**
 * An expression with other expressions in the place of symbols. A variable of a sum that would catch a symbol of
 * what is put in is renamed.
 */
export function substitute(of: Expression, values: Values): Expression {
  if (values.size === 0) return of;
  const inside = (part: Expression): Expression => substitute(part, values);
  switch (of.kind) {
    case 'symbol':
      return values.get(of.name) ?? of;
    case 'fold': {
      const { variable, values: within } = renamed(of.variable, values);
      return {
        ...of,
        variable,
        ...(of.from && { from: inside(of.from) }),
        ...(of.to && { to: inside(of.to) }),
        ...(of.where && { where: substituteIn(of.where, within) }),
        body: substitute(of.body, within),
      };
    }
    case 'expectation': {
      const { variable, values: within } = renamed(of.variable, values);
      return { ...of, variable, pmf: inside(of.pmf), body: substitute(of.body, within) };
    }
    case 'integral': {
      const { variable, values: within } = renamed(of.variable, values);
      return { ...of, variable, from: inside(of.from), to: inside(of.to), body: substitute(of.body, within) };
    }
    case 'limit': {
      const { variable, values: within } = renamed(of.variable, values);
      return { ...of, variable, to: inside(of.to), body: substitute(of.body, within) };
    }
    case 'array': {
      let within = values;
      const axes = of.axes.map((axis) => {
        const { variable, values: next } = renamed(axis.variable, within);
        within = next;
        return { ...axis, variable };
      });
      return { ...of, axes, body: substitute(of.body, within) };
    }
    case 'indicator':
      return { ...of, where: substituteIn(of.where, values) };
    default:
      return mapParts(of, inside);
  }
}

/** The values without one for a variable that is bound here; the variable with another name if they speak of it. */
function renamed(variable: string, values: Values): { readonly variable: string; readonly values: Values } {
  const left = new Map([...values].filter(([name]) => name !== variable));
  const caught = [...left.values()].some((value) => mentions(value, variable));
  if (!caught) return { variable, values: left };
  const fresh = `@${variable}`;
  left.set(variable, { kind: 'symbol', name: fresh, type: 'outcome', at: 0 });
  return { variable: fresh, values: left };
}

/** A sum or an expectation whose variables have other names, which begin with this. */
export function renamedWithin(of: Expression, prefix: string): Expression {
  if (of.kind !== 'fold' && of.kind !== 'expectation') return of;
  const variable = `${prefix}.${of.variable}`;
  const letter: Expression = { kind: 'symbol', name: variable, type: 'outcome', at: of.at };
  const inside = renamedWithin(of.body, prefix);
  return { ...of, variable, body: substitute(inside, new Map([[of.variable, letter]])) };
}

const mentions = (of: Expression, name: string): boolean => JSON.stringify(of).includes(JSON.stringify(name));

function substituteIn(of: Proposition, values: Values): Proposition {
  const inside = (part: Expression): Expression => substitute(part, values);
  switch (of.kind) {
    case 'and':
      return { ...of, parts: of.parts.map((part) => substituteIn(part, values)) };
    case 'chain':
      return {
        ...of,
        sides: of.sides.map((side): Side => ({
          ...side,
          expression: inside(side.expression),
          ...(side.interval && {
            interval: { ...side.interval, low: inside(side.interval.low), high: inside(side.interval.high) },
          }),
        })),
      };
    default:
      return { ...of, left: substituteIn(of.left, values), right: substituteIn(of.right, values) };
  }
}

/** An expression with each of its parts changed; those that bind a variable are not for this. */
export function mapParts(of: Expression, change: (part: Expression) => Expression): Expression {
  const parts: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(of) as [string, unknown][]) parts[key] = changed(value, change);
  return parts as unknown as Expression;
}

function changed(value: unknown, change: (part: Expression) => Expression): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => changed(entry, change));
  if (typeof value !== 'object' || value === null) return value;
  if ('kind' in value) return change(value as Expression);
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, changed(entry, change)]));
}
