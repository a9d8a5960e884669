import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'A witness for the distance',
  truth:
    'Draw a function f with slopes of at most one: the difference of its means under P and Q is a lower bound of the Wasserstein distance. It is the distance exactly if f rises with slope one wherever more of Q than of P lies to the left, and falls so wherever less does.',
  home: 'transport/duality',
};
