import { LEAST_EXPONENT, LN2_HI, LN2_LO, LOG2_E, ROUND } from '../transport/fast-exp.ts';
import { LEAST } from '../transport/sinkhorn-scaling.ts';
import * as asm from './assembler.ts';
import { add, and, int, intAdd, load, mul, sub, type Code } from './assembler.ts';
import { ROOM } from './scaling-layout.ts';

const constants: number[] = [];
/** A constant in both halves, read from memory: engines build a literal anew at every use. */
function constant(value: number): Code {
  if (!constants.includes(value)) constants.push(value);
  return asm.loadBoth(ROOM.constants + 8 * constants.indexOf(value));
}

/** 1/k! for k from 2 to 13. */
const SERIES = Array.from({ length: 12 }, (_, i) => {
  let factorial = 1;
  for (let k = 2; k <= i + 2; k++) factorial *= k;
  return 1 / factorial;
});

/** `expOfNegative` of both halves, in its order of operations. */
function expOfNegative(body: asm.Body, x: Code): Code {
  const { keep } = body;
  const shifted = keep(add(mul(x, constant(LOG2_E)), constant(ROUND)));
  const k = keep(sub(shifted, constant(ROUND)));
  const r = keep(sub(sub(x, mul(k, constant(LN2_HI))), mul(k, constant(LN2_LO))));
  const r2 = keep(mul(r, r));
  const r4 = keep(mul(r2, r2));
  const part = (at: number): Code => {
    const c = (k: number): Code => constant(SERIES[at + k]!);
    return add(add(c(0), mul(r, c(1))), mul(r2, add(c(2), mul(r, c(3)))));
  };
  const tail = add(part(0), mul(r4, add(part(4), mul(r4, part(8)))));
  // The sum ends in the bits of k, and 2ᵏ has k + 1023 as its exponent.
  const power = asm.longsAdd(asm.longsLeft(shifted, int(52)), asm.words(0, 0x3ff00000, 0, 0x3ff00000));
  const value = mul(add(constant(1), add(r, mul(r2, tail))), power);
  return and(value, asm.atLeast(x, constant(LEAST_EXPONENT)));
}

/** Loops over `bytes` bytes, 32 at a time; `step` gets an index and an offset for each 16 of them. */
function overRow(body: asm.Body, bytes: Code, step: (at: Code, offset: number) => void): void {
  const at = body.variable(asm.INT);
  at.set(int(0));
  body.while(asm.intLess(at.get, bytes), () => {
    step(at.get, 0);
    step(at.get, 16);
    at.set(intAdd(at.get, int(32)));
  });
}

/** A row of `rebuildByRows` of sinkhorn-kernel.ts. */
function rebuildRow(): asm.Kernel {
  const parameters = [asm.INT, asm.INT, asm.INT, asm.INT, asm.INT, asm.DOUBLE];
  const body = new asm.Body(parameters.length);
  const [row, bytes, g, costs, beta, inverse] = parameters.map((_, i) => body.parameter(i)) as [
    Code, Code, Code, Code, Code, Code,
  ]; // prettier-ignore
  const { keep } = body;
  const of = (array: Code, at: Code, offset: number): Code => load(intAdd(array, at), offset);
  const factor = keep(asm.both(inverse));
  const most = body.variable(asm.PAIR);
  most.set(asm.both(asm.double(-Infinity)));
  overRow(body, bytes, (at, offset) => {
    most.set(asm.largerOf(most.get, sub(of(g, at, offset), of(costs, at, offset))));
  });
  const swapped = keep(asm.shuffle([2, 3, 0, 1], most.get, most.get));
  const largest = keep(asm.largerOf(most.get, swapped));
  const sum = body.variable(asm.PAIR);
  overRow(body, bytes, (at, offset) => {
    const exponent = keep(mul(sub(sub(of(g, at, offset), of(costs, at, offset)), largest), factor));
    const value = keep(expOfNegative(body, exponent));
    body.emit(asm.store(intAdd(row, at), offset, value));
    sum.set(add(sum.get, mul(value, of(beta, at, offset))));
  });
  const total = body.variable(asm.DOUBLE);
  total.set(asm.plus(asm.first(sum.get), asm.second(sum.get)));
  const scale = keep(asm.div(constant(1), asm.both(total.get)));
  overRow(body, bytes, (at, offset) => {
    body.emit(asm.store(intAdd(row, at), offset, mul(of(row, at, offset), scale)));
  });
  body.emit(asm.storeDouble(ROOM.largest, asm.first(largest)));
  body.emit(total.get);
  return { name: 'rebuildRow', parameters, body };
}

/** `scaleFour` and `addFour` of sinkhorn-scaling.ts for all rows up to an end, four at a time; 0 if one has underflowed, else 1. */
function scaleRows(): asm.Kernel {
  const parameters = Array.from({ length: 7 }, () => asm.INT);
  const body = new asm.Body(parameters.length);
  const [start, bytes, end, masses, factors, beta, columns] = parameters.map((_, i) => body.parameter(i)) as [
    Code, Code, Code, Code, Code, Code, Code,
  ]; // prettier-ignore
  const { keep } = body;
  const first = body.variable(asm.INT);
  const done = body.variable(asm.INT);
  const fine = body.variable(asm.INT);
  first.set(start);
  fine.set(int(1));
  const sums = [0, 1, 2, 3].map(() => body.variable(asm.PAIR));
  body.while(asm.intAnd(asm.intLess(first.get, end), fine.get), () => {
    const rows = [first.get];
    for (let k = 1; k < 4; k++) rows.push(body.keepInt(intAdd(rows[k - 1]!, bytes)));
    for (const sum of sums) sum.set(asm.words(0, 0, 0, 0));
    overRow(body, bytes, (at, offset) => {
      const factor = keep(load(intAdd(beta, at), offset));
      rows.forEach((row, k) => {
        sums[k]!.set(add(sums[k]!.get, mul(load(intAdd(row, at), offset), factor)));
      });
    });
    // Even and odd parts of the sums of two rows, added up.
    const [s, t, u, v] = sums.map(({ get }) => get) as [Code, Code, Code, Code];
    const two = (x: Code, y: Code): Code =>
      keep(add(asm.shuffle([0, 1, 4, 5], x, y), asm.shuffle([2, 3, 6, 7], x, y)));
    const [upper, lower] = [two(s, t), two(u, v)];
    const above = (pair: Code): Code => asm.allTrue(asm.greater(pair, constant(LEAST)));
    fine.set(asm.intAnd(above(upper), above(lower)));
    const scales = [upper, lower].map((pair, k) =>
      keep(asm.div(load(intAdd(masses, done.get), 16 * k), pair)),
    );
    scales.forEach((pair, k) => body.emit(asm.store(intAdd(factors, done.get), 16 * k, pair)));
    const [a, b, c, d] = scales.flatMap((pair) => [
      keep(asm.both(asm.first(pair))),
      keep(asm.both(asm.second(pair))),
    ]) as [Code, Code, Code, Code];
    overRow(body, bytes, (at, offset) => {
      const [p, q, r, o] = rows.map((row) => load(intAdd(row, at), offset)) as [Code, Code, Code, Code];
      const column = intAdd(columns, at);
      const four = add(add(mul(a, p), mul(b, q)), add(mul(c, r), mul(d, o)));
      body.emit(asm.store(column, offset, add(load(column, offset), four)));
    });
    done.set(intAdd(done.get, int(32)));
    first.set(intAdd(rows[3]!, bytes));
  });
  body.emit(asm.toDouble(fine.get));
  return { name: 'scaleRows', parameters, body };
}

/** The module: kernels of Sinkhorn's iteration that do what those in TypeScript do, operation by operation, two columns at a time. */
export function scalingBytes(): Uint8Array {
  const kernels = [rebuildRow(), scaleRows()];
  return asm.moduleBytes(kernels, 1, ROOM.constants, constants.flatMap(asm.bytesOf));
}
