import * as asm from './assembler.ts';
import { add, div, int, intAdd, intShiftRight, load, mul, store, sub, type Code } from './assembler.ts';
import {
  cellRows,
  compensated,
  constant,
  constants,
  exponentRows,
  fromRows,
  overBlock,
  polynomial,
  watch,
  wordAt,
} from './kernel-parts.ts';
import { FIRST_NEAR } from '../kernels/jensen-shannon.ts';
import { LAYOUT } from './layout.ts';

/** `relativeEntropy` of kernels/relative-entropy.ts: results are what rounding lost, and the terms of even and of odd outcomes. */
function relativeEntropy(): asm.Kernel {
  const body = new asm.Body(1);
  const { keep } = body;
  const bytes = body.parameter(0);
  const { see, unlessTiny } = watch(body);
  overBlock(body, bytes, (at) => {
    const a = keep(load(at, LAYOUT.p));
    const b = keep(load(at, LAYOUT.q));
    see(asm.wordsMin(a, b));
    const rows = exponentRows(body, wordAt(at, LAYOUT.p), wordAt(at, LAYOUT.q));
    const c = keep(mul(b, fromRows(rows, LAYOUT.powers)));
    const d = keep(sub(a, c));
    const s = keep(div(d, add(a, c)));
    body.emit(store(at, LAYOUT.steps, d));
    body.emit(store(at, LAYOUT.slopes, s));
    body.emit(store(at, LAYOUT.shifted, add(s, constant(1.5))));
    const others = add(mul(c, fromRows(rows, LAYOUT.remainders)), mul(d, fromRows(rows, LAYOUT.logs)));
    body.emit(store(at, LAYOUT.terms, others));
  });
  const sum = compensated(body);
  const each = body.variable(asm.PAIR);
  overBlock(body, bytes, (at) => {
    const s = keep(load(at, LAYOUT.slopes));
    const g = polynomial(body, cellRows(body, at, 8), LAYOUT.slopeCells, s).value;
    const slope = add(s, mul(s, g));
    const term = keep(add(mul(load(at, LAYOUT.steps), slope), load(at, LAYOUT.terms)));
    each.set(add(each.get, term));
    sum.add(asm.plus(asm.first(term), asm.second(term)));
  });
  body.emit(asm.storeDouble(LAYOUT.results, sum.lost));
  body.emit(store(int(0), LAYOUT.results + 16, each.get));
  body.emit(unlessTiny(sum.total));
  return { name: 'relativeEntropy', parameters: [asm.INT], body };
}

/** `surprisal` of kernels/surprisal.ts, for a total that is its second parameter. */
function surprisal(): asm.Kernel {
  const body = new asm.Body(2);
  const { keep, keepInt } = body;
  const bytes = body.parameter(0);
  const whole = keep(asm.both(body.parameter(1)));
  body.emit(asm.storeDouble(LAYOUT.results, body.parameter(1)));
  const wholeWord = keepInt(asm.loadInt(int(0), LAYOUT.results + 4));
  const { see, unlessTiny } = watch(body);
  overBlock(body, bytes, (at) => {
    const a = keep(load(at, LAYOUT.p));
    see(a);
    const rows = exponentRows(body, wordAt(at, LAYOUT.p), () => wholeWord);
    const c = keep(mul(whole, fromRows(rows, LAYOUT.powers)));
    const s = keep(div(sub(c, a), add(c, a)));
    body.emit(store(at, LAYOUT.slopes, s));
    body.emit(store(at, LAYOUT.shifted, add(s, constant(1))));
    body.emit(store(at, LAYOUT.terms, fromRows(rows, LAYOUT.logs)));
  });
  const sum = compensated(body);
  overBlock(body, bytes, (at) => {
    const s = keep(load(at, LAYOUT.slopes));
    const g = polynomial(body, cellRows(body, at, 8), LAYOUT.artanhCells, s).value;
    const log = sub(mul(constant(2), add(s, mul(s, g))), load(at, LAYOUT.terms));
    const term = keep(mul(load(at, LAYOUT.p), log));
    sum.add(asm.plus(asm.first(term), asm.second(term)));
  });
  body.emit(asm.storeDouble(LAYOUT.results, sum.lost));
  body.emit(unlessTiny(sum.total));
  return { name: 'surprisal', parameters: [asm.INT, asm.DOUBLE], body };
}

/** `nearSum` of kernels/jensen-shannon.ts: gives how many outcomes are far, and leaves their numbers; results are the three sums. */
function nearSum(): asm.Kernel {
  const body = new asm.Body(1);
  const { keep } = body;
  const bytes = body.parameter(0);
  overBlock(body, bytes, (at) => {
    const a = keep(load(at, LAYOUT.p));
    const b = keep(load(at, LAYOUT.q));
    const d = keep(sub(a, b));
    const s = keep(div(d, add(a, b)));
    const z = keep(mul(s, s));
    body.emit(store(at, LAYOUT.steps, d));
    body.emit(store(at, LAYOUT.slopes, z));
    body.emit(store(at, LAYOUT.shifted, sub(constant(3), z)));
    body.emit(store(at, LAYOUT.terms, mul(d, s)));
  });
  const sum = compensated(body);
  const skew = body.variable(asm.DOUBLE);
  const farEnd = body.variable(asm.INT);
  overBlock(body, bytes, (at) => {
    const z = keep(load(at, LAYOUT.slopes));
    const rows = cellRows(body, at, 9);
    const { value, e } = polynomial(body, rows, LAYOUT.pairedCells, z);
    const product = keep(load(at, LAYOUT.terms));
    const term = keep(add(product, mul(product, value)));
    const slope = add(fromRows(rows, LAYOUT.skewCells.c0), mul(e, fromRows(rows, LAYOUT.skewCells.c1)));
    const skewTerm = keep(mul(mul(load(at, LAYOUT.steps), z), slope));
    for (const [lane, of] of [asm.first, asm.second].entries()) {
      skew.set(asm.plus(skew.get, of(skewTerm)));
      body.emit(asm.storeInt(farEnd.get, LAYOUT.far, intAdd(intShiftRight(at, int(3)), int(lane))));
      const isFar = asm.intShiftRightUnsigned(asm.intSub(rows[lane]!, int(8 * FIRST_NEAR)), int(31));
      farEnd.set(intAdd(farEnd.get, asm.intShiftLeft(isFar, int(2))));
      sum.add(of(term));
    }
  });
  body.emit(asm.storeDouble(LAYOUT.results, sum.total));
  body.emit(asm.storeDouble(LAYOUT.results + 8, sum.lost));
  body.emit(asm.storeDouble(LAYOUT.results + 16, skew.get));
  body.emit(asm.toDouble(intShiftRight(farEnd.get, int(2))));
  return { name: 'nearSum', parameters: [asm.INT], body };
}

/** `splitSum` of exact-total.ts, four masses at a time, for the least mass and the shift; 0 if a mass is less, else 1. */
function splitSum(): asm.Kernel {
  const parameters = [asm.INT, asm.DOUBLE, asm.DOUBLE];
  const body = new asm.Body(parameters.length);
  const { keep } = body;
  const bytes = body.parameter(0);
  const least = keep(asm.both(body.parameter(1)));
  const shift = keep(asm.both(body.parameter(2)));
  const fine = body.variable(asm.PAIR);
  fine.set(asm.words(-1, -1, -1, -1));
  const sums = [0, 16].map((offset) => {
    const [multiples, rests] = [body.variable(asm.PAIR), body.variable(asm.PAIR)];
    return { offset, multiples, rests };
  });
  const at = body.variable(asm.INT);
  at.set(int(0));
  body.while(asm.intLess(at.get, bytes), () => {
    for (const { offset, multiples, rests } of sums) {
      const mass = keep(load(at.get, LAYOUT.p + offset));
      fine.set(asm.and(fine.get, asm.atLeast(mass, least)));
      const multiple = keep(sub(add(mass, shift), shift));
      multiples.set(add(multiples.get, multiple));
      rests.set(add(rests.get, sub(mass, multiple)));
    }
    at.set(intAdd(at.get, int(32)));
  });
  const [one, other] = sums as [(typeof sums)[0], (typeof sums)[0]];
  const total = (pair: Code): Code => asm.plus(asm.first(pair), asm.second(pair));
  body.emit(asm.storeDouble(LAYOUT.results, total(keep(add(one.multiples.get, other.multiples.get)))));
  body.emit(asm.storeDouble(LAYOUT.results + 8, total(keep(add(one.rests.get, other.rests.get)))));
  body.emit(asm.toDouble(asm.allTrue(fine.get)));
  return { name: 'splitSum', parameters, body };
}

/**
 * The module: kernels for a block that do what those in TypeScript do, operation by operation, two outcomes at a time, and add up in the
 * same order. Their tables are put into their memory by whoever instantiates them.
 */
export function kernelBytes(): Uint8Array {
  const kernels = [relativeEntropy(), surprisal(), nearSum(), splitSum()];
  return asm.moduleBytes(kernels, LAYOUT.pages, LAYOUT.constants, constants.flatMap(asm.bytesOf));
}
