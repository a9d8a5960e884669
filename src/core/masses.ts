import { DomainError } from './domain-error.ts';
import { add, type DoubleDouble } from './double-double.ts';

/** 2²⁷: a gigabyte of doubles. */
const MOST_OUTCOMES = 134217728;

const BLOCK = 1024;

/** A copy of non-negative numbers (at most 1 if they are probabilities) and their sum, or the reason why it is not one. */
export function readMasses(
  quantity: string,
  name: string,
  kind: 'probability' | 'weight',
  source: ArrayLike<number>,
): { values: Float64Array; total: DoubleDouble } {
  requireArray(quantity, name, source);
  const most = kind === 'probability' ? 1 : Number.MAX_VALUE;
  const domain =
    kind === 'probability'
      ? 'every probability must lie in [0, 1]'
      : 'every weight must be finite and at least 0';
  const allowed = (v: number): boolean => v >= 0 && v <= most;
  const values = allocate(source.length);
  let total: DoubleDouble = { hi: 0, lo: 0 };
  // Block by block: compensated within, double-double between.
  for (let from = 0; from < values.length; from += BLOCK) {
    const to = from + BLOCK < values.length ? from + BLOCK : values.length;
    if (!(source instanceof Float64Array) || !copyBlock(source, values, from, to, most)) {
      copyNumbers(values, from, to, quantity, name, source, allowed, domain);
      copyBlock(values, values, from, to, most);
    }
    total = add(total, { hi: copied, lo: lost });
  }
  return { values, total };
}

// The sum of what `copyBlock` copied, and what rounding lost of it.
let copied = 0;
let lost = 0;

/** Copies numbers from 0 to `most`, adding them up as `sum` does; stops and answers false at any other. */
function copyBlock(
  source: Float64Array,
  values: Float64Array,
  from: number,
  to: number,
  most: number,
): boolean {
  let s = 0;
  let c = 0;
  for (let x = from; x < to; x++) {
    const v = source[x]! + 0; // −0 becomes 0
    if (!(v >= 0 && v <= most)) return false;
    values[x] = v;
    const t = s + v;
    c += s >= v ? s - t + v : v - t + s;
    s = t;
  }
  copied = s + c;
  lost = s - copied + c;
  return true;
}

// Small arrays share buffers of 4 kB: a buffer each would cost ten times what filling it does.
const SMALL = 64;
const SHARED = 512;
let shared = new ArrayBuffer(8 * SHARED);
let used = 0;

/** A Float64Array of n zeros, possibly within a larger buffer. */
export function allocate(n: number): Float64Array {
  if (n > SMALL) return new Float64Array(n);
  if (used + n > SHARED) {
    shared = new ArrayBuffer(8 * SHARED);
    used = 0;
  }
  used += n;
  return new Float64Array(shared, 8 * (used - n), n);
}

/** A Float64Array copy of `source`, every entry of which `allowed` accepts; −0 becomes 0. */
export function readNumbers(
  quantity: string,
  name: string,
  source: ArrayLike<number>,
  allowed: (value: number) => boolean,
  domain: string,
): Float64Array {
  const values = allocate(source.length);
  copyNumbers(values, 0, values.length, quantity, name, source, allowed, domain);
  return values;
}

function copyNumbers(
  values: Float64Array,
  from: number,
  to: number,
  quantity: string,
  name: string,
  source: ArrayLike<number>,
  allowed: (value: number) => boolean,
  domain: string,
): void {
  for (let x = from; x < to; x++) {
    const value: unknown = source[x];
    if (typeof value !== 'number' || !allowed(value)) {
      throw new DomainError(`${quantity}: ${name}[${x}] is ${describe(value, source, x)}; ${domain}`);
    }
    values[x] = value + 0;
  }
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
