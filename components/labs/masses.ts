/** A mass is kept as an integer number of millionths, so what is shown is an exact decimal of at most six places. */
export const whole = 1_000_000;
export const fewestOutcomes = 2;
export const mostOutcomes = 64;

/** The canonical decimal of a mass: '0.1', '0.000001', '1', '0'. */
export function decimalOf(mass: number): string {
  if (mass === 0) return '0';
  if (mass === whole) return '1';
  return `0.${String(mass).padStart(6, '0').replace(/0+$/, '')}`;
}

/** The mass that a reader typed, or undefined where it is not a decimal from 0 to 1 with at most six places. */
export function massTyped(text: string): number | undefined {
  const parts = /^\s*(\d{0,3})(?:[.,](\d{0,6}))?\s*$/.exec(text);
  const units = parts?.[1] ?? '';
  const places = parts?.[2] ?? '';
  if (units === '' && places === '') return undefined;
  const mass = Number(units) * whole + Number(places.padEnd(6, '0'));
  return mass <= whole ? mass : undefined;
}

/**
 * Splits `amount` in proportion to `weights`, or equally where the weights are all zero, into integers that
 * add up to it exactly. The parts that lost most to rounding down get the millionths that are left over
 * (largest remainder; earlier outcomes first), so a part of weight zero stays zero.
 */
export function share(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const shares = sum === 0 ? weights.map(() => 1) : weights;
  const divisor = sum === 0 ? weights.length : sum;
  // amount · share is below 2⁵³, so the remainder and the division are exact.
  const remainders = shares.map((weight) => (amount * weight) % divisor);
  const parts = shares.map((weight, x) => (amount * weight - remainders[x]!) / divisor);
  const left = amount - parts.reduce((a, b) => a + b, 0);
  const order = remainders.map((_, x) => x).sort((a, b) => remainders[b]! - remainders[a]! || a - b);
  for (const x of order.slice(0, left)) parts[x]! += 1;
  return parts;
}

/** The rule of the bars: one takes the mass it is given, the others share the rest in the proportion they had. */
export function withMass(masses: readonly number[], outcome: number, mass: number): readonly number[] {
  const taken = Math.min(whole, Math.max(0, Math.round(mass)));
  const others = masses.filter((_, x) => x !== outcome);
  const rest = share(whole - taken, others);
  return [...rest.slice(0, outcome), taken, ...rest.slice(outcome)];
}
