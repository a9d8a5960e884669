import { Choice } from '../frame/choice.tsx';
import { Frame } from '../frame/frame.tsx';
import { decimal } from '../frame/grid.ts';
import { useLab } from '../frame/lab.ts';
import { Range } from '../frame/range.tsx';
import { Call, Formula, Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { Densities, LossMap } from './drawing.tsx';
import {
  descend,
  directions,
  forwardFit,
  givensOf,
  grids,
  model,
  presets,
  reverseFits,
  type Setting,
  valueAt,
} from './model.ts';
import type { Direction } from './surface.ts';

export interface Props {
  readonly name?: string;
}

const named: Readonly<Record<Direction, { readonly words: string; readonly of: readonly string[] }>> = {
  forward: { words: 'KL divergence of p from q', of: ['p', 'q'] },
  reverse: { words: 'KL divergence of q from p', of: ['q', 'p'] },
};

const Named = ({ of }: { readonly of: Direction }) => (
  <Formula words={named[of].words}>
    <Call name={<Letter of="D" />} of={named[of].of} bars />
  </Formula>
);

/** A parameter of a fit, to the hundredth. */
const Parameter = ({ given, value }: { readonly given: '\\mu' | '\\sigma'; readonly value: number }) => (
  <span data-given={given}>{decimal({ places: 2 }, value).replace('-', '−')}</span>
);

/** q as it is now, and every best fit of either divergence. */
function Fits({ setting }: { readonly setting: Setting }) {
  const forward = forwardFit(setting);
  return (
    <table class="fits">
      <thead>
        <tr>
          <td></td>
          <th scope="col">
            <Letter of="μ" />
          </th>
          <th scope="col">
            <Letter of="σ" />
          </th>
          <th scope="col">nats</th>
        </tr>
      </thead>
      <tbody data-givens={JSON.stringify(givensOf(setting))}>
        {directions.map((of) => (
          <tr key={of}>
            <th scope="row">
              <Named of={of} />
            </th>
            <td>
              <Parameter given="\mu" value={setting.mean} />
            </td>
            <td>
              <Parameter given="\sigma" value={setting.deviation} />
            </td>
            <td>
              <Quantity {...valueAt(of, setting)} />
            </td>
          </tr>
        ))}
        <tr class="best">
          <th scope="row">
            least <Named of="forward" />
          </th>
          <td>
            <Quantity {...forward.mean} />
          </td>
          <td>
            <Quantity {...forward.deviation} />
          </td>
          <td>
            <Quantity {...forward.least} />
          </td>
        </tr>
      </tbody>
      {reverseFits(setting).map((fit) => (
        <tbody
          key={fit.mean}
          data-givens={JSON.stringify(givensOf({ ...setting, mean: fit.mean, deviation: fit.deviation }))}
        >
          <tr>
            <th scope="row">
              least <Named of="reverse" />
            </th>
            <td>
              <Parameter given="\mu" value={fit.mean} />
            </td>
            <td>
              <Parameter given="\sigma" value={fit.deviation} />
            </td>
            <td>
              <Quantity {...fit.least} />
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}

const spoken = (setting: Setting) => (
  <>
    {directions.map((of) => (
      <span key={of}>
        {named[of].words}: <Quantity {...valueAt(of, setting)} />.{' '}
      </span>
    ))}
  </>
);

const parameters = [
  { of: 'left', label: 'the left bump of p', symbol: 'left bump', given: 'left' },
  { of: 'right', label: 'the right bump of p', symbol: 'right bump', given: 'right' },
  { of: 'weight', label: 'the share of the left bump', symbol: 'its share', given: '\\lambda' },
  { of: 'mean', label: 'the mean of q', symbol: <Letter of="μ" />, given: '\\mu' },
  { of: 'deviation', label: 'the standard deviation of q', symbol: <Letter of="σ" />, given: '\\sigma' },
] as const;

/** A normal distribution fitted to two bumps by either direction of the divergence. */
export function ForwardAndReverse({ name }: Props) {
  const lab = useLab(model, name);
  const setting = lab.setting.value;
  return (
    <Frame
      lab={lab}
      label="A normal distribution fitted to two bumps"
      figure={
        <>
          <Densities lab={lab} />
          <LossMap lab={lab} />
        </>
      }
      readout={
        <>
          <Choice
            lab={lab}
            id="map"
            label="Map of"
            visible
            value={setting.map}
            options={directions.map((value) => ({ value, shown: <Named of={value} /> }))}
            set={(from, map) => ({ ...from, map })}
          />
          <Fits setting={setting} />
          <div class="presets scripted">
            <button type="button" disabled={!lab.alive.value} onClick={() => lab.act(descend)}>
              Go downhill from here
            </button>
          </div>
        </>
      }
      controls={parameters.map(({ of, label, symbol, given }) => (
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
      presets={presets}
      announcement={spoken}
    />
  );
}
