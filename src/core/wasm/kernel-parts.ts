import { ARTANH_TAIL, LEAST_WORD, LN2_HI, LN2_LO } from '../logarithm.ts';
import * as asm from './assembler.ts';
import { add, and, int, mul, sub, words, type Code } from './assembler.ts';
import { LAYOUT } from './layout.ts';

const BLOCK_BYTES = 8192;

// V of `pairedLogTail`.
const PAIRED_LOG_TAIL = [
  0.16666666666666669, 0.06666666666666003, 0.03571428571576827, 0.022222222092555033, 0.01515152102418972,
  0.010988853335307988, 0.008336036141713162, 0.0065051085871954285, 0.005501691739182529,
  0.003080812065928358, 0.007925018170300682, 0.0060340868177622175, 0.012555626085943001,
];

/** The constants that the kernels use, as the module holds them. */
export const table: number[] = [];
/** A constant in both halves, read from memory: engines build a literal anew at every use. */
export function constant(value: number): Code {
  if (!table.includes(value)) table.push(value);
  return asm.loadBoth(LAYOUT.table + 8 * table.indexOf(value));
}

const HIGH = words(0, -1, 0, -1);
export const SECOND = words(0, 0, -1, -1);
const BIAS = words(1023, 1023, 1023, 1023);
const FRACTION = words(0xfffff, 0xfffff, 0xfffff, 0xfffff);

type Keep = (value: Code) => Code;

/** W(z) of `artanhTail`, in its order of operations. */
export function artanhTail(keep: Keep, z: Code): Code {
  const c = Array.from(ARTANH_TAIL, constant);
  const z2 = keep(mul(z, z));
  const z4 = keep(mul(z2, z2));
  const low = add(add(c[0]!, mul(z, c[1]!)), mul(z2, add(c[2]!, mul(z, c[3]!))));
  const mid = add(add(c[4]!, mul(z, c[5]!)), mul(z2, add(c[6]!, mul(z, c[7]!))));
  const high = add(add(c[8]!, mul(z, c[9]!)), mul(z2, c[10]!));
  return add(low, mul(z4, add(mid, mul(z4, high))));
}

/** V(z) of `pairedLogTail`, in its order of operations. */
export function pairedLogTail(keep: Keep, z: Code): Code {
  const v = PAIRED_LOG_TAIL.map(constant);
  const z2 = keep(mul(z, z));
  const z4 = keep(mul(z2, z2));
  const a = add(add(v[0]!, mul(z, v[1]!)), mul(z2, add(v[2]!, mul(z, v[3]!))));
  const b = add(add(v[4]!, mul(z, v[5]!)), mul(z2, add(v[6]!, mul(z, v[7]!))));
  const c = add(add(v[8]!, mul(z, v[9]!)), mul(z2, sub(v[10]!, mul(z, v[11]!))));
  return add(a, mul(z4, add(b, mul(z4, add(c, mul(z4, v[12]!))))));
}

/** The row of `REDUCTION` for the exponent between a and b, computed instead of looked up, by the same operations. */
export function reduction(keep: Keep, a: Code, b: Code, lanes?: Code) {
  const difference = keep(asm.wordsSub(a, b));
  const towardsZero = and(asm.wordsRight(difference, int(31)), FRACTION);
  const truncated = asm.wordsRight(asm.wordsAdd(difference, towardsZero), int(20));
  const k = keep(lanes ? and(truncated, lanes) : truncated);
  const power = (exponent: Code) => keep(and(asm.wordsLeft(exponent, int(20)), HIGH));
  const inverse = power(asm.wordsSub(BIAS, k));
  const double = keep(asm.toDoubles(asm.shuffle([1, 3, 1, 3], k, k)));
  const logHigh = keep(mul(double, constant(LN2_HI)));
  const logLow = keep(mul(double, constant(LN2_LO)));
  return {
    inverse,
    power: () => power(asm.wordsAdd(BIAS, k)),
    log: () => add(logHigh, logLow),
    remainder: () => add(add(sub(logHigh, constant(1)), inverse), logLow),
  };
}

/** Adds up doubles as the kernels in TypeScript do: in order, with what each rounding loses. */
export function compensated(body: asm.Body) {
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

/** A loop over the block, two outcomes at a time; `least` is the smallest of the words of what it `watch`es. */
export function overBlock(body: asm.Body, step: (at: Code, watch: (masses: Code) => void) => void): Code {
  const at = body.variable(asm.INT);
  const least = body.variable(asm.PAIR);
  least.set(words(...Array.from({ length: 4 }, () => 0x7fffffff)));
  body.while(asm.intLess(at.get, int(BLOCK_BYTES)), () => {
    step(at.get, (masses) => least.set(asm.wordsMin(least.get, masses)));
    at.set(asm.intAdd(at.get, int(16)));
  });
  return least.get;
}

/** Ends a kernel: its value, or NaN if there was a zero or a tiny mass. */
export function giveUnlessTiny(body: asm.Body, least: Code, value: Code): void {
  const limit = words(0, LEAST_WORD, 0, LEAST_WORD);
  const tiny = asm.anyTrue(and(asm.wordsLess(least, limit), HIGH));
  body.emit(asm.choose(asm.double(NaN), value, tiny));
}
