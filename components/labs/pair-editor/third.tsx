import { percent } from '../../charts/scale.ts';
import { Ticks } from '../../charts/ticks.tsx';
import { whole } from '../masses.ts';
import { Call, Formula, Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import type { MassField } from './fields.tsx';
import type { Lab } from './lab.ts';
import type { Setting } from './model.ts';
import {
  type MeasureName,
  measureNames,
  type Triple,
  type Verdict,
  verdictOf,
  type Ways,
  waysOf,
  wordsOf,
} from './detour.ts';
import type { Slider } from './slider.tsx';
import styles from './third.css?inline';

const ticks = [
  { value: 0, label: '0', at: 0 },
  { value: 0.5, label: '0.5', at: 0.5 },
  { value: 1, label: '1', at: 1 },
];
/** With more outcomes the numbers stand under the bars, as those of P and Q do. */
const mostBeside = 7;
/** Where a bar stands in its column, as shares of its width. */
const bar = { left: 0.3, width: 0.4 };

function Drawing({ masses }: { readonly masses: readonly number[] }) {
  const columns = masses.length;
  return (
    <svg class="chart" aria-hidden="true">
      <line class="halfway" x1="0" x2="100%" y1="50%" y2="50%" />
      {masses.map((mass, x) => (
        <rect
          key={x}
          class="bar outlined"
          x={percent((x + bar.left) / columns)}
          width={percent(bar.width / columns)}
          y={percent(1 - mass / whole)}
          height={percent(mass / whole)}
        />
      ))}
      <line class="baseline" x1="0" x2="100%" y1="100%" y2="100%" />
    </svg>
  );
}

/** What the figure has for P and Q already. Imported here, it would be a chunk by itself: one more request for every reader. */
interface Parts {
  readonly Slider: typeof Slider;
  readonly MassField: typeof MassField;
}

interface BarsProps extends Parts {
  readonly lab: Lab;
  readonly masses: readonly number[];
}

/** R as bars to be dragged, below the outcomes of P and Q, and its masses to be typed. */
function Bars({ lab, masses, Slider, MassField }: BarsProps) {
  return (
    <div class="figure-box">
      <div class="columns" style={{ '--outcomes': masses.length }}>
        <div class="gutter plot-row">
          <Ticks ticks={ticks} />
        </div>
        <div class="plot plot-row">
          <span class="axis-name">probability</span>
          <Drawing masses={masses} />
          {masses.map((_, x) => (
            <Slider key={x} lab={lab} side="R" outcome={x} />
          ))}
        </div>
        <div class="gutter row" aria-hidden="true">
          <Letter of="R" />
        </div>
        {masses.map((_, x) => (
          <div class="row side-R" key={x}>
            <MassField lab={lab} side="R" outcome={x} />
          </div>
        ))}
      </div>
    </div>
  );
}

const names = {
  kl: <Letter of="D" />,
  root: <span data-sym="">√JSD</span>,
  tv: 'TV',
  w: (
    <span data-sym="">
      <Letter of="W" />
      <sub>1</sub>
    </span>
  ),
} as const satisfies Readonly<Record<MeasureName, unknown>>;

const Named = ({ by }: { readonly by: MeasureName }) => <Formula words={wordsOf(by)}>{names[by]}</Formula>;

const shorter: Readonly<Record<Verdict, string>> = {
  over: 'over R',
  straight: 'straight',
  level: 'neither',
  endless: 'neither',
  open: 'cannot tell',
};

/** One measure: both lengths, and what the one over R is the sum of. */
function Row({
  by,
  ways,
  verdict,
}: {
  readonly by: MeasureName;
  readonly ways: Ways;
  readonly verdict: Verdict;
}) {
  return (
    <tbody>
      <tr>
        <th scope="row">
          <Named by={by} />
        </th>
        <td class={verdict === 'straight' ? 'shorter' : undefined}>
          <Quantity {...ways.straight} />
        </td>
        <td class={verdict === 'over' ? 'shorter' : undefined}>
          <Quantity {...ways.detour} />
        </td>
        <td>{shorter[verdict]}</td>
      </tr>
      <tr class="legs">
        <td colSpan={4}>
          <span class="leg">
            <Formula words={`${wordsOf(by)} from P to R, plus that from R to Q`}>
              <Call name={names[by]} of={['P', 'R']} bars={by === 'kl'} /> +{' '}
              <Call name={names[by]} of={['R', 'Q']} bars={by === 'kl'} />
            </Formula>
          </span>{' '}
          <span class="leg">
            = <Quantity {...ways.legs[0]} /> + <Quantity {...ways.legs[1]} />
          </span>
        </td>
      </tr>
    </tbody>
  );
}

/** What is worth saying of the divergence; the distances have one thing to say, and always the same. */
const truths: Readonly<Record<Verdict, string>> = {
  over: 'Over R the divergence is shorter than straight on: it breaks the triangle inequality. The three distances never do.',
  straight:
    'Over this R every way is at least as long. For the three distances that is so over every R, for the divergence only over some.',
  level: 'R is P or Q itself, so that the way over it is the straight one.',
  endless:
    'Where the straight way is infinite by the divergence, so is every other: R lacks an outcome of P too, or it has one that Q lacks.',
  open: 'Both ways are equally long by the divergence, as far as doubles can tell.',
};

function Panel({ pair, unit }: { readonly pair: Triple; readonly unit: Setting['unit'] }) {
  return (
    <div class="panel">
      <table>
        <thead>
          <tr>
            <th scope="col">by</th>
            <th scope="col">
              <Letter of="P" /> to <Letter of="Q" />
            </th>
            <th scope="col">
              over <Letter of="R" />
            </th>
            <th scope="col">shorter</th>
          </tr>
        </thead>
        {measureNames.map((by) => (
          <Row key={by} by={by} ways={waysOf(by, pair, unit)} verdict={verdictOf(by, pair)} />
        ))}
      </table>
      <p>{truths[verdictOf('kl', pair)]}</p>
    </div>
  );
}

const hasThird = (pair: Setting['pair']): pair is Triple => !!pair.R;

/** A third pmf, and whether a detour over it is shorter than the straight way from P to Q. */
export function Third({ lab, ...parts }: Parts & { readonly lab: Lab }) {
  const { pair, unit } = lab.state.value;
  if (!hasThird(pair)) return null;
  return (
    <div
      class={pair.labels.length > mostBeside ? 'workbench many third' : 'workbench third'}
      role="group"
      aria-label="A third distribution, R"
    >
      <style>{styles}</style>
      <Bars lab={lab} masses={pair.R} {...parts} />
      <Panel pair={pair} unit={unit} />
    </div>
  );
}

/** The same, read aloud when the hand has rested. */
export function Spoken({ pair, unit }: Pick<Setting, 'pair' | 'unit'>) {
  if (!hasThird(pair)) return null;
  return (
    <>
      From P to Q straight on and over R:{' '}
      {measureNames.map((by) => {
        const { straight, detour } = waysOf(by, pair, unit);
        return (
          <span key={by}>
            {wordsOf(by)} <Quantity {...straight} /> and <Quantity {...detour} />.{' '}
          </span>
        );
      })}
      {truths[verdictOf('kl', pair)]}
    </>
  );
}
