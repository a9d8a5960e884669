import { useEffect } from 'preact/hooks';
import { Choice } from '../frame/choice.tsx';
import { Frame } from '../frame/frame.tsx';
import { type Lab, useLab } from '../frame/lab.ts';
import { Range } from '../frame/range.tsx';
import { Formula, Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { cellOf } from './cells.ts';
import { claimOf, constants, verdictOf } from './claims.ts';
import { divergenceOf, isHere, loadLatecomers } from './divergences.ts';
import { Drawing } from './drawing.tsx';
import {
  compared,
  denominatorGrid,
  denominatorOf,
  model,
  presets,
  type Setting,
  withCount,
  withDenominator,
} from './model.ts';
import { claimWords, propertyNames, remarks, sidesOf, verdictWords } from './names.tsx';
import { Pickers } from './pickers.tsx';
import { SearchPanel } from './search-panel.tsx';

export interface Props {
  readonly name?: string;
}

const counts = ['2', '3', '4', '5'] as const;
const countWords = { 2: 'two', 3: 'three', 4: 'four', 5: 'five' } as const;
const constantWords = { 1: 'one', 2: 'two', 3: 'three' } as const;

/** What is known of every choice of masses, and where. */
function Known({ setting }: { readonly setting: Setting }) {
  const cell = cellOf(setting)!;
  const where = cell.holds ? 'the proof' : 'what this site says of it';
  return (
    <p class="said known">
      {cell.holds ? 'It holds, whatever the masses' : 'It fails for some masses'}
      {cell.at ? (
        <>
          : <a href={cell.at}>{where}</a>.
        </>
      ) : (
        '.'
      )}{' '}
      {remarks[setting.property]}
    </p>
  );
}

/** Both sides and their parts, as numbers. */
function Numbers({ setting }: { readonly setting: Setting }) {
  const { left, parts, right, excess } = compared(setting);
  const names = sidesOf(setting);
  return (
    <dl class="readings">
      <div>
        <dt>
          <Formula words="left side">
            <span data-sym="">{names.left}</span>
          </Formula>
        </dt>
        <dd>
          <Quantity {...left} />
        </dd>
      </div>
      {parts.map((part, k) => (
        <div key={k}>
          <dt>
            <Formula words="part of the right side">
              <span data-sym="">{names.right[k]}</span>
            </Formula>
          </dt>
          <dd>
            <Quantity {...part} />
          </dd>
        </div>
      ))}
      {right && setting.property !== 'bound' && (
        <div>
          <dt>
            {parts.length > 0 ? (
              'their sum'
            ) : (
              <Formula words="right side">
                <span data-sym="">{names.right[0]}</span>
              </Formula>
            )}
          </dt>
          <dd>
            <Quantity {...right} />
          </dd>
        </div>
      )}
      {excess && (
        <div class="excess">
          <dt>larger by</dt>
          <dd>
            <Quantity {...excess} />
          </dd>
        </div>
      )}
    </dl>
  );
}

function Readout({ setting }: { readonly setting: Setting }) {
  const broken = verdictOf(setting, setting) === 'broken';
  return (
    <>
      <Numbers setting={setting} />
      <p class="said">
        {broken &&
          (setting.property === 'finite' || setting.property === 'definite'
            ? 'Certified: the value is exact.'
            : 'Certified: larger by more than the error bounds of the core on both sides together.')}
      </p>
      <Known setting={setting} />
    </>
  );
}

const Controls = ({ lab }: { readonly lab: Lab<Setting> }) => {
  const setting = lab.setting.value;
  return (
    <>
      <Pickers lab={lab} question={setting} />
      {setting.property === 'bound' && (
        <Choice
          lab={lab}
          id="constant"
          label="The constant"
          visible
          value={setting.constant}
          options={constants.map((value) => ({ value, shown: constantWords[value] }))}
          set={(from, constant) => ({ ...from, constant })}
        />
      )}
      <SearchPanel lab={lab} />
      <Choice
        lab={lab}
        id="outcomes"
        label="Outcomes"
        visible
        value={String(setting.P.length) as (typeof counts)[number]}
        options={counts.map((value) => ({ value, shown: countWords[value] }))}
        set={(from, count) => withCount(from, Number(count))}
      />
      <Range
        lab={lab}
        id="N"
        label="the denominator of all masses"
        symbol={<Letter of="N" />}
        given="N"
        grid={denominatorGrid}
        value={denominatorOf(setting)}
        set={withDenominator}
      />
    </>
  );
};

/** The masses as fractions, one a row. */
function Table({ setting }: { readonly setting: Setting }) {
  const { uses } = claimOf(setting.property, setting.P.length);
  const givens = model.givens(setting);
  return (
    <table>
      <tbody>
        {uses.map((of) => (
          <tr key={of}>
            <th scope="row">
              <Letter of={of} />
            </th>
            {setting[of].map((_, x) => (
              <td key={x}>
                <data class="g" value={givens[of]![x]!} data-given={`${of}(${x + 1})`}>
                  {givens[of]![x]}
                </data>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const spoken = (setting: Setting) => {
  if (!isHere(setting.divergence)) return divergenceOf(setting.divergence).words;
  const { left, right } = compared(setting);
  return (
    <>
      {divergenceOf(setting.divergence).words}, {propertyNames[setting.property]}.{' '}
      {claimWords[setting.property]} Left side: <Quantity {...left} />.{' '}
      {right && (
        <>
          Right side: <Quantity {...right} />.{' '}
        </>
      )}
      The claim is {verdictWords[verdictOf(setting, setting)]}.
    </>
  );
};

/** Any property, any divergence, and masses that break it, where there are any. */
export function Counterexamples({ name }: Props) {
  const lab = useLab(model, name);
  const setting = lab.setting.value;
  const here = isHere(setting.divergence);
  useEffect(() => {
    if (!here) void loadLatecomers();
  }, [here]);
  return (
    <Frame
      lab={lab}
      label="A property of a divergence, and masses that break it"
      figure={here ? <Drawing lab={lab} /> : <p class="said">This divergence is being fetched.</p>}
      readout={<div>{here && <Readout setting={setting} />}</div>}
      controls={<Controls lab={lab} />}
      presets={presets}
      table={(settled) => (
        <>
          <Table setting={settled} />
          {isHere(settled.divergence) && <Numbers setting={settled} />}
        </>
      )}
      announcement={spoken}
    />
  );
}
