import { sorted } from '../transport/sort.ts';

export interface Neighbour {
  /** Squared distance; Infinity if all points coincide. */
  readonly square: number;
  readonly rank: number;
}

/**
 * The k-th neighbour of x among numbers, or the first at a positive distance if that is farther; where x is one of the numbers,
 * `own` leaves it out, once. Rounded squares keep the order of the distances, so these are the bits that a look at all numbers finds.
 */
export function neighboursOnLine(numbers: Float64Array): (x: number, k: number, own: boolean) => Neighbour {
  // A copy, as sorting may reorder what it gets; + 0 leaves no −0 in it.
  const line = sorted(numbers.map((x) => x + 0));
  const squareAt = (x: number, place: number): number => {
    const value = line[place];
    return value === undefined ? Infinity : (x - value) * (x - value);
  };
  return (x, k, own) => {
    const start = firstNotBelow(line, x);
    let below = start - 1;
    let above = own ? start + 1 : start;
    for (let rank = 1; ; rank++) {
      const [down, up] = [squareAt(x, below), squareAt(x, above)];
      const square = down < up ? down : up;
      if (square === Infinity || (rank >= k && square > 0)) return { square, rank };
      if (down < up) below--;
      else above++;
    }
  };
}

function firstNotBelow(line: Float64Array, x: number): number {
  let [from, to] = [0, line.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (line[middle]! < x) from = middle + 1;
    else to = middle;
  }
  return from;
}
