import { Contours } from '../../charts/contours.tsx';
import { type Axis, Plot } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { Choice } from '../frame/choice.tsx';
import { Frame } from '../frame/frame.tsx';
import { nearestStep } from '../frame/grid.ts';
import { Handle, nudged, type Place } from '../frame/handle.tsx';
import { type Lab, useLab } from '../frame/lab.ts';
import { Range } from '../frame/range.tsx';
import { Formula, Letter, quantityNames } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import {
  chance,
  descend,
  freedoms,
  givensOf,
  leastOf,
  levels,
  model,
  ofQuantity,
  quantities,
  type QuantityName,
  reading,
  type Setting,
  surfaces,
  wordsOf,
} from './model.ts';
import { surfaceField } from './surface.ts';

export interface Props {
  readonly name?: string;
}

const p = <Letter of="p" />;
const q = <Letter of="q" />;

const nameOf = (name: QuantityName) => quantityNames[ofQuantity(name) as keyof typeof quantityNames];

const across: Axis = { from: 0, to: 1, name: p, ticks: [0, 0.5, 1] };
const up: Axis = { from: 0, to: 1, name: q, ticks: [0, 0.5, 1] };

const drag = (from: Setting, { x, y }: Place): Setting => ({
  ...from,
  p: nearestStep(chance, x),
  q: nearestStep(chance, 1 - y),
});

const nudge = (now: Setting, right: number, upwards: number): Setting => ({
  ...now,
  p: nudged(chance, now.p, right),
  q: nudged(chance, now.q, upwards),
});

const share = (thousandths: number): number => thousandths / chance.most;

function Drawing({ lab }: { readonly lab: Lab<Setting> }) {
  const setting = lab.setting.value;
  const least = leastOf(setting);
  const at = { x: share(setting.p), y: 1 - share(setting.q) };
  const to = { x: share(least.p), y: 1 - share(least.q) };
  const valley = setting.surface === 'divergence' && setting.free === 'both';
  return (
    <Plot
      x={across}
      y={up}
      title="Level lines over the chances of heads p, to the right, and q, upwards"
      over={
        <Handle
          lab={lab}
          id="point"
          label="the two coins: left and right move p, up and down move q"
          at={at}
          along="both"
          {...{ drag, nudge }}
        />
      }
    >
      <Contours field={surfaceField(setting.surface)} levels={levels} tone="plain" />
      {valley && <line class="curve of-M" x1="0" y1="100%" x2="100%" y2="0" />}
      <line
        class="curve of-plan"
        x1={percent(at.x)}
        y1={percent(at.y)}
        x2={percent(to.x)}
        y2={percent(to.y)}
      />
      <circle class="dot of-plan" cx={percent(to.x)} cy={percent(to.y)} r="5" />
    </Plot>
  );
}

const surfaceNames = { divergence: nameOf('divergence'), 'cross-entropy': nameOf('cross-entropy') };
const freedomNames = {
  both: 'both',
  p: (
    <>
      <Letter of="P" />, with <Letter of="Q" /> fixed
    </>
  ),
  q: (
    <>
      <Letter of="Q" />, with <Letter of="P" /> fixed
    </>
  ),
};

function Readings({ setting }: { readonly setting: Setting }) {
  const least = leastOf(setting);
  return (
    <>
      <dl class="readings">
        {quantities.map((name) => (
          <>
            <dt key={`${name}-name`}>
              <Formula words={wordsOf(name)}>{nameOf(name)}</Formula>
            </dt>
            <dd key={name}>
              <Quantity {...reading(name, setting)} />
            </dd>
          </>
        ))}
      </dl>
      <p class="least" data-givens={JSON.stringify(givensOf(least))}>
        Least, <Quantity {...reading(setting.surface, least)} />, with the free side {least.is}.
      </p>
    </>
  );
}

const Table = ({ setting }: { readonly setting: Setting }) => {
  return (
    <table>
      <tbody>
        {quantities.map((name) => (
          <tr key={name}>
            <th scope="row">
              <Formula words={wordsOf(name)}>{nameOf(name)}</Formula>
            </th>
            <td>
              <Quantity {...reading(name, setting)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

const spoken = (setting: Setting) => (
  <>
    {wordsOf(setting.surface)}: <Quantity {...reading(setting.surface, setting)} />.
  </>
);

const presets = [
  { shows: 'P runs to a point mass', setting: model.first },
  { shows: 'a valley of zeros', setting: { ...model.first, surface: 'divergence', free: 'both' } },
  { shows: 'Q runs to P, either way', setting: { ...model.first, free: 'q' } },
  { shows: 'a fair Q leaves P anywhere', setting: { ...model.first, q: 500 } },
] as const;

/** Divergence and cross-entropy of two coins as surfaces over both, and where each is least. */
export function TwoFreeDistributions({ name }: Props) {
  const lab = useLab(model, name);
  const setting = lab.setting.value;
  return (
    <Frame
      lab={lab}
      label="Divergence and cross-entropy of two coins that both move"
      figure={<Drawing lab={lab} />}
      readout={<Readings setting={setting} />}
      controls={
        <>
          {(['p', 'q'] as const).map((of) => (
            <Range
              key={of}
              lab={lab}
              id={of}
              label={`${of}, the chance of heads under ${of.toUpperCase()}`}
              symbol={<Letter of={of} />}
              given={`${of.toUpperCase()}(1)`}
              grid={chance}
              value={setting[of]}
              set={(from, value) => ({ ...from, [of]: value })}
            />
          ))}
          <Choice
            lab={lab}
            id="surface"
            label="Make small"
            visible
            value={setting.surface}
            options={surfaces.map((value) => ({ value, shown: surfaceNames[value] }))}
            set={(from, value) => ({ ...from, surface: value })}
          />
          <Choice
            lab={lab}
            id="free"
            label="Moving"
            visible
            value={setting.free}
            options={freedoms.map((value) => ({ value, shown: freedomNames[value] }))}
            set={(from, value) => ({ ...from, free: value })}
          />
          <div class="presets">
            <button type="button" disabled={!lab.alive.value} onClick={() => lab.act(descend)}>
              Go where it is least
            </button>
          </div>
        </>
      }
      presets={presets}
      table={(setting) => <Table setting={setting} />}
      announcement={spoken}
    />
  );
}
