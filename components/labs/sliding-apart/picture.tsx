import { Curve } from '../../charts/curve.tsx';
import { curveOf, line } from './curves.ts';
import { model } from './model.ts';

const top = 2.2;

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench chart">
    {(
      [
        ['w', 'of-plan'],
        ['tv', 'plain'],
        ['jsd', 'of-M'],
      ] as const
    ).map(([name, tone]) => (
      <Curve
        key={name}
        tone={tone}
        points={curveOf(name, model.first).map(({ at, value }) => ({
          x: 0.06 + (0.88 * at) / line.to,
          y: 0.05 + value / top,
        }))}
      />
    ))}
  </svg>
);
