import { Curve } from '../../charts/curve.tsx';
import { along } from '../../charts/plot.tsx';
import { curvesOf, logarithms, scaleOf } from './curves.ts';
import { jsdReading, model } from './model.ts';
import { tones } from './names.tsx';

/** The gallery’s picture. */
export function Picture() {
  const scale = scaleOf(model.first);
  const y = (value: number): number => 0.06 + 0.76 * along(scale, value);
  const x = (at: number): number => 0.06 + 0.88 * along(logarithms, at);
  const level = (height: number) => [0.06, 0.94].map((place) => ({ x: place, y: height }));
  return (
    <svg class="bench chart">
      <Curve tone={tones.kl} points={level(0.92)} />
      {(['add', 'mix'] as const).map((way) => (
        <Curve
          key={way}
          tone={tones[way]}
          points={curvesOf(model.first)[way].map(({ at, value }) => ({ x: x(at), y: y(value) }))}
        />
      ))}
      <Curve tone={tones.jsd} points={level(y(jsdReading(model.first).value))} />
    </svg>
  );
}
