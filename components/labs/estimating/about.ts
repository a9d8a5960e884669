import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'Estimating from samples',
  truth:
    'Forty times, a sample of each size, and what it says of a divergence whose value is known. Bins take something away for good and add something for small samples, one empty bin of Q makes the estimate infinite, and neighbours are scattered; the entropy of a sample is too low on average, the distance of two samples too high.',
  home: 'transport/samples',
};
