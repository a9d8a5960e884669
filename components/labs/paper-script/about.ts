import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'The first script of the paper',
  truth:
    'Sort the pixels of every image, or turn all of them round: both histograms of the script stay as they are, since they see of each image only which values it has. A transport cost between the two sets of images sees the change.',
  home: 'scripts',
};
