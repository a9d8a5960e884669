import type { Environment } from './environment.ts';
import type { Proposition } from './proposition.ts';
import type { SymbolType } from './symbol-types.ts';
import { range, seeded } from './families.ts';
import { addFractions, exactGiven, readGiven, sizeIn, writeFraction } from './rational.ts';
import type { Fraction } from './rational.ts';
import type { Screen, Target } from './screen.ts';
import type { Binding, Instance } from './instance.ts';

/** Masses are moved in units of 10⁻¹², so that every step is a short exact decimal. */
const UNITS = 1_000_000_000_000;
const WIDE = { least: 1e-8, most: 1e4 };
const MODERATE = { least: 0.02, most: 20 };

/** What a walk may change: masses that sum to one, in units, open numbers and values of functions, and couplings. */
interface Place {
  readonly simplices: ReadonlyMap<string, Simplex>;
  readonly reals: ReadonlyMap<string, Real>;
  readonly couplings: ReadonlyMap<string, readonly Fraction[]>;
}
/** A pmf, a joint pmf, or one row of a channel. */
interface Simplex {
  readonly of: string;
  readonly units: readonly number[];
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
  cost: 'positive',
};
const SIMPLICES: readonly SymbolType[] = ['pmf', 'joint', 'channel', 'pmfs'];

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
  const reach = screen.binding.moderate ? MODERATE : WIDE;
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
    const next = moved(place, size, random, reach);
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

/** An instance near another one: `size` is how far the step may lead. Undefined where nothing can be changed. */
export function step(
  start: Instance,
  binding: Binding,
  size: number,
  random: () => number,
): Instance | undefined {
  const next = moved(placeOf(start.environment, binding), size, random, binding.moderate ? MODERATE : WIDE);
  if (!next) return undefined;
  const values = { ...start.environment.values, ...valuesOf(next) };
  return { environment: { ...start.environment, values }, bound: start.bound };
}

function placeOf(environment: Environment, { symbols = [] }: Binding): Place {
  const simplices = new Map<string, Simplex>();
  const reals = new Map<string, Real>();
  const couplings = new Map<string, readonly Fraction[]>();
  const marginals = new Set(symbols.flatMap(({ of = [] }) => of));
  for (const { name, type, sizes } of symbols) {
    const value = Object.hasOwn(environment.values, name) ? environment.values[name]! : '';
    if (typeof value === 'string') {
      if (type === 'probability' || type === 'positive' || type === 'real')
        reals.set(name, { type, value: readGiven(value) });
      continue;
    }
    if (type === 'coupling') couplings.set(name, value.map(exactGiven));
    // The marginals of a coupling stay what they are.
    if (SIMPLICES.includes(type) && !marginals.has(name)) {
      const rows = type === 'channel' || type === 'pmfs' ? sizeIn(environment, sizes[0]!) : 1;
      for (let x = 0; x < rows; x++) {
        const masses = value.slice((x * value.length) / rows, ((x + 1) * value.length) / rows);
        simplices.set(`${name}(${x})`, { of: name, units: inUnits(masses) });
      }
    }
    const kind = VALUES[type];
    if (kind)
      value.forEach((entry, x) => {
        reals.set(`${name}(${x})`, { type: kind, value: readGiven(entry), of: name });
      });
  }
  return { simplices, reals, couplings };
}

function inUnits(masses: readonly string[]): number[] {
  const units = masses.map((mass) => Math.round(readGiven(mass) * UNITS));
  units[units.indexOf(Math.max(...units))]! += UNITS - units.reduce((a, b) => a + b, 0);
  return units;
}

const mass = (units: number): string => {
  if (units === UNITS || units === 0) return String(units / UNITS);
  return `0.${String(units).padStart(12, '0').replace(/0+$/, '')}`;
};

function valuesOf({ simplices, reals, couplings }: Place): Record<string, string | readonly string[]> {
  const values: Record<string, string | readonly string[]> = {};
  for (const { of, units } of simplices.values()) values[of] = [...(values[of] ?? []), ...units.map(mass)];
  for (const [name, { value, of }] of reals) {
    if (of === undefined) values[name] = twelveDigits(value);
    else values[of] = [...(values[of] ?? []), twelveDigits(value)];
  }
  for (const [name, masses] of couplings) values[name] = masses.map(writeFraction);
  return values;
}

function moved(
  place: Place,
  size: number,
  random: () => number,
  { least, most }: typeof WIDE,
): Place | undefined {
  const { simplices, reals, couplings } = place;
  const names = [...simplices.keys(), ...reals.keys(), ...couplings.keys()];
  const name = names[Math.floor(random() * names.length)];
  if (name === undefined) return undefined;
  const simplex = simplices.get(name);
  if (simplex) {
    const others = [...simplices.values()].filter((other) => other !== simplex);
    const towards = others[Math.floor(random() * others.length)];
    const next =
      towards !== undefined && random() < 0.3
        ? approach(simplex.units, towards.units, size)
        : transfer(simplex.units, size, random);
    return { ...place, simplices: new Map(simplices).set(name, { ...simplex, units: next }) };
  }
  const coupling = couplings.get(name);
  if (coupling) return { ...place, couplings: new Map(couplings).set(name, turned(coupling, size, random)) };
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
  const outside = type !== 'real' && (next < least || (type === 'probability' && next > 1 - least));
  if (outside || !(Math.abs(next) <= most)) return place;
  return { ...place, reals: new Map(reals).set(name, { ...real, value: next }) };
}

/** Mass moved around a cycle of four entries of a coupling, which leaves its marginals as they are. */
function turned(plan: readonly Fraction[], size: number, random: () => number): readonly Fraction[] {
  const n = Math.sqrt(plan.length);
  const [x, y] = [Math.floor(random() * n), Math.floor(random() * n)];
  const [to, across] = [x, y].map((from) => (from + 1 + Math.floor(random() * (n - 1))) % n) as [
    number,
    number,
  ];
  const [from, back] = [x * n + y, to * n + across];
  const most = less(plan[from]!, plan[back]!) ? plan[from]! : plan[back]!;
  const wanted = { top: BigInt(Math.ceil(UNITS * size)), bottom: BigInt(UNITS) };
  const amount = less(wanted, most) ? wanted : most;
  const minus = { top: -amount.top, bottom: amount.bottom };
  const entries = [...plan];
  for (const cell of [from, back]) entries[cell] = addFractions(plan[cell]!, minus);
  for (const cell of [x * n + across, to * n + y]) entries[cell] = addFractions(plan[cell]!, amount);
  return entries;
}

const less = (a: Fraction, b: Fraction): boolean => a.top * b.bottom < b.top * a.bottom;

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
