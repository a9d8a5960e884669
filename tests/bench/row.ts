import Decimal from 'decimal.js';

/** A value of the core, or one in two parts, beside 50 digits of the truth. */
export interface Row {
  /** An export, or one and a method of what it makes, as 'normal().logPdf'; then in brackets what is special. */
  readonly quantity: string;
  readonly actual: number | readonly [number, number];
  readonly expected: string;
}

export const Exact = Decimal.clone({ precision: 60, minE: -9e15, maxE: 9e15 });
export const exponential = (x: string): string => (x === '-Infinity' ? '0' : new Exact(x).exp().toString());
export const power = (x: string, y: number): string => new Exact(x).pow(y).toString();

export type Numbers = readonly number[];
export type Points = readonly Numbers[];

export const row = (quantity: string, actual: Row['actual'], expected: string): Row => ({
  quantity,
  actual,
  expected,
});
