import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'A GAN that trains here',
  truth:
    'Two small networks play the game on points in the plane. What the discriminator’s loss says is one number, and the divergences of what the generator makes from the data are others: measured on samples, each has an error, which two samples of the data show.',
  home: 'learning/wasserstein-gans',
};
