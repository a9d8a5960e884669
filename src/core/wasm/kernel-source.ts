import * as asm from './assembler.ts';
import { add, and, div, int, load, mul, sub, type Code } from './assembler.ts';
import {
  SECOND,
  artanhTail,
  compensated,
  constant,
  giveUnlessTiny,
  overBlock,
  pairedLogTail,
  reduction,
  table,
} from './kernel-parts.ts';
import { LAYOUT } from './layout.ts';

/** `excessOfLargeMasses` of kl-divergence.ts. */
function excess(): asm.Kernel {
  const body = new asm.Body(0);
  const { keep } = body;
  const sum = compensated(body);
  const least = overBlock(body, (at, watch) => {
    const u = keep(load(at, LAYOUT.pHigh));
    const v = keep(load(at, LAYOUT.qHigh));
    watch(asm.wordsMin(u, v));
    const { inverse, power, log, remainder } = reduction(keep, u, v);
    const scaled = keep(mul(u, inverse));
    const scaledLow = keep(mul(load(at, LAYOUT.pLow), inverse));
    const vLow = keep(load(at, LAYOUT.qLow));
    const d = keep(add(sub(scaled, v), sub(scaledLow, vLow)));
    const both = keep(add(scaled, v));
    const s = keep(div(d, both));
    const z = keep(mul(s, s));
    const vRounded = keep(sub(both, scaled));
    const rounded = add(sub(scaled, sub(both, vRounded)), sub(v, vRounded));
    const rest = add(rounded, add(scaledLow, vLow));
    const slope = add(add(s, mul(mul(z, add(constant(1), s)), artanhTail(keep, z))), log());
    const term = keep(mul(add(mul(d, slope), sub(mul(v, remainder()), mul(z, rest))), power()));
    sum.add(asm.first(term));
    sum.add(asm.second(term));
  });
  giveUnlessTiny(body, least, asm.plus(sum.total, sum.lost));
  return { name: 'excess', parameters: 0, body };
}

/** `entropyOfLargeMasses` of entropy.ts, for a total that is its parameter. */
function entropy(): asm.Kernel {
  const body = new asm.Body(1);
  const { keep } = body;
  const whole = keep(asm.both([0x20, 0]));
  const sum = compensated(body);
  const least = overBlock(body, (at, watch) => {
    const mass = keep(load(at, LAYOUT.pHigh));
    watch(mass);
    const { inverse, log } = reduction(keep, mass, whole);
    const scaled = keep(mul(mass, inverse));
    const s = keep(div(sub(whole, scaled), add(whole, scaled)));
    const z = keep(mul(s, s));
    const artanh = add(s, mul(mul(s, z), artanhTail(keep, z)));
    const term = keep(mul(mass, sub(mul(constant(2), artanh), log())));
    sum.add(asm.first(term));
    sum.add(asm.second(term));
  });
  giveUnlessTiny(body, least, asm.plus(sum.total, sum.lost));
  return { name: 'entropy', parameters: 1, body };
}

/** `quadrupleOfBlock` of jensen-shannon-kernel.ts. */
function quadruple(): asm.Kernel {
  const body = new asm.Body(0);
  const { keep } = body;
  const near = compensated(body);
  const farEnd = body.variable(asm.INT);
  const farBits = body.variable(asm.INT);
  const least = overBlock(body, (at, watch) => {
    const u = keep(load(at, LAYOUT.pHigh));
    const v = keep(load(at, LAYOUT.qHigh));
    watch(asm.wordsMin(u, v));
    const uLow = keep(load(at, LAYOUT.pLow));
    const vLow = keep(load(at, LAYOUT.qLow));
    const both = keep(add(u, v));
    const d = keep(add(sub(u, v), sub(uLow, vLow)));
    const s = keep(div(d, both));
    const isNear = keep(asm.atMost(asm.abs(s), constant(0.5)));
    const z = keep(mul(s, s));
    const square = keep(mul(d, s));
    const vRounded = keep(sub(both, u));
    const rest = add(add(sub(u, sub(both, vRounded)), sub(v, vRounded)), add(uLow, vLow));
    const tail = sub(mul(mul(square, z), pairedLogTail(keep, z)), mul(z, rest));
    // Adding 0 in the place of a far term changes nothing, and takes no branch.
    const term = keep(and(add(square, tail), isNear));
    near.add(asm.first(term));
    near.add(asm.second(term));
    // Both outcomes are written, the larger mass first; the end moves past those that are far.
    const more = keep(asm.larger(u, v));
    const less = keep(asm.smaller(u, v));
    const uLarger = keep(asm.greater(u, v));
    const moreLow = keep(asm.select(uLow, vLow, uLarger));
    const lessLow = keep(asm.select(vLow, uLow, uLarger));
    farBits.set(asm.bitmask(asm.not(isNear)));
    for (const [lane, picked] of [
      [0, 1, 4, 5],
      [2, 3, 6, 7],
    ].entries()) {
      body.emit(asm.store(farEnd.get, LAYOUT.far, asm.shuffle(picked, more, less)));
      body.emit(asm.store(farEnd.get, LAYOUT.far + 16, asm.shuffle(picked, moreLow, lessLow)));
      const bit = asm.intAnd(asm.intShiftRight(farBits.get, int(lane)), int(1));
      farEnd.set(asm.intAdd(farEnd.get, asm.intShiftLeft(bit, int(5))));
    }
  });
  const far = farSum(body, farEnd.get);
  const lost = asm.plus(near.lost, asm.times(asm.double(2), asm.plus(far.total, far.lost)));
  giveUnlessTiny(body, least, asm.plus(near.total, lost));
  return { name: 'quadruple', parameters: 0, body };
}

/** `farSumOfLargeMasses` of jensen-shannon-kernel.ts: the two masses of an outcome are the two halves. */
function farSum(body: asm.Body, end: Code) {
  const { keep } = body;
  const sum = compensated(body);
  const at = body.variable(asm.INT);
  body.while(asm.intLess(at.get, end), () => {
    const masses = keep(load(at.get, LAYOUT.far));
    const mean = keep(mul(add(masses, asm.shuffle([2, 3, 0, 1], masses, masses)), constant(0.5)));
    const { inverse, power, log, remainder } = reduction(keep, masses, mean, SECOND);
    const scaled = keep(mul(masses, inverse));
    const d = keep(add(sub(scaled, mean), mul(load(at.get, LAYOUT.far + 16), inverse)));
    const s = keep(div(d, add(scaled, mean)));
    const z = keep(mul(s, s));
    const slope = add(add(s, mul(mul(z, add(constant(1), s)), artanhTail(keep, z))), log());
    const term = keep(mul(add(mul(d, slope), mul(mean, remainder())), power()));
    sum.add(asm.plus(asm.first(term), asm.second(term)));
    at.set(asm.intAdd(at.get, int(32)));
  });
  return sum;
}

/**
 * The module: kernels for a block of 1024 outcomes that do what those in TypeScript do, operation by operation, two
 * outcomes at a time, and add up in the same order. Each gives NaN if a mass is zero or below 2⁻⁹⁵⁹.
 */
export function kernelBytes(): Uint8Array {
  const kernels = [excess(), quadruple(), entropy()];
  return asm.moduleBytes(kernels, LAYOUT.pages, LAYOUT.table, table.flatMap(asm.bytesOf));
}
