import { Contours } from '../../charts/contours.tsx';
import { levels } from './model.ts';
import { surfaceField } from './surface.ts';

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench chart">
    <Contours field={surfaceField('cross-entropy')} levels={levels} tone="plain" />
  </svg>
);
