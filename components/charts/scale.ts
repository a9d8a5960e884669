/** The least of the steps (1, 2 and 5) times a power of ten that is not below `size`; 1 for nothing at all. */
export function roundLimit(size: number, steps: readonly number[] = [1, 2, 5, 10]): number {
  if (!(size > 0) || size === Infinity) return 1;
  const exponent = Number(size.toExponential().split('e')[1]);
  const limits = steps.map((step) => Number(`${step}e${exponent}`));
  // Among the least of all doubles the steps themselves are rounded.
  return limits.find((limit) => limit >= size) ?? size;
}

/** A length as a share of the drawing, in per cent: charts are laid out without measuring anything. */
export const percent = (fraction: number): string => `${Math.round(fraction * 1e6) / 1e4}%`;
