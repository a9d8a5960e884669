import { Discs, Lines } from './drawing.tsx';
import { model } from './model.ts';
import { solve } from './solver.ts';

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench transport-plane chart">
    <Lines setting={model.first} masses={solve(model.first).plan} tone="sent" />
    <Discs setting={model.first} />
  </svg>
);
