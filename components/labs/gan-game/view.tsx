import { Frame } from '../frame/frame.tsx';
import { useLab } from '../frame/lab.ts';
import { Range } from '../frame/range.tsx';
import { Formula, Letter, quantityNames } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { Losses } from './curves.tsx';
import { Drawing } from './drawing.tsx';
import { shiftGrid } from './line.ts';
import {
  divergenceReading,
  gameNames,
  gameReading,
  isReading,
  losses,
  type LossName,
  lossReading,
  model,
  presets,
  type Setting,
  slopeReading,
  takeBest,
  undecided,
  wordsOf,
} from './model.ts';
import { best, names, shortNames } from './names.tsx';
import { Cells } from './table.tsx';

export interface Props {
  readonly name?: string;
}

/** Where the supports are four cells wide, they are disjoint from this shift on. */
const apart = 40;

/** Whether a step down the loss of the game takes the generator away from the data. */
function leadsAway(setting: Setting): boolean {
  const slope = slopeReading('game', setting);
  return isReading(slope) && slope.value < 0;
}

function whatIsSeen(setting: Setting): string {
  const isBest = gameReading('lost', setting).value === 0;
  const together = setting.shift === 0;
  const disjoint = setting.shift >= apart;
  if (isBest && together)
    return 'Generator and data agree, and the best discriminator cannot tell them apart.';
  if (isBest && disjoint)
    return 'The supports are disjoint and D is right everywhere: the loss of the game is flat, the other one infinite. Only the Wasserstein distance says which way and how far.';
  if (isBest)
    return 'Against the best discriminator the loss of the game has the slope of twice the Jensen–Shannon divergence.';
  const away = leadsAway(setting) ? ' And it leads the generator away from the data.' : '';
  if (together) return `Generator and data agree, and D makes a difference between them all the same.${away}`;
  return disjoint
    ? `The supports are disjoint. D is not the best discriminator: its slopes are what was drawn, and say nothing about the divergence.${away}`
    : `D is not the best discriminator. The value lies below that of the best one, by what D loses.${away}`;
}

function Slope({ name, setting }: { readonly name: LossName; readonly setting: Setting }) {
  const slope = slopeReading(name, setting);
  if (isReading(slope)) return <Quantity {...slope} />;
  return <span class="none">none: {slope}</span>;
}

const Game = ({ setting }: { readonly setting: Setting }) => (
  <dl class="readings">
    {gameNames.map((name) => (
      <div key={name}>
        <dt>
          <Formula words={wordsOf[name]}>{names[name]}</Formula>
        </dt>
        <dd>
          <Quantity {...gameReading(name, setting)} />
        </dd>
      </div>
    ))}
    <div>
      <dt>
        <Formula words="Jensen–Shannon divergence of P and Q">{quantityNames['\\JSD{P}{Q}']}</Formula>
      </dt>
      <dd>
        <Quantity {...divergenceReading(setting)} />
      </dd>
    </div>
  </dl>
);

const Slopes = ({ setting }: { readonly setting: Setting }) => (
  <table class="slopes">
    <thead>
      <tr>
        <th scope="col">the generator</th>
        <th scope="col">value</th>
        <th scope="col">
          slope in <Letter of="t" />
        </th>
      </tr>
    </thead>
    <tbody>
      {losses.map((name) => (
        <tr key={name}>
          <th scope="row">
            <Formula words={wordsOf[name]}>{shortNames[name]}</Formula>
          </th>
          <td>
            <Quantity {...lossReading(name, setting)} />
          </td>
          <td>
            <Slope {...{ name, setting }} />
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

const spoken = (setting: Setting) => (
  <>
    {gameNames.map((name) => (
      <span key={name}>
        {wordsOf[name]}: <Quantity {...gameReading(name, setting)} />.{' '}
      </span>
    ))}
    {losses.map((name) => (
      <span key={name}>
        slope of the {wordsOf[name]}: <Slope {...{ name, setting }} />.{' '}
      </span>
    ))}
  </>
);

/** The game of a generator that can only shift its density and a discriminator that is drawn by hand. */
export function GanGame({ name }: Props) {
  const lab = useLab(model, name);
  const setting = lab.setting.value;
  const acts = [
    { does: <>take {best}</>, act: takeBest },
    { does: 'one half everywhere', act: undecided },
  ];
  return (
    <Frame
      lab={lab}
      label="The game of a generator and a discriminator on a line"
      figure={
        <>
          <Drawing lab={lab} />
          <Losses setting={setting} />
        </>
      }
      readout={
        <>
          <Game setting={setting} />
          <Slopes setting={setting} />
          <p class="said">{whatIsSeen(setting)}</p>
        </>
      }
      controls={
        <>
          <Range
            lab={lab}
            id="t"
            label="t, the shift of Q from P in cells"
            symbol={<Letter of="t" />}
            given="t"
            grid={shiftGrid}
            value={setting.shift}
            set={(from, shift) => ({ ...from, shift })}
          />
          <div class="presets" role="group" aria-label="The discriminator">
            <span class="of-these">
              <Letter of="D" />:
            </span>
            {acts.map(({ does, act }, k) => (
              <button key={k} type="button" disabled={!lab.alive.value} onClick={() => lab.act(act)}>
                {does}
              </button>
            ))}
          </div>
        </>
      }
      presets={presets}
      table={(setting) => <Cells setting={setting} />}
      announcement={spoken}
    />
  );
}
