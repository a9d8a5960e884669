import { Curve } from '../../charts/curve.tsx';
import { Frame } from '../frame/frame.tsx';
import { useLab } from '../frame/lab.ts';
import { PmfRanges } from '../frame/pmf-ranges.tsx';
import { Range } from '../frame/range.tsx';
import { Formula, Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import type { Reading } from '../reading.ts';
import { Drawing } from './drawing.tsx';
import { Meaning } from './meaning.tsx';
import {
  epsilonReading,
  grid,
  growthReading,
  jsdReading,
  klReading,
  model,
  presets,
  type Setting,
  treatedReading,
} from './model.ts';
import { isFormula, names, tones, type Way, ways, wordsOf } from './names.tsx';

export interface Props {
  readonly name?: string;
}

function readingOf(way: Way, setting: Setting): Reading {
  if (way === 'kl') return klReading(setting);
  return way === 'jsd' ? jsdReading(setting) : treatedReading(way, setting);
}

const middle = [0, 1].map((x) => ({ x, y: 0.5 }));

function Ways({ setting, drawn }: { readonly setting: Setting; readonly drawn: boolean }) {
  return (
    <dl class="ways" data-givens={JSON.stringify(model.givens(setting))}>
      {ways.map((way) => (
        <div key={way}>
          <dt>
            {drawn && (
              <svg class="line-of" aria-hidden="true">
                <Curve tone={tones[way]} points={middle} />
              </svg>
            )}
            {isFormula(way) ? <Formula words={wordsOf[way]}>{names[way]}</Formula> : names[way]}
          </dt>
          <dd>
            <Quantity {...readingOf(way, setting)} />
          </dd>
          <dd class="meaning">
            <Meaning {...{ way, setting }} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Growth({ setting }: { readonly setting: Setting }) {
  const growth = growthReading(setting);
  if (!growth)
    return <p class="said">Q has mass wherever P has: the less ε, the nearer all come to the divergence.</p>;
  return (
    <p class="said">
      Divide ε by ten, and in the end each finite number with an ε in it gains <Quantity {...growth} />: the
      mass that P has where Q has none, times the logarithm of ten.
    </p>
  );
}

const spoken = (setting: Setting) => (
  <>
    ε: <Quantity {...epsilonReading(setting)} />.{' '}
    {ways.map((way) => (
      <span key={way}>
        {wordsOf[way]}: <Quantity {...readingOf(way, setting)} />.{' '}
      </span>
    ))}
  </>
);

/** One pair, and what each usual way to get rid of a zero makes of its divergence, over ε. */
export function ZerosAndEpsilon({ name }: Props) {
  const lab = useLab(model, name);
  const setting = lab.setting.value;
  return (
    <Frame
      lab={lab}
      label="What becomes of an infinite divergence with an ε"
      figure={<Drawing lab={lab} />}
      readout={<Ways setting={setting} drawn />}
      controls={
        <>
          <div class="exponent">
            <Range
              lab={lab}
              id="s"
              label="s, where ε is ten to the power of minus s"
              symbol={<Letter of="s" />}
              given="s"
              grid={grid}
              value={setting.s}
              set={(from, s) => ({ ...from, s })}
            />
            <p class="said">
              <span class="hand-set" data-sym="">
                ε = 10
                <sup>
                  −<Letter of="s" />
                </sup>
              </span>{' '}
              = <Quantity {...epsilonReading(setting)} />
            </p>
            <Growth setting={setting} />
          </div>
          {(['P', 'Q'] as const).map((of) => (
            <PmfRanges
              key={of}
              lab={lab}
              of={of}
              masses={setting[of]}
              get={(from) => from[of]}
              set={(from, masses) => ({ ...from, [of]: masses })}
            />
          ))}
        </>
      }
      presets={presets}
      table={(setting) => <Ways setting={setting} drawn={false} />}
      announcement={spoken}
    />
  );
}
