import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'Ways to make KL symmetric',
  truth:
    'One pair of distributions, both directions of the divergence, and every usual way to make one symmetric number of the two. The ways disagree by an order of magnitude; what each keeps stands beside it.',
  home: 'divergences/symmetrised',
};
