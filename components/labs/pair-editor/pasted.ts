import { fewestOutcomes, mostOutcomes, share, whole } from '../masses.ts';
import { cleanLabel, defaultLabels, type Pair } from './model.ts';

/** What was pasted, as a pair; `rounded` if a share of a sum is no decimal of six places. */
export interface Pasted {
  readonly pair: Pair;
  readonly rounded: boolean;
}

const wanted =
  'each line is an outcome: its mass or count in P, then in Q, and before them a name if you like. Nothing has changed.';

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

/** Reads two columns of masses or counts, as a spreadsheet copies them, or says why they are none. */
export function readPasted(text: string): Pasted | string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const separator = separators.find((one) => lines.some((line) => one.test(line.trim()))) ?? /\s+/;
  const rows = lines.map((line) =>
    line
      .trim()
      .split(separator)
      .map((cell) => cell.trim()),
  );
  if (rows[0] && !rows[0].some(isNumber)) rows.shift(); // the names of the columns
  if (rows.length < fewestOutcomes || rows.length > mostOutcomes)
    return `Lines with numbers: ${rows.length}; from ${fewestOutcomes} to ${mostOutcomes} can be read. In a table ${wanted}`;
  for (const row of rows) {
    const numbers = row.slice(-2);
    if (row.length < 2 || row.length > 3 || !numbers.every(isNumber))
      return `“${row.join(' ').slice(0, 40)}” cannot be read; ${wanted}`;
  }
  const columns = {
    P: integersOf(rows.map((row) => row.at(-2)!)),
    Q: integersOf(rows.map((row) => row.at(-1)!)),
  };
  for (const side of ['P', 'Q'] as const) {
    const column = columns[side];
    if (!column)
      return `${side} has numbers of more than ${mostDigits} digits when they are written under one another; round them. Nothing has changed.`;
    if (column.every((weight) => weight === 0))
      return `All numbers of ${side} are zero; at least one must be positive. Nothing has changed.`;
  }
  const [P, Q] = [share(whole, columns.P!), share(whole, columns.Q!)];
  const usual = defaultLabels(rows.length);
  const labels = rows.map((row, x) => (row.length === 3 && cleanLabel(row[0]!)) || usual[x]!);
  return { pair: { P, Q, labels }, rounded: !(isExact(columns.P!) && isExact(columns.Q!)) };
}
