import { fromWeights, type Pmf } from '../../../src/core/index.ts';

/** Where the masses lie: at the places from one to four. */
export const places = [1, 2, 3, 4] as const;

export const ordinals = ['first', 'second', 'third', 'fourth'] as const;

export type Side = 'P' | 'Q' | 'R';

const pmfs = new WeakMap<readonly number[], Pmf>();

/** A pmf behind masses in millionths. */
export function pmfOf(masses: readonly number[]): Pmf {
  const made = pmfs.get(masses) ?? fromWeights(masses);
  pmfs.set(masses, made);
  return made;
}
