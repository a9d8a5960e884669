/** What a reader's formula may cost. Every one of these is enforced, not hoped for. */
export const limits = {
  /** Characters of TeX. */
  tex: 1000,
  fewestOutcomes: 2,
  mostOutcomes: 12,
  greatestInteger: 1000,
  /** Decimal places of a typed number. */
  places: 9,
  /** Instances of one search. */
  instances: 100_000,
  /** Symbols, and definitions, that a link may add to the notation. */
  addedSymbols: 12,
  /** Milliseconds of one search. */
  search: 10_000,
  /** Milliseconds without a sign of life after which the worker is ended. */
  silence: 2500,
} as const;
