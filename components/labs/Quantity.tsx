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

interface Props extends Reading {
  /** Lets the unit go to the next line where a column is narrow; the text stays the same. */
  readonly narrow?: boolean;
}

/** The one element of a computed number in a lab. The givens stand on the nearest ancestor with `data-givens`. */
export function Quantity({ narrow = false, ...reading }: Props) {
  const text = readingText(reading);
  const unitAt = narrow && reading.unit ? text.length - reading.unit.length - 1 : text.length;
  return (
    <data class="q" value={String(reading.value)} data-of={reading.of} data-in={reading.unit || undefined}>
      {text.slice(0, unitAt)}
      {unitAt < text.length && (
        <>
          <wbr />
          {text.slice(unitAt)}
        </>
      )}
    </data>
  );
}
