import { LEAST_WORD } from '../logarithm.ts';
import * as asm from './assembler.ts';
import {
  add,
  and,
  int,
  intAnd,
  intShiftLeft,
  intShiftRight,
  loadEach,
  loadInt,
  mul,
  sub,
  words,
} from './assembler.ts';
import type { Body, Code } from './assembler.ts';
import { LAYOUT } from './layout.ts';

/** The constants that the kernels use, as the module holds them. */
export const constants: number[] = [];
/** A constant in both halves, read from memory: engines build a literal anew at every use. */
export function constant(value: number): Code {
  if (!constants.includes(value)) constants.push(value);
  return asm.loadBoth(LAYOUT.constants + 8 * constants.indexOf(value));
}

/** The addresses of two rows of a table of doubles. */
type Rows = readonly [Code, Code];

/** `exponentBetween` of each pair of masses whose high words are given, as rows of the tables by exponent. */
export function exponentRows(body: Body, aWord: (lane: number) => Code, bWord: (lane: number) => Code): Rows {
  const row = (lane: number): Code => {
    const difference = body.keepInt(asm.intSub(aWord(lane), bWord(lane)));
    const towardsZero = intAnd(intShiftRight(difference, int(31)), int(0xfffff));
    const k = intAnd(intShiftRight(asm.intAdd(difference, towardsZero), int(20)), int(2047));
    return body.keepInt(intShiftLeft(k, int(3)));
  };
  return [row(0), row(1)];
}

/** The high word of the double in a lane of a block. */
export const wordAt = (at: Code, block: number) => (lane: number) => loadInt(at, block + 4 + 8 * lane);

export const fromRows = ([first, second]: Rows, table: number): Code => loadEach(first, second, table);

/** The cells of two numbers whose shifted values are in the block `LAYOUT.shifted`, `bits` of them after the point. */
export function cellRows(body: Body, at: Code, bits: 8 | 9): Rows {
  const row = (lane: number): Code => {
    const cell = intAnd(
      intShiftRight(wordAt(at, LAYOUT.shifted)(lane), int(20 - bits)),
      int((1 << bits) - 1),
    );
    return body.keepInt(intShiftLeft(cell, int(3)));
  };
  return [row(0), row(1)];
}

/** The polynomial of the cells at x, in the order of operations of the kernels in TypeScript; and x less the centre. */
export function polynomial(
  body: Body,
  rows: Rows,
  cells: (typeof LAYOUT)['slopeCells'],
  x: Code,
): { value: Code; e: Code } {
  const at = (table: number): Code => fromRows(rows, table);
  const e = body.keep(sub(x, at(cells.centre)));
  const e2 = body.keep(mul(e, e));
  const low = add(at(cells.c0), mul(e, at(cells.c1)));
  const high = add(add(at(cells.c2), mul(e, at(cells.c3))), mul(e2, add(at(cells.c4), mul(e, at(cells.c5)))));
  return { value: add(low, mul(e2, high)), e };
}

/** Adds up doubles as the kernels in TypeScript do: in order, with what each rounding loses. */
export function compensated(body: Body) {
  const total = body.variable(asm.DOUBLE);
  const lost = body.variable(asm.DOUBLE);
  const next = body.variable(asm.DOUBLE);
  const part = body.variable(asm.DOUBLE);
  const term = body.variable(asm.DOUBLE);
  return {
    add: (value: Code): void => {
      term.set(value);
      next.set(asm.plus(total.get, term.get));
      part.set(asm.minus(next.get, total.get));
      const ofTotal = asm.minus(total.get, asm.minus(next.get, part.get));
      lost.set(asm.plus(lost.get, asm.plus(ofTotal, asm.minus(term.get, part.get))));
      total.set(next.get);
    },
    total: total.get,
    lost: lost.get,
  };
}

/** A loop over the first outcomes of a block, two at a time. */
export function overBlock(body: Body, bytes: Code, step: (at: Code) => void): void {
  const at = body.variable(asm.INT);
  at.set(int(0));
  body.while(asm.intLess(at.get, bytes), () => {
    step(at.get);
    at.set(asm.intAdd(at.get, int(16)));
  });
}

/** Watches for masses that are zero or tiny. */
export function watch(body: Body) {
  const least = body.variable(asm.PAIR);
  least.set(words(...Array.from({ length: 4 }, () => 0x7fffffff)));
  const limit = words(0, LEAST_WORD, 0, LEAST_WORD);
  return {
    see: (masses: Code): void => least.set(asm.wordsMin(least.get, masses)),
    /** The value, or NaN if there was one. */
    unlessTiny: (value: Code): Code =>
      asm.choose(
        asm.double(NaN),
        value,
        asm.anyTrue(and(asm.wordsLess(least.get, limit), words(0, -1, 0, -1))),
      ),
  };
}
