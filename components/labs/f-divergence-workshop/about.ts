import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'The workshop of f-divergences',
  truth:
    'One convex function makes a divergence, and its conjugate prices a critic’s scores. A critic touches the function with one line for each outcome: where the line touches at the quotient of the masses, nothing is lost, and the critic’s value is the divergence; anywhere else it lies below.',
  home: 'divergences/f-divergences',
};
