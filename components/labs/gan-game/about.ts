import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'The GAN game',
  truth:
    'Draw a discriminator D: the value of the game stays below that of the best one, which is a Jensen–Shannon divergence. Slide the generator’s Q off the data’s P, and the best one leaves the loss of the game flat; the Wasserstein distance keeps its slope.',
  home: 'learning/gans',
};
