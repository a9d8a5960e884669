import * as asm from '../../../src/core/wasm/assembler.ts';
import { int, intAdd, load, type Code } from '../../../src/core/wasm/assembler.ts';
import { addFours, loadFours, mulFours } from '../../../src/core/wasm/single-precision.ts';

/** So many rows, and columns, are multiplied at a time. */
export const block = { rows: 4, columns: 8 } as const;
const offsets = [0, 16] as const;

/**
 * Eight columns of A·W + b, for all rows: `a` to `end` are rows of `across` bytes, at `w` lie eight numbers of b and then eight of W
 * for each number of a row, and what comes out is stored at `c`, in rows of `wide` bytes. Each number is b, to which the
 * products are added one after the other, each operation rounded to single precision: the same bits everywhere.
 */
function columns(): asm.Kernel {
  const parameters = Array.from({ length: 6 }, () => asm.INT);
  const body = new asm.Body(parameters.length);
  const [a, end, w, c, across, wide] = parameters.map((_, i) => body.parameter(i)) as [
    Code, Code, Code, Code, Code, Code,
  ]; // prettier-ignore
  const row = body.variable(asm.INT);
  const out = body.variable(asm.INT);
  const at = body.variable(asm.INT);
  const weights = body.variable(asm.INT);
  row.set(a);
  out.set(c);
  const sums = Array.from({ length: block.rows }, () => offsets.map(() => body.variable(asm.PAIR)));
  body.while(asm.intLess(row.get, end), () => {
    const rows = [row.get];
    for (let k = 1; k < block.rows; k++) rows.push(body.keepInt(intAdd(rows[k - 1]!, across)));
    for (const of of sums) offsets.forEach((offset, half) => of[half]!.set(load(w, offset)));
    at.set(int(0));
    weights.set(intAdd(w, int(32)));
    body.while(asm.intLess(at.get, across), () => {
      const halves = offsets.map((offset) => body.keep(load(weights.get, offset)));
      sums.forEach((of, k) => {
        const factor = body.keep(loadFours(intAdd(rows[k]!, at.get), 0));
        of.forEach((sum, half) => sum.set(addFours(sum.get, mulFours(factor, halves[half]!))));
      });
      at.set(intAdd(at.get, int(4)));
      weights.set(intAdd(weights.get, int(32)));
    });
    const starts = [out.get];
    for (let k = 1; k < block.rows; k++) starts.push(body.keepInt(intAdd(starts[k - 1]!, wide)));
    sums.forEach((of, k) =>
      offsets.forEach((offset, half) => body.emit(asm.store(starts[k]!, offset, of[half]!.get))),
    );
    row.set(intAdd(rows[block.rows - 1]!, across));
    out.set(intAdd(starts[block.rows - 1]!, wide));
  });
  body.emit(asm.double(0));
  return { name: 'columns', parameters, body };
}

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly columns: (a: number, end: number, w: number, c: number, across: number, wide: number) => number;
}

const page = 65_536;

/** A memory of so many single-precision numbers, and the kernel that works in it. */
export function productIn(numbers: number): Exports {
  const bytes = asm.moduleBytes([columns()], Math.ceil((4 * numbers) / page), 0, []);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Uint8Array.from(bytes)));
  return exports as unknown as Exports;
}
