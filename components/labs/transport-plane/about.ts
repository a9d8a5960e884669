import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'Transport in the plane',
  truth:
    'The cheapest plan between two clouds of points is sharp: few pairs have mass. A price ε on what the plan knows blurs it, up to the plan in which the two are independent. The blurred plan costs more, and even a cloud and itself are then not at distance zero; the Sinkhorn divergence takes that back.',
  home: 'transport/entropic',
};
