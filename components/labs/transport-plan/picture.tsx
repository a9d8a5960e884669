import { planOf } from './couplings.ts';
import { Bars } from './drawing.tsx';
import { ribbonsOf } from './layout.ts';
import { model } from './model.ts';
import { Ribbons } from './ribbons.tsx';

const { P, Q, coupling } = model.first;

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench transport-plan chart">
    <Ribbons ribbons={ribbonsOf(planOf(coupling, P, Q))} />
    <Bars row="P" masses={P} />
    <Bars row="Q" masses={Q} />
  </svg>
);
