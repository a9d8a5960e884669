import { fewestOutcomes, mostOutcomes, share, whole } from '../masses.ts';
import type { Pair, Side } from './model.ts';

/** What was pasted, with a text for the name of each outcome, empty where there is none; `rounded` if a share of a sum is no decimal of six places. */
export interface Pasted {
  readonly pmfs: Omit<Pair, 'labels'>;
  readonly names: readonly string[];
  readonly rounded: boolean;
}

const wanted =
  'each line is an outcome: its mass or count in P, then in Q, then in R if you want it, and before them a name if you like. Nothing has changed.';

/** Digits of a column, counted from its first place to its last: with more, its shares could not be computed exactly. */
const mostDigits = 9;

/** What stands between the cells: the first of these that occurs. Where it is no comma, a comma is a decimal point. */
const separators = [/\t/, /\s*;\s*/, /\s*,\s*/, /\s+/] as const;

const decimal = /^(\d*)(?:[.,](\d*))?$/;

/** A column as integers on a common scale, or undefined where they have too many digits. */
function integersOf(column: readonly string[]): readonly number[] | undefined {
  const places = Math.max(...column.map((text) => decimal.exec(text)![2]?.length ?? 0));
  const scaled = column.map((text) => {
    const [, units = '', fraction = ''] = decimal.exec(text)!;
    return (units + fraction.padEnd(places, '0')).replace(/^0+(?=\d)/, '');
  });
  return scaled.every((digits) => digits.length <= mostDigits) ? scaled.map(Number) : undefined;
}

/** That the shares of the sum are whole millionths. The products are below 10¹⁵, so exact. */
function isExact(weights: readonly number[]): boolean {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.every((weight) => (weight * whole) % sum === 0);
}

const isNumber = (cell: string): boolean => /\d/.test(cell) && decimal.test(cell);

/** Whether three columns are P, Q and R, and not names that are numbers before P and Q: those need a heading that ends in Q. */
const areThree = (rows: readonly (readonly string[])[], heading: readonly string[] | undefined): boolean =>
  heading?.at(-1) !== 'Q' && rows.every((row) => row.length > 2 && row.slice(-3).every(isNumber));

/** Reads two or three columns of masses or counts, as a spreadsheet copies them, or says why they are none. */
export function readPasted(text: string): Pasted | string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const separator = separators.find((one) => lines.some((line) => one.test(line.trim()))) ?? /\s+/;
  const rows = lines.map((line) =>
    line
      .trim()
      .split(separator)
      .map((cell) => cell.trim()),
  );
  const heading = rows[0]?.some(isNumber) ? undefined : rows.shift();
  if (rows.length < fewestOutcomes || rows.length > mostOutcomes)
    return `Lines with numbers: ${rows.length}; from ${fewestOutcomes} to ${mostOutcomes} can be read. In a table ${wanted}`;
  const sides: readonly Side[] = areThree(rows, heading) ? ['P', 'Q', 'R'] : ['P', 'Q'];
  const width = sides.length;
  for (const row of rows) {
    if (row.length < width || row.length > width + 1 || !row.slice(-width).every(isNumber))
      return `“${row.join(' ').slice(0, 40)}” cannot be read; ${wanted}`;
  }
  const columns: Partial<Record<Side, readonly number[]>> = {};
  for (const [place, side] of sides.entries()) {
    const column = integersOf(rows.map((row) => row.at(place - width)!));
    if (!column)
      return `${side} has numbers of more than ${mostDigits} digits when they are written under one another; round them. Nothing has changed.`;
    if (column.every((weight) => weight === 0))
      return `All numbers of ${side} are zero; at least one must be positive. Nothing has changed.`;
    columns[side] = column;
  }
  const { P, Q, R } = columns;
  return {
    pmfs: { P: share(whole, P!), Q: share(whole, Q!), ...(R && { R: share(whole, R) }) },
    names: rows.map((row) => (row.length > width ? row[0]! : '')),
    rounded: !Object.values(columns).every(isExact),
  };
}
