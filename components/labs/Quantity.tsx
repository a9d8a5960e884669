import { formatSignificant } from '../../src/core/index.ts';

/** A computed number: its expression in the site's notation, the core's double, its unit. */
export interface Reading {
  readonly of: string;
  readonly value: number;
  readonly unit: '' | 'nats' | 'bits';
}

const shownDigits = 4;
/** The terms of the core are within 16 · 2⁻⁵³, and bits cost another rounding. */
const errorBound = 2e-15;

/** The token a reader sees: four significant digits and the unit, as one unbreakable whole up to the unit. */
export const readingText = ({ value, unit }: Reading): string =>
  formatSignificant(value, shownDigits, errorBound) + (unit && `\u00a0${unit}`);

/** The one element of a computed number in a lab. The givens stand on the nearest ancestor with `data-givens`. */
export function Quantity(reading: Reading) {
  return (
    <data class="q" value={String(reading.value)} data-of={reading.of} data-in={reading.unit || undefined}>
      {readingText(reading)}
    </data>
  );
}
