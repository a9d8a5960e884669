import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'A zero and an epsilon',
  truth:
    'Q rules out what P does: the divergence is infinite. Each usual way to get a finite number out of it has an ε in it, and the number is a choice of that ε: make ε smaller, and it grows without end. Where the masses no longer sum to one it may even be negative. JSD needs no ε.',
  home: 'learning/cross-entropy-or-kl',
};
