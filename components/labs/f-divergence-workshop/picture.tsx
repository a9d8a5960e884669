import { Curve } from '../../charts/curve.tsx';
import { along } from '../../charts/plot.tsx';
import { functionPoints } from './curves.ts';
import { across, up } from './places.tsx';
import { model } from './model.ts';

const line = [0, 4].map((t) => ({ x: along(across, t), y: along(up, 1.2 * t - 1.2214) }));

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench f-divergence-workshop chart">
    <Curve tone="of-plan" points={line} />
    <Curve tone="generator" points={functionPoints(model.first, across, up)} />
  </svg>
);
