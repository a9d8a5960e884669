import type { ComponentChildren } from 'preact';
import { Letter, quantityNames } from '../notation.tsx';
import { type Treatment } from './treated.ts';

export type Way = Treatment | 'kl' | 'jsd';
export const ways: readonly Way[] = ['kl', 'clip', 'both', 'add', 'smooth', 'mix', 'jsd'];

/** What its name is typeset as; the others are words. */
export const isFormula = (way: Way): boolean => way === 'kl' || way === 'jsd';

/** The classes of each line: P, M and Q where it is a divergence, grey where it is none. */
export const tones: Readonly<Record<Way, string>> = {
  kl: 'of-P',
  clip: 'plain line-clip',
  both: 'plain line-both',
  add: 'plain line-add',
  smooth: 'of-Q',
  mix: 'of-Q line-mix',
  jsd: 'of-M',
};

export const names: Readonly<Record<Way, ComponentChildren>> = {
  kl: quantityNames['\\KL{P}{Q}'],
  clip: (
    <>
      clip <Letter of="Q" /> at ε
    </>
  ),
  both: <>clip both, as Keras does</>,
  add: (
    <>
      add ε to <Letter of="Q" />
    </>
  ),
  smooth: <>add ε, divide by the sum</>,
  mix: <>mix ε of the uniform in</>,
  jsd: quantityNames['\\JSD{P}{Q}'],
};

export const wordsOf: Readonly<Record<Way, string>> = {
  kl: 'KL divergence of P from Q',
  clip: 'Q clipped at epsilon',
  both: 'both clipped at epsilon',
  add: 'epsilon added to Q',
  smooth: 'epsilon added to Q and divided by the sum',
  mix: 'epsilon of the uniform distribution mixed into Q',
  jsd: 'Jensen–Shannon divergence of P and Q',
};
