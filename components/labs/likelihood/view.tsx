import type { ComponentChildren } from 'preact';
import { Frame } from '../frame/frame.tsx';
import { useLab } from '../frame/lab.ts';
import { Range } from '../frame/range.tsx';
import { Formula, Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { Drawing } from './drawing.tsx';
import {
  chance,
  error,
  type LineName,
  minimiser,
  model,
  presets,
  reading,
  sampled,
  seedGrid,
  type Setting,
  standardError,
  throwAgain,
  throwsGrid,
  wordsOf,
} from './model.ts';
import { names } from './names.tsx';

export interface Props {
  readonly name?: string;
}

const Named = ({ name }: { readonly name: LineName }) => (
  <Formula words={wordsOf(name)}>{names[name]}</Formula>
);

/** What stands in the panel and in the table: a name, and a number. */
function rowsOf(setting: Setting): readonly (readonly [name: ComponentChildren, value: ComponentChildren])[] {
  const sample = sampled(setting);
  const line = (name: LineName) => [<Named name={name} />, <Quantity {...reading(name, sample)} />] as const;
  return [
    ['share of heads, where both are least', <Quantity {...minimiser(sample)} />],
    line('likelihood'),
    line('divergence'),
    [
      <>
        their difference, <Named name="entropy" />
      </>,
      <Quantity {...reading('entropy', sample)} />,
    ],
    [
      <>
        limit, <Named name="limit" />
      </>,
      <Quantity {...reading('limit', sample)} />,
    ],
    ['error of the sample', <Quantity {...error(sample)} />],
    ['standard error', <Quantity {...standardError(sample)} />],
  ];
}

function Readout({ setting }: { readonly setting: Setting }) {
  return (
    <>
      <dl class="readings">
        {rowsOf(setting).map(([name, value], k) => (
          <>
            <dt key={`name${k}`}>{name}</dt>
            <dd key={k}>{value}</dd>
          </>
        ))}
      </dl>
      <p class="said">
        Grey: two standard errors around the limit. Where it is narrow, every sample tells the same of a
        model.
      </p>
    </>
  );
}

function Table({ setting }: { readonly setting: Setting }) {
  return (
    <table>
      <tbody>
        {rowsOf(setting).map(([name, value], k) => (
          <tr key={k}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const spoken = (setting: Setting) => {
  const sample = sampled(setting);
  return (
    <>
      {(['likelihood', 'divergence', 'limit'] as const).map((name) => (
        <span key={name}>
          {wordsOf(name)}: <Quantity {...reading(name, sample)} />.{' '}
        </span>
      ))}
      The share of heads is <Quantity {...minimiser(sample)} />.
    </>
  );
};

/** Throws of a coin, the likelihood that each model gives them, and the divergence of the sample from it. */
export function Likelihood({ name }: Props) {
  const lab = useLab(model, name);
  const setting = lab.setting.value;
  return (
    <Frame
      lab={lab}
      label="Likelihood and divergence of a sample"
      figure={<Drawing lab={lab} />}
      readout={<Readout setting={setting} />}
      controls={
        <>
          <Range
            lab={lab}
            id="q"
            label="q, the chance of heads in the model Q"
            symbol={
              <>
                model <Letter of="q" />
              </>
            }
            given="Q(1)"
            grid={chance}
            value={setting.model}
            set={(from, value) => ({ ...from, model: value })}
          />
          <Range
            lab={lab}
            id="r"
            label="r, the chance of heads of the coin R"
            symbol={
              <>
                coin <Letter of="r" />
              </>
            }
            given="R(1)"
            grid={chance}
            value={setting.coin}
            set={(from, value) => ({ ...from, coin: value })}
          />
          <Range
            lab={lab}
            id="n"
            label="N, the number of throws"
            symbol={
              <>
                throws <Letter of="N" />
              </>
            }
            given="N"
            grid={throwsGrid}
            value={setting.throws}
            set={(from, value) => ({ ...from, throws: value })}
          />
          <Range
            lab={lab}
            id="seed"
            label="the seed of the throws"
            symbol="seed"
            given="seed"
            grid={seedGrid}
            value={setting.seed}
            set={(from, value) => ({ ...from, seed: value })}
          />
          <div class="presets">
            <button type="button" disabled={!lab.alive.value} onClick={() => lab.act(throwAgain)}>
              Throw again
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
