import type { ComponentChildren } from 'preact';
import { Choice } from '../frame/choice.tsx';
import { Frame } from '../frame/frame.tsx';
import { useLab } from '../frame/lab.ts';
import { decimalOf } from '../masses.ts';
import { Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { divergenceNames, divergenceOf, isMetric } from './divergences.ts';
import { Triangle } from './drawing.tsx';
import {
  type Drawing,
  drawings,
  legsOf,
  letters,
  model,
  presets,
  reading,
  type Setting,
  type Verdict,
  verdictOf,
  wayNames,
} from './model.ts';
import { Named, shortNames, WayNamed } from './names.tsx';

export interface Props {
  readonly name?: string;
}

/** The masses of a point, as a row of numbers. */
const Point = ({ setting, of }: { readonly setting: Setting; readonly of: (typeof letters)[number] }) => (
  <span class="point">
    <Letter of={of} /> = (
    {setting[of].map((mass, x) => (
      <span key={x}>
        {x > 0 && ', '}
        <span data-given={`${of}(${x + 1})`}>{decimalOf(mass)}</span>
      </span>
    ))}
    )
  </span>
);

const verdicts: Readonly<Record<Verdict, string>> = {
  shorter: 'By Q the way is shorter: the triangle inequality fails.',
  longer: 'By Q the way is longer: here the triangle inequality holds.',
  level: 'Both ways are equally long, as far as doubles can tell.',
  endless: 'Both ways are infinitely long.',
};

/** What the picture shows, in words. */
function Legend({ setting }: { readonly setting: Setting }) {
  const { by, drawn } = setting;
  const from = <Named by={by} from="P" to="x" />;
  const to = <Named by={by} from="x" to="P" />;
  switch (drawn) {
    case 'triangle':
      return isMetric(by) ? (
        <>Nothing is shaded: it is a metric, and no detour is shorter.</>
      ) : (
        <>Shaded: every Q by which the way from P to R is shorter than the straight one.</>
      );
    case 'asymmetry':
      return divergenceOf(by).properties.symmetric ? (
        <>Nothing to be seen: it is symmetric.</>
      ) : (
        <>
          Dashed lines where {to} is the larger one, solid lines where {from} is; on the line between them
          they agree.
        </>
      );
    case 'from':
    case 'to':
      return (
        <>Lines of equal {drawn === 'from' ? from : to}. Filled: the ball around P that has Q on its rim.</>
      );
  }
}

function Readings({ setting }: { readonly setting: Setting }) {
  const { by } = setting;
  return (
    <>
      <p class="points">
        {letters.map((of) => (
          <Point key={of} {...{ setting, of }} />
        ))}
      </p>
      <dl class="readings">
        {wayNames.map((way) => (
          <>
            <dt key={`${way}-name`}>
              <WayNamed {...{ way, by }} />
            </dt>
            <dd key={way}>
              <Quantity {...reading(way, setting)} />
            </dd>
          </>
        ))}
      </dl>
      <p>{verdicts[verdictOf(setting)]}</p>
      <p class="legend">
        <Legend setting={setting} />
      </p>
    </>
  );
}

/** Every divergence of the settled points. */
function Table({ setting }: { readonly setting: Setting }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">divergence</th>
          <th scope="col">from P to Q</th>
          <th scope="col">from Q to P</th>
          <th scope="col">from P to R</th>
          <th scope="col">by Q</th>
        </tr>
      </thead>
      <tbody>
        {divergenceNames.map((by) => (
          <tr key={by}>
            <th scope="row">{shortNames[by]}</th>
            {wayNames.map((way) => (
              <td key={way}>
                <Quantity {...reading(way, setting, by)} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const spoken = (setting: Setting) => (
  <>
    {wayNames.map((way) => (
      <span key={way}>
        {legsOf(way)
          .map((leg) => divergenceOf(setting.by).words(...leg))
          .join(' and ')}
        : <Quantity {...reading(way, setting)} />.{' '}
      </span>
    ))}
    {verdicts[verdictOf(setting)]}
  </>
);

const drawn = (by: Setting['by']): Readonly<Record<Drawing, ComponentChildren>> => ({
  triangle: 'shorter detours',
  from: <Named {...{ by }} from="P" to="x" />,
  to: <Named {...{ by }} from="x" to="P" />,
  asymmetry: (
    <>
      <Named {...{ by }} from="x" to="P" /> − <Named {...{ by }} from="P" to="x" />
    </>
  ),
});

/** Three distributions on three outcomes, and how far it is between them. */
export function SimplexMap({ name }: Props) {
  const lab = useLab(model, name);
  const setting = lab.setting.value;
  const names = drawn(setting.by);
  return (
    <Frame
      lab={lab}
      label="Distributions on three outcomes, as points of a triangle"
      figure={<Triangle lab={lab} />}
      readout={<Readings setting={setting} />}
      controls={
        <>
          <Choice
            lab={lab}
            id="by"
            label="Divergence"
            visible
            value={setting.by}
            options={divergenceNames.map((value) => ({ value, shown: shortNames[value] }))}
            set={(from, by) => ({ ...from, by })}
          />
          <Choice
            lab={lab}
            id="drawn"
            label="Drawn"
            visible
            value={setting.drawn}
            options={drawings.map((value) => ({ value, shown: names[value] }))}
            set={(from, value) => ({ ...from, drawn: value })}
          />
        </>
      }
      presets={presets}
      table={(setting) => <Table setting={setting} />}
      announcement={spoken}
    />
  );
}
