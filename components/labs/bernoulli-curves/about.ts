import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'Bernoulli curves',
  truth:
    'Two coins: P lands heads with probability p, Q with q. Each divergence touches zero where q = p and nowhere else; then they part, and D(P ‖ Q) alone is infinite where Q rules out what P can do.',
  home: 'divergences/kl',
};
