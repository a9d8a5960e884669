import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'Likelihood and divergence',
  truth:
    'Throw a coin and fit a model. Minus the mean log-likelihood and the divergence of the sample from the model differ by a constant, so they are least at the same place, the share of heads; what they tend to is as near as one over the root of the number of throws.',
  home: 'learning/maximum-likelihood',
};
