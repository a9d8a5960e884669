import { Curve } from '../../charts/curve.tsx';
import { along, type Axis, Plot } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { nearestStep } from '../frame/grid.ts';
import { Handle, nudged } from '../frame/handle.tsx';
import type { Lab } from '../frame/lab.ts';
import { Formula, Letter } from '../notation.tsx';
import { chance, type Sampled, sampled, type Setting, standardError, valueOf, wordsOf } from './model.ts';
import { names } from './names.tsx';

type Drawn = 'likelihood' | 'divergence' | 'limit';

const across: Axis = {
  from: 0,
  to: 1,
  name: (
    <>
      chance of heads in the model, <Letter of="q" />
    </>
  ),
  ticks: [0, 0.25, 0.5, 0.75, 1],
};
const up: Axis = { from: 0, to: 2, name: 'nats', ticks: [0, 0.5, 1, 1.5, 2] };

const tones: Readonly<Record<Drawn, string>> = { likelihood: 'of-P', divergence: 'of-plan', limit: 'plain' };

/** The models at which the curves are drawn, in thousandths. */
const models = [1, 4, 10, ...Array.from({ length: 49 }, (_, k) => 20 * (k + 1)), 990, 996, 999];

const place = (model: number, value: number) => ({ x: model / 1000, y: along(up, value) });

const curveOf = (name: Drawn, sample: Sampled) =>
  models.map((model) => place(model, valueOf(name, { ...sample, model })));

/** Two standard errors to either side of the limit. */
function bandOf(sample: Sampled) {
  const edge = (side: number) =>
    models.map((model) => {
      const at = { ...sample, model };
      return place(model, valueOf('limit', at) + side * 2 * standardError(at).value);
    });
  return [...edge(1), ...edge(-1).reverse()];
}

/** Where each curve carries its name: the first of these models at which it is in the box, well away from its edges. */
const nameAt: Readonly<Record<Drawn, readonly number[]>> = {
  likelihood: [80, 900, 200],
  divergence: [870, 130, 700],
  limit: [900, 850, 120],
};

function Named({ name, sample }: { readonly name: Drawn; readonly sample: Sampled }) {
  const places = nameAt[name].map((model) => place(model, valueOf(name, { ...sample, model })));
  const at = places.find(({ y }) => y > 0.08 && y < 0.94);
  if (!at) return null;
  return (
    <span
      class={`mark-at ${at.x > 0.5 ? 'leftwards' : ''} tone ${tones[name]}`}
      style={{ left: percent(at.x), top: percent(1 - at.y) }}
    >
      <Formula words={wordsOf(name)}>{names[name]}</Formula>
    </span>
  );
}

const moves = (of: 'coin' | 'model') => ({
  drag: (from: Setting, { x }: { readonly x: number }): Setting => ({
    ...from,
    [of]: Math.min(chance.most, Math.max(chance.least, nearestStep(chance, x))),
  }),
  nudge: (now: Setting, right: number): Setting => ({ ...now, [of]: nudged(chance, now[of], right) }),
});
const movesOf = { coin: moves('coin'), model: moves('model') };

function Dot({ name, sample }: { readonly name: Drawn; readonly sample: Sampled }) {
  const { x, y } = place(sample.model, valueOf(name, sample));
  return y <= 1 ? <circle class={`dot ${tones[name]}`} cx={percent(x)} cy={percent(1 - y)} r="4" /> : null;
}

export function Drawing({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const sample = sampled(setting);
  const least = sample.heads / sample.throws;
  const drawn: readonly Drawn[] = ['limit', 'likelihood', 'divergence'];
  return (
    <Plot
      x={across}
      y={up}
      title="Minus the mean log-likelihood of the sample, its limit, and the divergence of the sample, over the chance of heads in the model"
      over={
        <>
          {drawn.map((name) => (
            <Named key={name} {...{ name, sample }} />
          ))}
          <span class="mark-at least" style={{ left: percent(least), top: 0 }}>
            both least
          </span>
          <Handle
            lab={lab}
            id="drag-coin"
            label="the coin’s chance of heads: the arrow keys move it"
            at={{ x: setting.coin / 1000, y: 1 }}
            along="across"
            tone="plain"
            sign="r"
            {...movesOf.coin}
          />
          <Handle
            lab={lab}
            id="drag-model"
            label="the model’s chance of heads: the arrow keys move it"
            at={{ x: setting.model / 1000, y: 1 }}
            along="across"
            tone="Q"
            sign="q"
            {...movesOf.model}
          />
        </>
      }
    >
      <Curve tone="band" points={bandOf(sample)} />
      <line class="least-line" x1={percent(least)} x2={percent(least)} y2="100%" />
      <line class="halfway" x1={percent(setting.model / 1000)} x2={percent(setting.model / 1000)} y2="100%" />
      {drawn.map((name) => (
        <Curve key={name} tone={tones[name]} points={curveOf(name, sample)} />
      ))}
      {drawn.map((name) => (
        <Dot key={name} {...{ name, sample }} />
      ))}
    </Plot>
  );
}
