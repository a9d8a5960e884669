import { Curve } from '../../charts/curve.tsx';
import { outline } from './drawing.tsx';
import { run } from './run.ts';

const { distances, images } = run({ images: 1000, seed: 1 });
const up = { from: 0, to: (1.3 * Math.max(...distances.made)) / images };
const points = outline(distances.made, images, up);

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench chart">
    <Curve tone="of-P" points={points} down={0} />
    <Curve tone="of-P" points={points} />
    <Curve tone="of-Q" points={points} />
  </svg>
);
