import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'Simplex map',
  truth:
    'Every distribution on three outcomes is a point of the triangle. Where it is shaded, the way from P to R by Q is shorter than the straight one: the divergence obeys no triangle inequality. Choose one that is a metric, and nothing is shaded.',
  home: 'divergences/kl-properties',
};
