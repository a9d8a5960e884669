import type { ScalingRoom } from '../kernels/installed.ts';
import { ROOM } from './scaling-layout.ts';

interface Exports {
  readonly memory: WebAssembly.Memory;
  readonly rebuildRow: (
    row: number,
    bytes: number,
    g: number,
    costs: number,
    beta: number,
    inverse: number,
  ) => number;
  readonly scaleRows: (
    start: number,
    bytes: number,
    end: number,
    masses: number,
    factors: number,
    beta: number,
    columns: number,
  ) => number;
}

const PAGE = 65536;
/** Memory up to here, 16 megabytes, is kept for the next scaling; WebAssembly gives none back. */
const KEPT = 2097152;

/** Gives memory for scalings, with the kernels that work in it; undefined if there is not so much. */
export function scalingRooms(module: WebAssembly.Module): (doubles: number) => ScalingRoom | undefined {
  let kept: ScalingRoom | undefined;
  return (doubles) => {
    if (kept && kept.memory.length >= doubles) return kept;
    try {
      const room = makeRoom(module, doubles);
      if (doubles <= KEPT) kept = room;
      return room;
    } catch {
      return undefined;
    }
  };
}

function makeRoom(module: WebAssembly.Module, doubles: number): ScalingRoom {
  const { memory, rebuildRow, scaleRows } = new WebAssembly.Instance(module).exports as unknown as Exports;
  memory.grow(((ROOM.arrays + 8 * doubles) / PAGE) | 0);
  return {
    memory: new Float64Array(memory.buffer, ROOM.arrays, ((memory.buffer.byteLength - ROOM.arrays) / 8) | 0),
    largest: new Float64Array(memory.buffer, ROOM.largest, 1),
    rebuildRow: ({ kernel, stride, g, costRow, beta }, row, inverse) =>
      rebuildRow(
        kernel.byteOffset + 8 * row * stride,
        8 * stride,
        g.byteOffset,
        costRow.byteOffset,
        beta.byteOffset,
        inverse,
      ),
    scaleRows: ({ kernel, stride, a, alpha, beta, columns }, rows) =>
      scaleRows(
        kernel.byteOffset,
        8 * stride,
        kernel.byteOffset + 8 * rows * stride,
        a.byteOffset,
        alpha.byteOffset,
        beta.byteOffset,
        columns.byteOffset,
      ) === 1,
  };
}
