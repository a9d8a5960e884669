import { Curve } from '../../charts/curve.tsx';
import { model, sampled, valueOf } from './model.ts';

const sample = sampled(model.first);
const models = Array.from({ length: 49 }, (_, k) => 20 * (k + 1));

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench chart">
    {(
      [
        ['likelihood', 'of-P'],
        ['divergence', 'of-plan'],
      ] as const
    ).map(([name, tone]) => (
      <Curve
        key={name}
        tone={tone}
        points={models.map((at) => ({ x: at / 1000, y: 0.06 + valueOf(name, { ...sample, model: at }) / 2 }))}
      />
    ))}
  </svg>
);
