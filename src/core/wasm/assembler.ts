/**
 * As much of an assembler for WebAssembly as the kernels need: instructions are functions of the code of their operands,
 * and `keep` puts a value into a local, so that a kernel reads like its formula.
 * @see the WebAssembly core specification, vector instructions
 */

export type Code = readonly number[];

const utf8 = new TextEncoder();
const cell = new DataView(new ArrayBuffer(8));

export function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

function signed(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  const last = (rest === 0 && low < 0x40) || (rest === -1 && low >= 0x40);
  return last ? [low] : [low | 0x80, ...signed(rest)];
}

export function bytesOf(value: number): number[] {
  cell.setFloat64(0, value, true);
  return Array.from(new Uint8Array(cell.buffer));
}

type Operation = (...operands: Code[]) => Code;
const plain =
  (opcode: number): Operation =>
  (...operands) => [...operands.flat(), opcode];
export const vector =
  (opcode: number, ...immediate: number[]): Operation =>
  (...operands) => [...operands.flat(), 0xfd, ...unsigned(opcode), ...immediate];

// Scalars, in 32-bit integers and doubles.
export const int = (value: number): Code => [0x41, ...signed(value)];
export const double = (value: number): Code => [0x44, ...bytesOf(value)];
export const intAdd = plain(0x6a);
export const intSub = plain(0x6b);
export const intAnd = plain(0x71);
export const intShiftLeft = plain(0x74);
export const intShiftRight = plain(0x75);
/** Shifts zeros in from the left. */
export const intShiftRightUnsigned = plain(0x76);
export const intLess = plain(0x49);
export const toDouble = plain(0xb7);
export const plus = plain(0xa0);
export const minus = plain(0xa1);
export const choose = plain(0x1b);

// Pairs of doubles.
export const add = vector(0xf0);
export const sub = vector(0xf1);
export const mul = vector(0xf2);
export const div = vector(0xf3);
export const both = vector(0x14);
export const first = vector(0x21, 0);
export const second = vector(0x21, 1);
/** The second where it is larger, and else the first. */
export const largerOf = vector(0xf7);
export const greater = vector(0x4a);
export const atLeast = vector(0x4c);

// The same 128 bits as four 32-bit words; word 1 and word 3 are the high words of the doubles.
export const and = vector(0x4e);
export const anyTrue = vector(0x53);
/** The four words picked from those of two vectors: 0 to 3 of the first, 4 to 7 of the second. */
export const shuffle = (picked: Code, a: Code, b: Code): Code =>
  vector(0x0d, ...picked.flatMap((word) => [0, 1, 2, 3].map((byte) => 4 * word + byte)))(a, b);
export const words = (...of: number[]): Code => [
  0xfd,
  0x0c,
  ...of.flatMap((word) => [word & 255, (word >> 8) & 255, (word >> 16) & 255, word >>> 24]),
];
export const wordsLess = vector(0x39);
export const wordsMin = vector(0xb6);
// And as two 64-bit integers.
export const longsLeft = vector(0xcb);
export const longsAdd = vector(0xce);
export const allTrue = vector(0xc3);

// Memory, at an address plus a constant offset.
export const load = (at: Code, offset: number): Code => vector(0x00, 4, ...unsigned(offset))(at);
export const store = (at: Code, offset: number, value: Code): Code =>
  vector(0x0b, 4, ...unsigned(offset))(at, value);
/** The constant of the module's table that lies at `offset`, in both halves. */
export const loadBoth = (offset: number): Code => vector(0x0a, 3, ...unsigned(offset))(int(0));
/** A double from each of two addresses. */
export const loadEach = (first: Code, second: Code, offset: number): Code => [
  ...second,
  ...vector(0x5d, 3, ...unsigned(offset))(first),
  ...vector(0x57, 3, ...unsigned(offset), 1)(),
];
export const loadInt = (at: Code, offset: number): Code => [...at, 0x28, 2, ...unsigned(offset)];
export const storeInt = (at: Code, offset: number, value: Code): Code => [
  ...at,
  ...value,
  0x36,
  2,
  ...unsigned(offset),
];
export const storeDouble = (offset: number, value: Code): Code => [
  ...int(0),
  ...value,
  0x39,
  3,
  ...unsigned(offset),
];

export const INT = 0x7f;
export const DOUBLE = 0x7c;
export const PAIR = 0x7b;

/** The locals and the code of one function. */
export class Body {
  readonly #types: number[] = [];
  readonly #code: number[] = [];
  readonly #parameters: number;

  constructor(parameters: number) {
    this.#parameters = parameters;
  }

  /** One of the function's parameters. */
  parameter(index: number): Code {
    return [0x20, ...unsigned(index)];
  }

  /** A variable, zero at first. */
  variable(type: number): { readonly get: Code; set(value: Code): void } {
    const index = this.#parameters + this.#types.push(type) - 1;
    return {
      get: [0x20, ...unsigned(index)],
      set: (value) => this.emit([...value, 0x21, ...unsigned(index)]),
    };
  }

  /** A name for a pair of doubles, computed once. */
  readonly keep = (value: Code): Code => this.#keep(PAIR, value);
  /** A name for an integer, computed once. */
  readonly keepInt = (value: Code): Code => this.#keep(INT, value);

  #keep(type: number, value: Code): Code {
    const { get, set } = this.variable(type);
    set(value);
    return get;
  }

  /** Does `step` while `condition`, which is tested before it. */
  while(condition: Code, step: () => void): void {
    this.emit([0x02, 0x40, 0x03, 0x40, ...condition, 0x45, 0x0d, 1]);
    step();
    this.emit([0x0c, 0, 0x0b, 0x0b]);
  }

  emit(code: Code): void {
    this.#code.push(...code);
  }

  bytes(): number[] {
    const locals = this.#types.map((type) => [1, type]);
    return sized([...unsigned(locals.length), ...locals.flat(), ...this.#code, 0x0b]);
  }
}

export interface Kernel {
  readonly name: string;
  /** The types of what it takes; it gives a double. */
  readonly parameters: readonly number[];
  readonly body: Body;
}

/** A module of kernels with an exported memory whose bytes from `dataAt` on are `data`. */
export function moduleBytes(
  kernels: readonly Kernel[],
  pages: number,
  dataAt: number,
  data: Code,
): Uint8Array {
  const types = kernels.map(({ parameters }) => [0x60, ...list(parameters.map((type) => [type])), 1, DOUBLE]);
  const exported = kernels.map(({ name }, i) => [...text(name), 0, i]);
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, list(types)),
    ...section(3, list(kernels.map((_, i) => [i]))),
    ...section(5, [1, 0, ...unsigned(pages)]),
    ...section(7, list([...exported, [...text('memory'), 2, 0]])),
    ...section(10, list(kernels.map(({ body }) => body.bytes()))),
    ...section(11, [1, 0, ...int(dataAt), 0x0b, ...sized(data)]),
  ]);
}

const sized = (bytes: Code): number[] => [...unsigned(bytes.length), ...bytes];
const list = (items: readonly Code[]): number[] => [...unsigned(items.length), ...items.flat()];
const section = (id: number, content: Code): number[] => [id, ...sized(content)];
const text = (name: string): number[] => sized(Array.from(utf8.encode(name)));
