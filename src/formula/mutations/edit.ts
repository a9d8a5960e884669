/** The ways in which a formula is broken. */
export const KINDS = [
  'digit',
  'sign',
  'relation',
  'arguments',
  'letter',
  'term dropped',
  'term doubled',
  'factor',
  'logarithm',
  'index',
  'exponent',
  'condition',
  'extremum',
  'bounds',
] as const;
export type Kind = (typeof KINDS)[number];

/** One thing changed in a formula: the characters between two offsets replaced. */
export interface Edit {
  readonly kind: Kind;
  readonly from: number;
  readonly to: number;
  readonly by: string;
  /** What was done, in words. */
  readonly description: string;
}

export const applied = (tex: string, { from, to, by }: Edit): string => {
  // A command must not run into the letter that follows it.
  const space = /\\[A-Za-z]+$/.test(tex.slice(0, from) + by) && /^[A-Za-z]/.test(tex.slice(to)) ? ' ' : '';
  return tex.slice(0, from) + by + space + tex.slice(to);
};
