import type { Environment, Proposition, SymbolType } from './expression.ts';
import { range, seeded } from './families.ts';
import { readGiven } from './rational.ts';
import type { Screen, Target } from './screen.ts';
import type { Binding, Instance } from './instance.ts';

/** Masses are moved in units of 10⁻¹², so that every step is a short exact decimal. */
const UNITS = 1_000_000_000_000;
const LEAST = 1e-8;
const MOST = 1e4;

/** What a walk may change: the open pmfs, in units, the open numbers, and the values of the open functions. */
interface Place {
  readonly pmfs: ReadonlyMap<string, readonly number[]>;
  readonly reals: ReadonlyMap<string, Real>;
}
interface Real {
  readonly type: 'probability' | 'positive' | 'real';
  readonly value: number;
  /** The function that this is a value of. */
  readonly of?: string;
}

/** What the values of a function are. */
const VALUES: Partial<Record<SymbolType, Real['type']>> = {
  function: 'real',
  'positive function': 'positive',
  test: 'probability',
};

export interface Walk {
  readonly instance: Instance;
  readonly steps: number;
}

/**
 * Walks from an instance towards the smallest margin of one target: a mass moved between two outcomes, a pmf
 * moved towards another, a number changed, each kept if the margin falls, in steps that become smaller.
 */
export function walk(
  proposition: Proposition,
  target: Target,
  start: Instance,
  screen: Screen,
  allowed: (instance: Instance) => boolean,
  steps: number,
): Walk {
  const random = seeded(steps + start.environment.outcomes);
  let place = placeOf(start.environment, screen.binding);
  let best = start;
  const margin = (instance: Instance): number => {
    screen.verdict(proposition, instance);
    const found = screen.margins.get(target);
    return found === undefined ? Infinity : Number.isNaN(found) ? -Infinity : found;
  };
  let least = margin(start);
  for (let step = 0; step < steps; step++) {
    const size = 10 ** ((-9 * step) / steps) * random();
    const next = moved(place, size, random);
    if (!next) break;
    const instance = {
      environment: { ...start.environment, values: { ...start.environment.values, ...valuesOf(next) } },
      bound: start.bound,
    };
    const found = margin(instance);
    if (!(found < least) || !allowed(instance)) continue;
    [place, best, least] = [next, instance, found];
  }
  return { instance: best, steps };
}

function placeOf({ values }: Environment, { open }: Binding): Place {
  const pmfs = new Map<string, readonly number[]>();
  const reals = new Map<string, Real>();
  for (const [name, type] of open) {
    const value = Object.hasOwn(values, name) ? values[name]! : '';
    if (type === 'pmf' && typeof value !== 'string') {
      const units = value.map((mass) => Math.round(readGiven(mass) * UNITS));
      units[units.indexOf(Math.max(...units))]! += UNITS - units.reduce((a, b) => a + b, 0);
      pmfs.set(name, units);
    }
    if ((type === 'probability' || type === 'positive' || type === 'real') && typeof value === 'string')
      reals.set(name, { type, value: readGiven(value) });
    const kind = VALUES[type];
    if (kind && typeof value !== 'string')
      value.forEach((entry, x) => {
        reals.set(`${name}(${x})`, { type: kind, value: readGiven(entry), of: name });
      });
  }
  return { pmfs, reals };
}

const mass = (units: number): string => {
  if (units === UNITS || units === 0) return String(units / UNITS);
  return `0.${String(units).padStart(12, '0').replace(/0+$/, '')}`;
};

function valuesOf({ pmfs, reals }: Place): Record<string, string | readonly string[]> {
  const values: Record<string, string | readonly string[]> = {};
  for (const [name, units] of pmfs) values[name] = units.map(mass);
  for (const [name, { value, of }] of reals) {
    if (of === undefined) values[name] = twelveDigits(value);
    else values[of] = [...(values[of] ?? []), twelveDigits(value)];
  }
  return values;
}

function moved({ pmfs, reals }: Place, size: number, random: () => number): Place | undefined {
  const names = [...pmfs.keys(), ...reals.keys()];
  const name = names[Math.floor(random() * names.length)];
  if (name === undefined) return undefined;
  const units = pmfs.get(name);
  if (units) {
    const others = [...pmfs.keys()].filter((other) => other !== name);
    const towards = others[Math.floor(random() * others.length)];
    const next =
      towards !== undefined && random() < 0.3
        ? approach(units, pmfs.get(towards)!, size)
        : transfer(units, size, random);
    return { pmfs: new Map(pmfs).set(name, next), reals };
  }
  const real = reals.get(name)!;
  const { type, value } = real;
  const other = [...reals.values()][Math.floor(random() * reals.size)]!.value;
  const sign = random() < 0.5 ? -1 : 1;
  const next = ((): number => {
    if (random() < 0.2) return value + (other - value) * Math.min(1, 2 * size);
    if (type === 'probability') return value + sign * size * Math.min(value, 1 - value);
    if (type === 'positive') return value * 2 ** (sign * 4 * size);
    return random() < 0.5 ? value * 2 ** (sign * 4 * size) : value + sign * size;
  })();
  const outside = type !== 'real' && (next < LEAST || (type === 'probability' && next > 1 - LEAST));
  if (outside || !(Math.abs(next) <= MOST)) return { pmfs, reals };
  return { pmfs, reals: new Map(reals).set(name, { ...real, value: next }) };
}

const twelveDigits = (value: number): string => value.toPrecision(12).replace(/\.?0+(?=e|$)/, '');

function transfer(units: readonly number[], size: number, random: () => number): number[] {
  const from = Math.floor(random() * units.length);
  const to = (from + 1 + Math.floor(random() * (units.length - 1))) % units.length;
  const amount = Math.min(units[from]!, Math.ceil(UNITS * size));
  return units.map((unit, x) => (x === from ? unit - amount : x === to ? unit + amount : unit));
}

function approach(units: readonly number[], towards: readonly number[], size: number): number[] {
  if (units.length !== towards.length) return [...units];
  const share = Math.min(1, 2 * size);
  const next = range(units.length).map((x) => Math.round(units[x]! + share * (towards[x]! - units[x]!)));
  next[next.indexOf(Math.max(...next))]! += UNITS - next.reduce((a, b) => a + b, 0);
  return next;
}
