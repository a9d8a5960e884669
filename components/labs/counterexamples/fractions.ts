import { fromWeights, type Pmf } from '../../../src/core/pmf.ts';
import { share } from '../masses.ts';

/** A pmf as numerators over their sum. */
export type Masses = readonly number[];

export const fewest = 2;
export const most = 5;
export const greatestDenominator = 60;

export const total = (masses: Masses): number => masses.reduce((sum, mass) => sum + mass, 0);

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

/** A mass in lowest terms: `3/10`, `0`, `1`. */
export function fraction(mass: number, of: number): string {
  const common = gcd(mass, of);
  return of === common ? String(mass / common) : `${mass / common}/${of / common}`;
}

const made = new WeakMap<Masses, Pmf>();

export function pmfOf(masses: Masses): Pmf {
  const known = made.get(masses) ?? fromWeights(masses);
  made.set(masses, known);
  return known;
}

/** One mass becomes what it is told; the others share the rest in the proportion they had. */
export function withShare(masses: Masses, outcome: number, wanted: number): Masses {
  const whole = total(masses);
  const taken = Math.min(whole, Math.max(0, Math.round(wanted)));
  const rest = share(
    whole - taken,
    masses.filter((_, x) => x !== outcome),
  );
  return [...rest.slice(0, outcome), taken, ...rest.slice(outcome)];
}

/** The nearest masses over another denominator. */
export const over = (masses: Masses, denominator: number): Masses => share(denominator, masses);

/** One outcome becomes part of another one. */
export const merged = (masses: Masses, from: number, into: number): Masses =>
  masses.map((mass, x) => (x === into ? mass + masses[from]! : mass)).filter((_, x) => x !== from);

/** The last outcome becomes part of the first one. */
export const lastIntoFirst = (masses: Masses): Masses => merged(masses, masses.length - 1, 0);

/** Equal parts of two with the same denominator. */
export const mixture = (one: Masses, other: Masses): Masses => one.map((mass, x) => mass + other[x]!);

/** Two independent draws. */
export const draws = (masses: Masses): Masses => masses.flatMap((one) => masses.map((two) => one * two));

/** As many outcomes: new ones have no mass, and the last ones are merged. */
export function withOutcomes(masses: Masses, outcomes: number): Masses {
  if (masses.length < outcomes) return withOutcomes([...masses, 0], outcomes);
  if (masses.length === outcomes) return masses;
  return withOutcomes(merged(masses, masses.length - 1, masses.length - 2), outcomes);
}

/** All in lowest terms together. */
export function reduced(all: readonly Masses[]): readonly Masses[] {
  const common = all.flat().reduce(gcd);
  return all.map((masses) => masses.map((mass) => mass / common));
}
