import type { SymbolType } from './symbol-types.ts';
import type { Binding, Instance } from './instance.ts';
import { exactGiven } from './rational.ts';

/** Values of which there are others between any two: numbers, and what is closed under mixing. */
const MIXED: readonly SymbolType[] = [
  'pmf',
  'joint',
  'channel',
  'pmfs',
  'coupling',
  'probability',
  'positive',
  'real',
  'function',
  'positive function',
  'test',
  'cost',
  'metric',
];
/** From one instance to another of the same shape. */
export interface Way {
  readonly from: Instance;
  readonly to: Instance;
}
/** A way has so many parts: finer than 50 digits can tell. */
export const WAY = 2n ** 180n;

/** Two instances with the same shape have instances between them. */
export function shapeOf({ environment, bound }: Instance, { open }: Binding): string {
  const values = [...open].map(([name, type]) => {
    const value = environment.values[name];
    if (value === undefined || !MIXED.includes(type)) return value;
    return typeof value === 'string' ? 1 : value.length;
  });
  return JSON.stringify([environment.outcomes, bound, values]);
}

/** The instance after so many parts of a way, exactly. */
export function between({ from, to }: Way, at: bigint): Instance {
  const values = Object.fromEntries(
    Object.entries(from.environment.values).map(([name, value]) => {
      const other = to.environment.values[name];
      if (typeof value === 'string')
        return [name, typeof other === 'string' ? mixed(value, other, at) : value];
      return [name, value.map((entry, x) => mixed(entry, other?.[x] ?? entry, at))];
    }),
  );
  return { environment: { ...from.environment, values }, bound: from.bound };
}

function mixed(from: string, to: string, at: bigint): string {
  if (from === to) return from;
  const [a, b] = [exactGiven(from), exactGiven(to)];
  const top = a.top * b.bottom * (WAY - at) + b.top * a.bottom * at;
  return `${top}/${a.bottom * b.bottom * WAY}`;
}
