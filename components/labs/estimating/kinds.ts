/** What is estimated, and how: three of the divergence, two of the entropy, and two Wasserstein distances between samples. */
export const kinds = ['bins', 'neighbours', 'plugIn', 'corrected', 'transport', 'cube'] as const;
export type Kind = (typeof kinds)[number];

/** How many draws a sample has. */
export const sizes = ['10', '30', '100', '300', '1000', '3000', '10000'] as const;
export type Size = (typeof sizes)[number];
/** Between samples of up to so many points of a square or a cube, transport is solved while one waits. */
const fewSizes = sizes.slice(0, 4);

/** The sizes of a series of estimates: of the cube there is one for each dimension. */
export const sizesOf = (kind: Kind, series = 0): readonly Size[] =>
  kind === 'cube' && series > 0 ? fewSizes : sizes;

/** So many samples, of either distribution, are drawn of each size. */
export const samples = 40;

export const dimensions = [1, 2, 3] as const;
/** Estimates are kept as integers of 10^−places, so that what is averaged is an exact decimal. */
export const places = 6;
