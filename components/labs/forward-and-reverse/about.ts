import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'Forward and reverse',
  truth:
    'A normal distribution is fitted to two bumps. By D(p ‖ q) there is one best fit, with the mean and the variance of p: it covers both. By D(q ‖ p) each of two bumps far apart has a sharp best fit of its own, often with a worse, wide one between them, and which of them is found depends on where the search starts.',
  home: 'learning/forward-and-reverse',
};
