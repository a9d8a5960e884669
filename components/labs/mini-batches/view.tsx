import type { ComponentChildren } from 'preact';
import { Choice } from '../frame/choice.tsx';
import { Frame } from '../frame/frame.tsx';
import { useLab } from '../frame/lab.ts';
import { Range } from '../frame/range.tsx';
import { Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { targetKinds } from './data.ts';
import { Losses, Paths } from './drawing.tsx';
import { causes, lossNames } from './losses.ts';
import {
  drawAgain,
  entropyReading,
  gradientsApart,
  grids,
  lossReading,
  model,
  presets,
  type Setting,
  weightsApart,
} from './model.ts';
import { causeNames, Entropy, Named, reasons, targetNames, wordsOf } from './names.tsx';

export interface Props {
  readonly name?: string;
}

/** What stands in the panel and in the table: a name, and a number. */
function rowsOf(setting: Setting): readonly (readonly [name: ComponentChildren, value: ComponentChildren])[] {
  return [
    ...lossNames.map(
      (name) => [<Named name={name} />, <Quantity {...lossReading(name, setting)} />] as const,
    ),
    [
      <>
        {setting.cause === 'none' ? 'their difference, ' : 'entropy of the targets, '}
        <Entropy />
      </>,
      <Quantity {...entropyReading(setting)} />,
    ],
    ['largest difference of the gradients so far', <Quantity {...gradientsApart(setting)} />],
    ['largest difference of the weights', <Quantity {...weightsApart(setting)} />],
  ];
}

function Readout({ setting }: { readonly setting: Setting }) {
  return (
    <>
      <p class="said">
        Batch of step <span data-given="step">{setting.step}</span>, before the models learn from it:
      </p>
      <dl class="readings">
        {rowsOf(setting).map(([name, value], k) => (
          <>
            <dt key={`name${k}`}>{name}</dt>
            <dd key={k}>{value}</dd>
          </>
        ))}
      </dl>
      <p class="said">{reasons[setting.cause]}</p>
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

const spoken = (setting: Setting) => (
  <>
    {lossNames.map((name) => (
      <span key={name}>
        {wordsOf[name]}: <Quantity {...lossReading(name, setting)} />.{' '}
      </span>
    ))}
    The gradients have differed by at most <Quantity {...gradientsApart(setting)} />.
  </>
);

const parameters = [
  { of: 'step', label: 'the step that is looked at', symbol: 'step', given: 'step' },
  { of: 'rate', label: 'the learning rate', symbol: 'rate', given: 'rate' },
  { of: 'batch', label: 'the number of examples in a batch', symbol: 'batch size', given: 'N' },
  { of: 'seed', label: 'the seed of points and batches', symbol: 'seed', given: 'seed' },
  { of: 'epsilon', label: 'ε, below which answers are clipped', symbol: <Letter of="ε" />, given: 'epsilon' },
  {
    of: 'lambda',
    label: 'λ, the share of its own answer in the target',
    symbol: <Letter of="λ" />,
    given: '\\lambda',
  },
] as const;

/** What each cause needs besides. */
const concerns = (of: (typeof parameters)[number]['of'], { cause }: Setting): boolean =>
  of === 'epsilon' ? cause === 'clipped' : of === 'lambda' ? cause === 'moving' : true;

/** One classifier trained on the same mini-batches by two losses, and what makes the two runs differ. */
export function MiniBatches({ name }: Props) {
  const lab = useLab(model, name);
  const setting = lab.setting.value;
  return (
    <Frame
      lab={lab}
      label="One classifier trained by two losses"
      figure={
        <>
          <Losses lab={lab} />
          <Paths lab={lab} />
        </>
      }
      readout={<Readout setting={setting} />}
      controls={
        <>
          <Choice
            lab={lab}
            id="targets"
            label="Targets"
            visible
            value={setting.targets}
            options={targetKinds.map((value) => ({ value, shown: targetNames[value] }))}
            set={(from, targets) => ({ ...from, targets })}
          />
          <Choice
            lab={lab}
            id="cause"
            label="Broken"
            visible
            value={setting.cause}
            options={causes.map((value) => ({ value, shown: causeNames[value] }))}
            set={(from, cause) => ({ ...from, cause })}
          />
          {parameters
            .filter(({ of }) => concerns(of, setting))
            .map(({ of, label, symbol, given }) => (
              <Range
                key={of}
                lab={lab}
                id={of}
                label={label}
                symbol={symbol}
                given={given}
                grid={grids[of]}
                value={setting[of]}
                set={(from, value) => ({ ...from, [of]: value })}
              />
            ))}
          <div class="presets">
            <button type="button" disabled={!lab.alive.value} onClick={() => lab.act(drawAgain)}>
              Draw again
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
