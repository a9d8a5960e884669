import { Curve } from '../../charts/curve.tsx';
import { along, type Axis, Plot, valueAt } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { nearestStep } from '../frame/grid.ts';
import { Handle, nudged } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { Formula } from '../notation.tsx';
import { curvesOf, logarithms, scaleOf } from './curves.ts';
import { grid, jsdReading, klReading, type Setting } from './model.ts';
import { names, tones, wordsOf } from './names.tsx';
import { treatedValue, treatments } from './treated.ts';

const across: Axis = {
  ...logarithms,
  name: (
    <span data-sym="">
      log<sub>10</sub> ε
    </span>
  ),
  ticks: [-16, -12, -8, -4, 0],
};

const clamped = (s: number): number => Math.min(grid.most, Math.max(grid.least, s));
const drag = (from: Setting, { x }: { readonly x: number }): Setting => ({
  ...from,
  s: clamped(nearestStep(grid, -valueAt(across, x))),
});
const nudge = (now: Setting, right: number): Setting => ({ ...now, s: nudged(grid, now.s, -right) });

/** Each number over ε; above what is finite is a place for what is not. */
export function Drawing({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const scale = scaleOf(setting);
  const room = (scale.to - scale.from) / 8;
  const up: Axis = { ...scale, to: scale.to + 2 * room, name: 'nats' };
  const height = (value: number): number => along(up, value === Infinity ? scale.to + room : value);
  const curves = curvesOf(setting);
  const here = along(across, -setting.s / 100);
  const kl = klReading(setting).value;
  const jsd = jsdReading(setting).value;
  const level = (value: number) => [0, 1].map((x) => ({ x, y: height(value) }));
  return (
    <Plot
      x={across}
      y={up}
      title="What each treatment of the zeros makes of the divergence, over the logarithm of ε, beside KL and JSD, which need none"
      over={
        <>
          <span class={`mark-at name-kl tone ${tones.kl}`} style={{ top: percent(1 - height(kl)) }}>
            <Formula words={wordsOf.kl}>{names.kl}</Formula>
            {kl === Infinity && ' is infinite'}
          </span>
          {kl !== jsd && (
            <span class={`mark-at name-jsd tone ${tones.jsd}`} style={{ top: percent(1 - height(jsd)) }}>
              <Formula words={wordsOf.jsd}>{names.jsd}</Formula>
            </span>
          )}
          <Handle
            lab={lab}
            id="drag-s"
            label="ε, made smaller and larger by the arrow keys"
            at={{ x: here, y: 1 }}
            along="across"
            sign="ε"
            {...{ drag, nudge }}
          />
        </>
      }
    >
      <line class="here" x1={percent(here)} x2={percent(here)} y2="100%" />
      <Curve tone={tones.kl} points={level(kl)} />
      <Curve tone={tones.jsd} points={level(jsd)} />
      {treatments.map((way) => (
        <Curve
          key={way}
          tone={tones[way]}
          points={curves[way].map(({ at, value }) => ({ x: along(across, at), y: height(value) }))}
        />
      ))}
      {treatments.map((way) => (
        <circle
          key={way}
          class={`dot ${tones[way]}`}
          cx={percent(here)}
          cy={percent(1 - height(treatedValue(way, setting).value))}
          r="3.5"
        />
      ))}
    </Plot>
  );
}
