import type { Lab } from '../frame/lab.ts';
import { Conjugate } from './conjugate-plot.tsx';
import { Generator } from './generator-plot.tsx';
import type { Setting } from './model.ts';

/** The generator above, its conjugate below. */
export const Drawing = ({ lab }: { readonly lab: Lab<Setting> }) => (
  <>
    <Generator lab={lab} />
    <Conjugate lab={lab} />
  </>
);
