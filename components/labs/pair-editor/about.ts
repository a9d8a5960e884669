import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'Pair editor',
  truth:
    'One pair of distributions and every divergence of it. Drag a bar, or type a mass: the other bars share the rest in proportion, and each number follows with the terms it is the sum of.',
  home: 'divergences/kl',
};
