import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'The GAN game',
  truth:
    'Draw a discriminator D: the value of the game stays below that of the best one, D*, which is a Jensen–Shannon divergence. Slide the generator’s Q off the data’s P: against D* the loss of the game goes flat, the other loss is infinite, and the Wasserstein distance keeps its slope.',
  home: 'learning/gans',
};
