import { Curve } from '../../charts/curve.tsx';
import { along, type Axis, Plot } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { Choice } from '../frame/choice.tsx';
import { Frame } from '../frame/frame.tsx';
import { nearestStep } from '../frame/grid.ts';
import { Handle, nudged } from '../frame/handle.tsx';
import { type Lab, useLab } from '../frame/lab.ts';
import { Range } from '../frame/range.tsx';
import { Formula, Letter, quantityNames } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import {
  ceiling,
  chance,
  curveOf,
  lineOf,
  type LineName,
  lineNames,
  model,
  reading,
  type Setting,
  shownIn,
  views,
} from './model.ts';

export interface Props {
  readonly name?: string;
}

const p = <Letter of="p" />;
const q = <Letter of="q" />;
const square = (
  <sup>
    <span data-sym="">2</span>
  </sup>
);

const names: Record<LineName, preact.ComponentChildren> = {
  forward: quantityNames['\\KL{P}{Q}'],
  backward: quantityNames['\\KL{Q}{P}'],
  between: quantityNames['\\JSD{P}{Q}'],
  entropy: quantityNames['\\H{P}'],
  ofQ: quantityNames['\\H{Q}'],
  heads: (
    <>
      −log <Letter of="Q" />(<span data-sym="">1</span>)
    </>
  ),
  cross: quantityNames['\\CE{P}{Q}'],
  pinsker: (
    <>
      <span data-sym="">2</span>&thinsp;TV{square}
    </>
  ),
  huber: (
    <>
      −log(<span data-sym="">1</span> − TV{square})
    </>
  ),
};

const viewNames = {
  directions: 'both directions and JSD',
  information: 'entropy and cross-entropy',
  event: 'an event and its coin',
  bounds: 'lower bounds by TV',
} as const;

/** Where along q each line carries its name, so that names stand apart. */
const nameAt: Record<LineName, readonly number[]> = {
  forward: [0.93, 0.97, 0.07, 0.03],
  backward: [0.8, 0.2, 0.9],
  between: [0.96, 0.04],
  entropy: [0.02],
  ofQ: [0.5, 0.75],
  heads: [0.2, 0.1],
  cross: [0.86, 0.14, 0.95, 0.05],
  pinsker: [0.98, 0.02],
  huber: [0.9, 0.1],
};

const settingAt = (chanceOf: 'p' | 'q') => ({
  drag: (from: Setting, { x }: { readonly x: number }): Setting => ({
    ...from,
    [chanceOf]: nearestStep(chance, x),
  }),
  nudge: (now: Setting, right: number): Setting => ({
    ...now,
    [chanceOf]: nudged(chance, now[chanceOf], right),
  }),
});
const moves = { p: settingAt('p'), q: settingAt('q') };

function Drawing({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const x: Axis = { from: 0, to: 1, name: q, ticks: [0, 0.25, 0.5, 0.75, 1] };
  const top = ceiling(setting);
  const y: Axis = {
    from: 0,
    to: top,
    name: setting.unit,
    ticks: Array.from({ length: Math.floor(top * 2) + 1 }, (_, k) => k / 2).filter(
      (tick) => setting.unit === 'nats' || Number.isInteger(tick),
    ),
  };
  const shown = shownIn[setting.view];
  const here = setting.q / chance.most;
  return (
    <Plot
      x={x}
      y={y}
      title="The quantities of two coins over the chance of heads of the second"
      over={
        <>
          {shown.map((name) => (
            <Name key={name} name={name} setting={setting} y={y} />
          ))}
          <Handle
            lab={lab}
            id="drag-p"
            label="p, the chance of heads under P: the arrow keys move it"
            at={{ x: setting.p / chance.most, y: 1 }}
            along="across"
            tone="P"
            sign="p"
            {...moves.p}
          />
          <Handle
            lab={lab}
            id="drag-q"
            label="q, the chance of heads under Q: the arrow keys move it"
            at={{ x: here, y: 1 }}
            along="across"
            tone="Q"
            sign="q"
            {...moves.q}
          />
        </>
      }
    >
      <line class="halfway" x1={percent(here)} x2={percent(here)} y2="100%" />
      {shown.map((name) => (
        <Curve
          key={name}
          tone={lineOf(name).tone}
          points={curveOf(name, setting).map((point) => ({ x: point.q, y: along(y, point.value) }))}
        />
      ))}
      {shown.map((name) => {
        const height = along(y, reading(name, setting).value);
        return (
          height <= 1 && (
            <circle
              key={name}
              class={`dot ${lineOf(name).tone}`}
              cx={percent(here)}
              cy={percent(1 - height)}
              r="4"
            />
          )
        );
      })}
    </Plot>
  );
}

/** The name of a line, at the first of its places where the line is inside of the plot. */
function Name({
  name,
  setting,
  y,
}: {
  readonly name: LineName;
  readonly setting: Setting;
  readonly y: Axis;
}) {
  const places = nameAt[name].map((share) => ({
    share,
    height: along(y, reading(name, { ...setting, q: Math.round(share * chance.most) }).value),
  }));
  const place = places.find(({ height }) => height > 0.06 && height < 0.94);
  if (!place) return null;
  const left = place.share > 0.5;
  return (
    <span
      class={`mark-at ${left ? 'leftwards' : ''} tone ${lineOf(name).tone}`}
      style={{ left: percent(place.share), top: percent(1 - place.height) }}
    >
      <Formula words={lineOf(name).words}>{names[name]}</Formula>
    </span>
  );
}

function Readout({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  return (
    <dl class="readings">
      {shownIn[setting.view].map((name) => (
        <>
          <dt key={`${name}-name`}>
            <Formula words={lineOf(name).words}>{names[name]}</Formula>
          </dt>
          <dd key={name}>
            <Quantity {...reading(name, setting)} />
          </dd>
        </>
      ))}
    </dl>
  );
}

function Table({ setting }: { readonly setting: Setting }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">quantity</th>
          <th scope="col">value</th>
        </tr>
      </thead>
      <tbody>
        {lineNames.map((name) => (
          <tr key={name}>
            <th scope="row">
              <Formula words={lineOf(name).words}>{names[name]}</Formula>
            </th>
            <td>
              <Quantity {...reading(name, setting)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const spoken = (setting: Setting) => (
  <>
    {shownIn[setting.view].map((name) => (
      <span key={name}>
        {lineOf(name).words}: <Quantity {...reading(name, setting)} />.{' '}
      </span>
    ))}
  </>
);

const presets = [
  { shows: 'p and q exchanged', setting: model.first },
  { shows: 'a fair coin', setting: { ...model.first, p: 500, q: 900 } },
  { shows: 'a certain coin', setting: { ...model.first, p: 1000, q: 600 } },
  { shows: 'a rare event', setting: { ...model.first, q: 10, view: 'event' } },
  { shows: 'Bretagnolle–Huber wins', setting: { ...model.first, p: 50, q: 990, view: 'bounds' } },
  { shows: 'Pinsker wins', setting: { ...model.first, p: 500, q: 600, view: 'bounds' } },
] as const;

/** Entropies, divergences and their bounds for two coins. */
export function BernoulliCurves({ name }: Props) {
  const lab = useLab(model, name);
  const { view, unit } = lab.setting.value;
  return (
    <Frame
      lab={lab}
      label="Divergences of two coins"
      figure={<Drawing lab={lab} />}
      readout={
        <>
          <Choice
            lab={lab}
            id="unit"
            label="Unit of information"
            value={unit}
            options={[
              { value: 'nats', shown: 'nats' },
              { value: 'bits', shown: 'bits' },
            ]}
            set={(setting, value) => ({ ...setting, unit: value })}
          />
          <Readout lab={lab} />
        </>
      }
      controls={
        <>
          <Range
            lab={lab}
            id="p"
            label="p, the chance of heads under P"
            symbol={p}
            given="P(1)"
            grid={chance}
            value={lab.setting.value.p}
            set={(setting, value) => ({ ...setting, p: value })}
          />
          <Range
            lab={lab}
            id="q"
            label="q, the chance of heads under Q"
            symbol={q}
            given="Q(1)"
            grid={chance}
            value={lab.setting.value.q}
            set={(setting, value) => ({ ...setting, q: value })}
          />
          <Choice
            lab={lab}
            id="view"
            label="Curves"
            visible
            value={view}
            options={views.map((value) => ({ value, shown: viewNames[value] }))}
            set={(setting, value) => ({ ...setting, view: value })}
          />
        </>
      }
      presets={presets}
      table={(setting) => <Table setting={setting} />}
      announcement={spoken}
    />
  );
}
