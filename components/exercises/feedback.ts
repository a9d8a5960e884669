import type { Verdict } from './judge.ts';
import type { MassesVerdict } from './judge-masses.ts';

const words: Readonly<
  Record<Exclude<(Verdict | MassesVerdict)['kind'], 'right' | 'slip' | 'other unit' | 'mass'>, string>
> = {
  empty: 'Write your answer into the field.',
  unreadable:
    'This is not a number that can be read. Write a decimal such as 0.25, a fraction such as 1/4, or ∞.',
  comma: 'Write a point before the decimals, not a comma.',
  sign: 'The size is right, the sign is not.',
  coarse: 'Right as far as it goes; give more digits.',
  near: 'Nearly: only the last digits are off. Round at the very end.',
  large: 'Not right: this is too large.',
  small: 'Not right: this is too small.',
  list: 'Write the masses in the order of the outcomes, with commas between them, such as 1/4, 1/4, 1/2.',
  count: 'Not right: there must be one mass for each outcome.',
  sum: 'Not right: masses add up to one.',
  order: 'These are the right masses, given to the wrong outcomes.',
};

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

export const otherUnit = (unit: string | undefined): string => (unit === 'nats' ? 'bits' : 'nats');

/** What is said of an answer that is neither right nor a known mistake. */
export function sentenceOf(
  verdict: Exclude<Verdict | MassesVerdict, { readonly kind: 'slip' }>,
  unit: string | undefined,
): string {
  if (verdict.kind === 'other unit')
    return `This is the value in ${otherUnit(unit)}; ${unit ?? ''} are asked for.`;
  if (verdict.kind === 'mass')
    return `Not right yet: look at the mass of the ${ordinals[verdict.outcome] ?? 'last'} outcome.`;
  return verdict.kind === 'right' ? '' : words[verdict.kind];
}
