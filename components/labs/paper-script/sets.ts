import { fromWeights } from '../../../src/core/pmf.ts';
import { optimalTransport } from '../../../src/core/transport/optimal-transport.ts';
import type { Kind } from './kinds.ts';

/** Between the images and what became of them: each distance, in thousandths, row after row; and what the cheapest plan costs, over the number of images. */
interface Cost {
  readonly distances: readonly number[];
  readonly total: number;
}
export type Costs = Readonly<Record<Kind, Cost>>;

const become: Readonly<Record<Kind, (images: readonly Float64Array[]) => readonly Float64Array[]>> = {
  same: (images) => [...images].reverse(),
  turned: (images) => images.map((image) => image.slice().reverse()),
  sorted: (images) => images.map((image) => image.slice().sort()),
  one: (images) => images.map(() => images[0]!),
};

/** The root mean square difference of the pixels. */
function apart(one: Float64Array, other: Float64Array): number {
  let squares = 0;
  for (let k = 0; k < one.length; k++) squares += (one[k]! - other[k]!) * (one[k]! - other[k]!);
  return Math.sqrt(squares / one.length);
}

export function costsOf(images: readonly Float64Array[]): Costs {
  const each = fromWeights(images.map(() => 1));
  const cost = (kind: Kind): Cost => {
    const others = become[kind](images);
    const distances = images.flatMap((image) =>
      others.map((other) => Math.round(1000 * apart(image, other))),
    );
    const { plan } = optimalTransport(each, each, Float64Array.from(distances));
    // All masses are equal, so a plan moves whole images: what it costs is a sum of integers.
    const paid = distances.reduce((sum, distance, k) => sum + distance * plan[k]!, 0);
    return { distances, total: Math.round(paid * images.length) };
  };
  return { same: cost('same'), turned: cost('turned'), sorted: cost('sorted'), one: cost('one') };
}
