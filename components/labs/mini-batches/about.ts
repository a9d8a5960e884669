import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'Two losses on the same mini-batches',
  truth:
    'One classifier, trained twice on the same mini-batches, by cross-entropy and by divergence. The curves differ by the entropy of each batch’s targets; the gradients do not differ at all, and both models walk one path. What parts them is a mean over the wrong thing, clipping, or a target that moves with the model.',
  home: 'learning/cross-entropy-or-kl',
};
