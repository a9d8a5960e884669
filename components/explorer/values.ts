import type { Scope } from '../../src/formula/notation.ts';
import type { Givens } from '../../src/formula/environment.ts';
import type { SymbolType } from '../../src/formula/symbol-types.ts';
import { limits } from './limits.ts';

/** What the values of a function on the outcomes are; undefined for what is no function. */
export function entryType(type: SymbolType): SymbolType | undefined {
  switch (type) {
    case 'function':
      return 'real';
    case 'positive function':
      return 'positive';
    case 'test':
      return 'probability';
    default:
      return undefined;
  }
}

const hasValues = (type: SymbolType): boolean =>
  entryType(type) !== undefined ||
  ['pmf', 'probability', 'positive', 'real', 'integer', 'outcome'].includes(type);

/** Whether a reader can give a value to a symbol: it is a number, or a number for each outcome. */
export const isEditable = (
  { notation }: Pick<Scope, 'notation'>,
  [name, type]: readonly [string, SymbolType],
): boolean => hasValues(type) && notation[name]?.sizes === undefined;

/** Whether a value is one that a symbol of this type can have. */
export function fitting(type: SymbolType, value: string | readonly string[], outcomes: number): boolean {
  if (typeof value !== 'string') {
    const entries = entryType(type);
    if (value.length !== outcomes) return false;
    return type === 'pmf' || (entries !== undefined && value.every((entry) => fitting(entries, entry, 1)));
  }
  const number = Number(value);
  switch (type) {
    case 'probability':
      return number > 0 && number < 1;
    case 'positive':
      return number > 0;
    case 'integer':
      return Number.isInteger(number) && number >= 1 && number <= limits.greatestInteger;
    case 'outcome':
      return Number.isInteger(number) && number >= 1 && number <= outcomes;
    default:
      return type === 'real';
  }
}

/** What a value must be, after 'is'. */
export const must: Readonly<Record<string, string>> = {
  probability: 'between 0 and 1',
  positive: 'positive',
  integer: `an integer from 1 to ${limits.greatestInteger}`,
  outcome: 'one of the outcomes, which are numbered from 1',
  'positive function': 'positive everywhere',
  test: 'between 0 and 1 everywhere',
};

/** The number of outcomes of some values: that of their pmfs and functions. */
export const outcomesOf = (values: Givens): number | undefined =>
  Object.values(values).find((value) => typeof value !== 'string')?.length;

/** A value that shows something, different for each outcome. */
function firstValue(type: SymbolType, outcomes: number): string | readonly string[] | undefined {
  const each = (value: (x: number) => string): string[] =>
    Array.from({ length: outcomes }, (_, x) => value(x));
  switch (type) {
    case 'pmf':
      return each((x) => (x === 0 ? '1' : '0'));
    case 'function':
      return each((x) => String(x % 2 === 0 ? x : -x));
    case 'positive function':
      return each((x) => String(x + 1));
    case 'test':
      return each((x) => (x % 2 === 0 ? '0.75' : '0.25'));
    case 'probability':
      return '0.5';
    case 'integer':
      return '2';
    default:
      return hasValues(type) ? '1' : undefined;
  }
}

/** A symbol without a value gets one, so that there is something to see. */
export function withDefaults(values: Givens, symbols: readonly (readonly [string, SymbolType])[]): Givens {
  const outcomes = outcomesOf(values) ?? 2;
  const missing = symbols.flatMap(([name, type]) => {
    const fits = Object.hasOwn(values, name) && fitting(type, values[name]!, outcomes);
    const value = fits ? undefined : firstValue(type, outcomes);
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...values, ...Object.fromEntries(missing) };
}
