import { Curve } from '../../charts/curve.tsx';
import { along } from '../../charts/plot.tsx';
import { places } from '../transport-plan/places.ts';
import { middleOf } from '../transport-plan/heights.ts';
import { Pieces } from './drawing.tsx';
import { model } from './model.ts';
import { bestWitness } from './witness.ts';

const { P, Q, f } = model.first;
const best = bestWitness(P, Q);

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench dual-witness chart">
    <Curve
      tone="of-plan"
      points={places.map((place, x) => ({ x: middleOf(place), y: along({ from: -300, to: 300 }, best[x]!) }))}
    />
    <Pieces f={f} />
  </svg>
);
