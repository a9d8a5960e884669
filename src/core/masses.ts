import { DomainError } from './domain-error.ts';
import type { DoubleDouble } from './double-double.ts';
import { addToTotal, beginTotal, copyAndAdd, masses, total } from './exact-total.ts';
import { BLOCK, loadBlock } from './kernels/block.ts';

/** 2²⁷: a gigabyte of doubles. */
const MOST_OUTCOMES = 134217728;

/** So few masses are read and added up in one loop. */
const FEW = 32;

const PROBABILITIES = 'every probability must lie in [0, 1]';
const WEIGHTS = 'every weight must be finite and at least 0';

/**
 * A copy of probabilities, and their sum, or the reason why one is none. With `shared`, of a Float64Array, not a copy but
 * its own memory.
 */
export function readProbabilities(
  quantity: string,
  name: string,
  source: ArrayLike<number>,
  shared = false,
): { values: Float64Array; total: DoubleDouble } {
  requireArray(quantity, name, source);
  const values = shared ? (source as Float64Array) : allocate(source.length);
  const few = values.length <= FEW && !shared ? copyAndAdd(source, values) : undefined;
  if (few) return { values, total: few };
  beginTotal(1);
  for (let from = 0; from < values.length; from += BLOCK) {
    const count = values.length - from < BLOCK ? values.length - from : BLOCK;
    fillBlock(quantity, name, source, from, count);
    if (!addToTotal(count)) {
      const wrong = masses.findIndex((mass) => !(mass >= 0 && mass <= 1));
      throw notAllowed(quantity, name, source, from + wrong, PROBABILITIES);
    }
    if (!shared) keepBlock(values, from, count);
  }
  return { values, total: total() };
}

/** The sum of weights, each at most `top`, a power of two, and all together less than it. */
export function totalOf(weights: Float64Array, top: number): DoubleDouble {
  beginTotal(top);
  for (let from = 0; from < weights.length; from += BLOCK) {
    const count = weights.length - from < BLOCK ? weights.length - from : BLOCK;
    loadBlock(masses, weights, from, count);
    addToTotal(count);
  }
  return total();
}

/** A copy of weights, or the reason why one is none. */
export function readWeights(quantity: string, name: string, source: ArrayLike<number>): Float64Array {
  requireArray(quantity, name, source);
  const values = allocate(source.length);
  copyNumbers(values, quantity, name, source, (weight) => weight >= 0 && weight < Infinity, WEIGHTS);
  return values;
}

/** The block's numbers in `masses`: a copy that no one else can write to while it is checked. */
function fillBlock(
  quantity: string,
  name: string,
  source: ArrayLike<number>,
  from: number,
  count: number,
): void {
  if (source instanceof Float64Array) return loadBlock(masses, source, from, count);
  for (let i = 0; i < count; i++) {
    const value: unknown = source[from + i];
    if (typeof value !== 'number') throw notAllowed(quantity, name, source, from + i, PROBABILITIES);
    masses[i] = value;
  }
}

function keepBlock(values: Float64Array, from: number, count: number): void {
  if (count < 32) for (let i = 0; i < count; i++) values[from + i] = masses[i]!;
  else values.set(count === BLOCK ? masses : masses.subarray(0, count), from);
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
  copyNumbers(values, quantity, name, source, allowed, domain);
  return values;
}

function copyNumbers(
  values: Float64Array,
  quantity: string,
  name: string,
  source: ArrayLike<number>,
  allowed: (value: number) => boolean,
  domain: string,
): void {
  for (let x = 0; x < values.length; x++) {
    const value: unknown = source[x];
    if (typeof value !== 'number' || !allowed(value)) throw notAllowed(quantity, name, source, x, domain);
    values[x] = value + 0;
  }
}

function notAllowed(
  quantity: string,
  name: string,
  source: ArrayLike<unknown>,
  x: number,
  domain: string,
): DomainError {
  return new DomainError(`${quantity}: ${name}[${x}] is ${describe(source[x], source, x)}; ${domain}`);
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
