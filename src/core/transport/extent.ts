/** Where values lie. */
export interface Extent {
  readonly least: number;
  readonly most: number;
}

const BLOCK = 4096;
let least = 0;
let most = 0;

/** The extent of the values, or NaN for both of its ends if one of them is NaN. */
export function extentOf(values: Float64Array): Extent {
  least = Infinity;
  most = -Infinity;
  for (let from = 0; from < values.length; from += BLOCK) {
    widen(values, from, from + BLOCK < values.length ? from + BLOCK : values.length);
  }
  return { least, most };
}

// A small inner function over blocks: one long loop stays in the engine's slower tier.
function widen(values: Float64Array, from: number, to: number): void {
  let low = least;
  let high = most;
  for (let i = from; i < to; i++) {
    const value = values[i]!;
    if (value < low) low = value;
    if (value > high) high = value;
    // Comparisons with NaN are false: it stays.
    if (value !== value) low = high = NaN;
  }
  least = low;
  most = high;
}

/** The largest absolute value. */
export function magnitude(extent: Extent): number {
  return extent.most > -extent.least ? extent.most : -extent.least;
}
