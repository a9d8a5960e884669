/**
 * The values that a parameter can take: integers in units of 10^−places, so that what is shown, typed, linked and computed
 * with is one exact decimal. A drag and an arrow key move by `step`.
 */
export interface Grid {
  readonly places: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** The canonical decimal of an integer number of 10^−places: `-0.25`, `3`, `0`. */
export function decimal({ places }: Pick<Grid, 'places'>, value: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const units = digits.slice(0, digits.length - places);
  const fraction = digits.slice(digits.length - places).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${units}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The double nearest to that decimal. */
export const toNumber = (grid: Pick<Grid, 'places'>, value: number): number => Number(decimal(grid, value));

/** What a reader typed, or undefined where it is not a decimal of the grid. */
export function readDecimal({ places, least, most }: Grid, text: string): number | undefined {
  const parts = /^\s*([-−]?)(\d{0,9})(?:[.,](\d*))?\s*$/.exec(text);
  const [, sign, units = '', fraction = ''] = parts ?? [];
  if (!parts || units + fraction === '' || fraction.replace(/0+$/, '').length > places) return undefined;
  const size = Number(units + fraction.slice(0, places).padEnd(places, '0'));
  const value = sign === '' ? size : -size;
  return value >= least && value <= most ? value + 0 : undefined;
}

/** The step nearest to a number. */
export const nearestStep = ({ places, step }: Grid, number: number): number =>
  // No link carries a minus zero.
  Math.round((number * Number(`1e${places}`)) / step) * step + 0;
