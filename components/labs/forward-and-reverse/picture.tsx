import { LevelLines } from '../../charts/level-lines.tsx';
import { mixtureOf, model } from './model.ts';
import { surface } from './surface.ts';

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench chart">
    <LevelLines
      field={surface(mixtureOf(model.first), 'reverse')}
      levels={[0.2, 0.3, 0.45, 0.7, 1, 1.5, 2.5, 4, 8]}
    />
  </svg>
);
