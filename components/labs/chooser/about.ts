import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'Which divergence?',
  truth:
    'Say what the divergence has to do, and see which ones do it. What each one does, and what it fails, leads to the place that shows it; the values are those of one pair whose supports are as you say.',
  home: 'choosing/chooser',
};
