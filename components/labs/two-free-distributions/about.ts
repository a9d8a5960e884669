import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'Two free distributions',
  truth:
    'Two coins, both free to move. Their divergence has a whole valley floor of zeros, where the two agree, whatever their entropy; their cross-entropy is least only where both are sure of the same side.',
  home: 'learning/two-free-distributions',
};
