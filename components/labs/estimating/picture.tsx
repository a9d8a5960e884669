import { model } from './model.ts';
import { truthReading } from './readings.ts';
import { run } from './run.ts';
import { Curve } from '../../charts/curve.tsx';
import { along } from '../../charts/plot.tsx';
import { sizes } from './kinds.ts';
import { linearScale } from './scales.ts';
import { Means, Strip } from './strip.tsx';

const setting = { ...model.first, kind: 'transport', mean: 0 } as const;
const made = run(setting);
const truth = truthReading(setting).value;
const scale = linearScale(made, [truth], '');
const level = along(scale.up, truth);

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench chart estimating">
    {made.series[0]!.map((estimates, k) => (
      <Strip key={k} size={sizes[k]!} {...{ estimates, scale }} />
    ))}
    <Curve tone="truth" points={[0, 1].map((x) => ({ x, y: level }))} />
    <Means of={made.series[0]!} {...{ sizes, scale }} tone="mean" />
  </svg>
);
