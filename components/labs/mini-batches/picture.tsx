import { Curve } from '../../charts/curve.tsx';
import { curveOf } from './drawing.tsx';
import { lossNames } from './losses.ts';
import { model, taskOf } from './model.ts';
import { tones } from './names.tsx';
import { runOf } from './training.ts';

const run = runOf(taskOf(model.first));

/** The gallery’s picture. */
export const Picture = () => (
  <svg class="bench chart">
    {lossNames.map((name) => (
      <Curve key={name} tone={tones[name]} points={curveOf(run, name)} />
    ))}
  </svg>
);
