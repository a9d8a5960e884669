import type { ComponentChildren } from 'preact';
import { percent } from '../../charts/scale.ts';
import { Frame } from '../frame/frame.tsx';
import { useLab } from '../frame/lab.ts';
import { PmfRanges } from '../frame/pmf-ranges.tsx';
import { Call, Formula, Letter, quantityNames } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { model, ordered, presets, reading, type Setting, type WayName, wayOf } from './model.ts';

export interface Props {
  readonly name?: string;
}

const pair = ['P', 'Q'];
const forward = quantityNames['\\KL{P}{Q}'];
const backward = quantityNames['\\KL{Q}{P}'];

const names: Record<WayName, ComponentChildren> = {
  kl: forward,
  lk: backward,
  jeffreys: <Call name={<Letter of="J" />} of={pair} />,
  larger: <>larger of both</>,
  smaller: <>smaller of both</>,
  resistor: <Call name={<Letter of="R" />} of={pair} />,
  jsd: quantityNames['\\JSD{P}{Q}'],
  geometric: (
    <>
      JSD<sup>G</sup>(<Letter of="P" />, <Letter of="Q" />)
    </>
  ),
  chernoff: <Call name={<Letter of="C" />} of={pair} />,
  bhattacharyya: <Call name={<Letter of="B" />} of={pair} />,
  hellinger: (
    <span data-sym="">
      <Letter of="d" />
      <sub>H</sub>
      <sup>2</sup>(<Letter of="P" />, <Letter of="Q" />)
    </span>
  ),
  triangular: <Call name="Δ" of={pair} />,
  tv: quantityNames['\\TV{P}{Q}'],
};

/** What a way keeps, as marks that are read aloud in words. */
function Keeps({ yes }: { readonly yes: boolean }) {
  return (
    <td class="keeps">
      <span aria-hidden="true">{yes ? '✓' : '–'}</span>
      <span class="visually-hidden">{yes ? 'yes' : 'no'}</span>
    </td>
  );
}

function metric(power: number | null): ComponentChildren {
  if (power === null) return 'no';
  return power === 1 ? 'itself' : 'its root';
}

function Row({
  name,
  setting,
  most,
}: {
  readonly name: WayName;
  readonly setting: Setting;
  readonly most: number;
}) {
  const { words, properties } = wayOf(name);
  const read = reading(name, setting);
  const endless = read.value === Infinity;
  return (
    <tr class={`way-${name}`}>
      <th scope="row">
        <Formula words={words}>{names[name]}</Formula>
      </th>
      <td class="way-bar" aria-hidden="true">
        <span class="track">
          <span
            class={endless ? 'length endless' : 'length'}
            style={{ width: endless ? '100%' : percent(most === 0 ? 0 : read.value / most) }}
          />
        </span>
      </td>
      <td>
        <Quantity {...read} />
      </td>
      <td>{metric(properties.metricPower)}</td>
      <Keeps yes={properties.upperBound !== null} />
      <Keeps yes={properties.finiteOnDisjointSupports} />
      <Keeps yes={properties.generator !== null} />
    </tr>
  );
}

function Ways({ setting }: { readonly setting: Setting }) {
  return (
    <div class="scroll" role="region" tabIndex={0} aria-label="Every way and what it keeps">
      <table class="ways">
        <thead>
          <tr>
            <th scope="col">way</th>
            <td></td>
            <th scope="col">value</th>
            <th scope="col">a metric</th>
            <th scope="col">bounded</th>
            <th scope="col">finite on disjoint supports</th>
            <th scope="col">f-divergence</th>
          </tr>
        </thead>
        {[true, false].map((information) => {
          const group = ordered(setting, information);
          const values = group.map((name) => reading(name, setting).value).filter(Number.isFinite);
          const most = Math.max(0, ...values);
          return (
            <tbody key={String(information)}>
              {group.map((name) => (
                <Row key={name} {...{ name, setting, most }} />
              ))}
            </tbody>
          );
        })}
      </table>
    </div>
  );
}

const spoken = (setting: Setting) => (
  <>
    {(['kl', 'lk', 'jeffreys', 'jsd'] as const).map((name) => (
      <span key={name}>
        {wayOf(name).words}: <Quantity {...reading(name, setting)} />.{' '}
      </span>
    ))}
  </>
);

/** One pair, both directions, and every usual way to make one symmetric number of them. */
export function Symmetrisations({ name }: Props) {
  const lab = useLab(model, name);
  const setting = lab.setting.value;
  return (
    <Frame
      lab={lab}
      label="Symmetric divergences of two distributions"
      figure={<Ways setting={setting} />}
      controls={(['P', 'Q'] as const).map((of) => (
        <PmfRanges
          key={of}
          lab={lab}
          of={of}
          masses={setting[of]}
          get={(from) => from[of]}
          set={(from, masses) => ({ ...from, [of]: masses })}
        />
      ))}
      presets={presets}
      announcement={spoken}
    />
  );
}
