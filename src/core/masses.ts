import { DomainError } from './domain-error.ts';

/** 2²⁷: a gigabyte of doubles. */
const MOST_OUTCOMES = 134217728;

/** A copy of non-negative numbers (at most 1 if they are probabilities), or the reason why it is not one. */
export function readMasses(
  quantity: string,
  name: string,
  kind: 'probability' | 'weight',
  source: ArrayLike<number>,
): Float64Array {
  requireArray(quantity, name, source);
  const most = kind === 'probability' ? 1 : Number.MAX_VALUE;
  const domain =
    kind === 'probability'
      ? 'every probability must lie in [0, 1]'
      : 'every weight must be finite and at least 0';
  return readNumbers(quantity, name, source, (v) => v >= 0 && v <= most, domain);
}

/** A Float64Array copy of `source`, every entry of which `allowed` accepts; −0 becomes 0. */
export function readNumbers(
  quantity: string,
  name: string,
  source: ArrayLike<number>,
  allowed: (value: number) => boolean,
  domain: string,
): Float64Array {
  const values = new Float64Array(source.length);
  for (let x = 0; x < values.length; x++) {
    const value: unknown = source[x];
    if (typeof value !== 'number' || !allowed(value)) {
      throw new DomainError(`${quantity}: ${name}[${x}] is ${describe(value, source, x)}; ${domain}`);
    }
    values[x] = value + 0;
  }
  return values;
}

export function requireArray(quantity: string, name: string, source: unknown): void {
  const isArray = Array.isArray(source) || (ArrayBuffer.isView(source) && !(source instanceof DataView));
  if (!isArray) {
    throw new DomainError(
      `${quantity}: ${name} is ${typeName(source)}; it must be an array or typed array of numbers`,
    );
  }
  const { length } = source as ArrayLike<unknown>;
  if (length === 0) throw new DomainError(`${quantity}: ${name} is empty; there must be at least one entry`);
  if (length > MOST_OUTCOMES) {
    throw new DomainError(
      `${quantity}: ${name} has ${length} entries; at most ${MOST_OUTCOMES} are supported`,
    );
  }
}

function describe(value: unknown, source: ArrayLike<unknown>, x: number): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'bigint') return `the bigint ${value}n`;
  if (typeof value === 'string')
    return `the string "${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  if (value === undefined && !(x in source)) return 'a hole in a sparse array';
  return typeName(value);
}

function typeName(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'object') return 'an object';
  return `a ${typeof value}`;
}
