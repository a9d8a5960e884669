import { Curve } from '../../charts/curve.tsx';
import { cells, massesAt, whole } from './line.ts';
import { model } from './model.ts';
import { numberOf } from './share.ts';

const { shift, answers } = model.first;

const steps = (levels: readonly number[]) =>
  levels.flatMap((level, x) =>
    [x, x + 1].map((at) => ({ x: 0.05 + (0.9 * at) / cells, y: 0.08 + 0.8 * level })),
  );
const massive = (masses: readonly number[]) => steps(masses.map((mass) => mass / whole));

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench chart">
    <Curve tone="of-P" points={massive(massesAt(0))} down={0.08} />
    <Curve tone="of-P" points={massive(massesAt(0))} />
    <Curve tone="of-Q" points={massive(massesAt(shift))} />
    <Curve tone="plain" points={steps(answers.map(numberOf))} />
  </svg>
);
