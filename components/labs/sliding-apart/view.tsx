import { Choice } from '../frame/choice.tsx';
import { Frame } from '../frame/frame.tsx';
import { useLab } from '../frame/lab.ts';
import { Range } from '../frame/range.tsx';
import { Formula, Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { Drawing } from './drawing.tsx';
import {
  model,
  overlaps,
  presets,
  quantities,
  type QuantityName,
  type Setting,
  type Shape,
  shapes,
  shiftGrid,
  slopeReading,
  valueReading,
  widthGrid,
  wordsOf,
} from './model.ts';
import { names } from './names.tsx';

export interface Props {
  readonly name?: string;
}

const shapeNames: Readonly<Record<Shape, string>> = {
  points: 'point masses',
  uniforms: 'uniforms',
  normals: 'normals',
};

function whatIsSeen(setting: Setting): string {
  if (setting.shift === 0) return 'P and Q are equal: every divergence is zero.';
  if (setting.shape === 'normals')
    return 'Both have the whole line as their support, so nothing is infinite. Once they are well apart, JSD and TV are level all the same.';
  return overlaps(setting)
    ? 'Where they overlap, JSD and TV lead Q back. KL is infinite already: P has mass where Q has none.'
    : 'The supports are disjoint: of the four, only the Wasserstein distance has a slope that leads Q back.';
}

function Slope({ name, setting }: { readonly name: QuantityName; readonly setting: Setting }) {
  const slope = slopeReading(name, setting);
  if (typeof slope !== 'string') return <Quantity {...slope} />;
  return <span class="none">none: {slope}</span>;
}

function Slopes({ setting }: { readonly setting: Setting }) {
  return (
    <table class="slopes" data-givens={JSON.stringify(model.givens(setting))}>
      <thead>
        <tr>
          <td></td>
          <th scope="col">value</th>
          <th scope="col">
            slope in <Letter of="t" />
          </th>
        </tr>
      </thead>
      <tbody>
        {quantities.map((name) => (
          <tr key={name}>
            <th scope="row">
              <Formula words={wordsOf[name]}>{names[name]}</Formula>
            </th>
            <td>
              <Quantity {...valueReading(name, setting)} />
            </td>
            <td>
              <Slope {...{ name, setting }} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const spoken = (setting: Setting) => (
  <>
    {quantities.map((name) => (
      <span key={name}>
        {wordsOf[name]}: <Quantity {...valueReading(name, setting)} />, slope <Slope {...{ name, setting }} />
        .{' '}
      </span>
    ))}
  </>
);

/** Two distributions of one shape that slide apart, and what each divergence, and its slope, makes of it. */
export function SlidingApart({ name }: Props) {
  const lab = useLab(model, name);
  const setting = lab.setting.value;
  return (
    <Frame
      lab={lab}
      label="Two distributions that slide apart"
      figure={<Drawing lab={lab} />}
      readout={
        <>
          <Slopes setting={setting} />
          <p class="said">{whatIsSeen(setting)}</p>
        </>
      }
      controls={
        <>
          <Range
            lab={lab}
            id="t"
            label="t, the shift of Q from P"
            symbol={<Letter of="t" />}
            given="t"
            grid={shiftGrid}
            value={setting.shift}
            set={(from, shift) => ({ ...from, shift })}
          />
          {setting.shape !== 'points' && (
            <Range
              lab={lab}
              id="a"
              label={
                setting.shape === 'uniforms'
                  ? 'a, half the width of each'
                  : 'a, the standard deviation of each'
              }
              symbol={<Letter of="a" />}
              given="a"
              grid={widthGrid}
              value={setting.width}
              set={(from, width) => ({ ...from, width })}
            />
          )}
          <Choice
            lab={lab}
            id="shape"
            label="Two"
            visible
            value={setting.shape}
            options={shapes.map((value) => ({ value, shown: shapeNames[value] }))}
            set={(from, shape) => ({ ...from, shape })}
          />
        </>
      }
      presets={presets}
      table={(setting) => <Slopes setting={setting} />}
      announcement={spoken}
    />
  );
}
