import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'Transport plans',
  truth:
    'Every coupling says where the mass of P goes so that it becomes Q. On the line the one that joins equal quantiles costs least, for every order from one on, and its cost is the Wasserstein distance; the independent coupling costs no less, and no coupling more than the reversed one.',
  home: 'transport/couplings',
};
