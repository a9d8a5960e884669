import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'Sliding apart',
  truth:
    'Slide Q away from P. Once they have nothing in common, KL is infinite and JSD stays at its greatest value with slope zero, however far Q goes; only the Wasserstein distance still says how far, with slope one.',
  home: 'transport/disjoint-supports',
};
