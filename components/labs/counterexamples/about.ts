import type { About } from '../frame/contract.ts';

export const about: About = {
  title: 'Counterexamples',
  truth:
    'Choose a property and a divergence. Where the property fails, a search finds masses that break it, shrinks them to small fractions, and shows both sides; where it holds, the search finds none. Drag a bar and see when the violation is gone.',
  home: 'choosing/properties',
};
