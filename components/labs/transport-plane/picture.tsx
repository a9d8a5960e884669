import { Discs, Lines } from './drawing.tsx';
import { model } from './model.ts';
import { blurredOf } from './solutions.ts';

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench transport-plane chart">
    <Lines setting={model.first} masses={blurredOf(model.first).plan} tone="sent" />
    <Discs setting={model.first} />
  </svg>
);
