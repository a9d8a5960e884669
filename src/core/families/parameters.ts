import { DomainError } from '../domain-error.ts';

/** A range of numbers that a parameter of a family may take, ends included. */
export interface Range {
  readonly from: number;
  readonly to: number;
  readonly is: string;
}

/*
 * Wide enough for every use, narrow enough that no product or quotient of a few parameters overflows.
 */
export const PROBABILITY: Range = { from: 0, to: 1, is: 'it must be a number in [0, 1]' };
export const SCALE: Range = { from: 1e-100, to: 1e100, is: 'it must be a number from 1e-100 to 1e100' };
export const SHAPE: Range = { from: 1e-30, to: 1e30, is: 'it must be a number from 1e-30 to 1e30' };
export const LOCATION: Range = { from: -1e100, to: 1e100, is: 'it must be a number within ±1e100' };

/** The parameters that were given, as an object with these numbers in their ranges, or the reason why it is not one. */
export function requireParameters<Name extends string>(
  family: string,
  given: unknown,
  ranges: Readonly<Record<Name, Range>>,
): Readonly<Record<Name, number>> {
  const names = Object.keys(ranges) as Name[];
  if (typeof given !== 'object' || given === null) {
    const required = names.length === 0 ? '' : ` { ${names.map((name) => `${name}: …`).join(', ')} }`;
    throw new DomainError(`${family}: the parameters are ${shown(given)}; they must be an object${required}`);
  }
  const parameters = given as Readonly<Record<Name, unknown>>;
  const read = {} as Record<Name, number>;
  for (const name of names) read[name] = requireNumber(family, name, parameters[name], ranges[name]);
  return read;
}

export function requireNumber(family: string, name: string, value: unknown, range: Range): number {
  if (typeof value === 'number' && value >= range.from && value <= range.to) return value + 0;
  throw new DomainError(`${family}: ${name} is ${shown(value)}; ${range.is}`);
}

/** The argument of a pmf or pdf: any number, infinite ones included. */
export function requireArgument(quantity: string, name: string, value: unknown): number {
  if (typeof value === 'number' && !Number.isNaN(value)) return value + 0;
  throw new DomainError(`${quantity}: ${name} is ${shown(value)}; it must be a number`);
}

/** Refuses what the maker of a family did not make. */
export function requireMember(quantity: string, name: string, family: string, value: unknown): void {
  if (typeof value === 'object' && value !== null && (value as { family?: unknown }).family === family)
    return;
  throw new DomainError(
    `${quantity}: ${name} is not a ${family} distribution; build it with ${maker(family)}()`,
  );
}

function maker(family: string): string {
  return family
    .replace(/[ -](\w)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/^\w/, (c) => c.toLowerCase());
}

export function shown(value: unknown): string {
  if (typeof value === 'string')
    return `the string "${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  if (typeof value === 'bigint') return `the bigint ${value}n`;
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? 'an array' : 'an object';
  return typeof value === 'function' ? 'a function' : String(value);
}
