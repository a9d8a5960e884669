import type { ComponentChildren } from 'preact';
import { Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import {
  cellGivens,
  claimReading,
  divergenceReading,
  divergences,
  modesOf,
  movedReading,
  nearReading,
  type Setting,
  settingGivens,
  shownAt,
  type Side,
  sides,
} from './model.ts';
import { Against, Divergence, divergenceWords, foundWords, Moved, sideWords } from './names.tsx';
import type { Shown } from './shown.ts';

const OnSample = ({ reading }: { readonly reading: ReturnType<typeof movedReading> }) => {
  const { givens, ...quantity } = reading;
  return (
    <span data-givens={JSON.stringify(givens)}>
      <Quantity {...quantity} />
    </span>
  );
};

interface Row {
  readonly key: string;
  readonly head: ComponentChildren;
  readonly cell: (side: Side) => ComponentChildren;
}

const rowsOf = (shown: Shown): readonly Row[] => [
  ...divergences.map((name) => ({
    key: name,
    head: <Divergence name={name} />,
    cell: (side: Side) => <Quantity {...divergenceReading(name, side, shown)} />,
  })),
  { key: 'moved', head: <Moved />, cell: (side) => <OnSample reading={movedReading(side, shown)} /> },
  { key: 'near', head: 'near a mode', cell: (side) => <OnSample reading={nearReading(side, shown)} /> },
  { key: 'found', head: 'modes found', cell: (side) => foundWords(modesOf(side, shown)) },
];

/** What the samples differ by, and by what two samples of the data do. */
const Compared = ({ shown }: { readonly shown: Shown }) => (
  <table class="compared" data-givens={JSON.stringify(cellGivens(shown))}>
    <thead>
      <tr>
        <th scope="col">
          data <Letter of="P" />, and
        </th>
        {sides.map((side) => (
          <th key={side} scope="col">
            {side === 'made' ? 'made' : 'other data'} <Against side={side} />
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rowsOf(shown).map(({ key, head, cell }) => (
        <tr key={key}>
          <th scope="row">{head}</th>
          {sides.map((side) => (
            <td key={side}>{cell(side)}</td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const claimed = (shown: Shown): string =>
  shown.task.loss === 'wasserstein'
    ? 'With a penalty of weight one, the critic scores data higher, in the mean, by'
    : 'The discriminator’s loss claims a Jensen–Shannon divergence of';

const Claim = ({ shown }: { readonly shown: Shown }) => (
  <>
    {claimed(shown)} <OnSample reading={claimReading(shown)} />
  </>
);

export const Readout = ({ shown }: { readonly shown: Shown }) => (
  <>
    <Compared shown={shown} />
    <p class="claimed">
      <Claim shown={shown} />.
    </p>
    <p class="said">
      <Letter of="R" /> is data too: what stands in its column is the error of the estimate and no difference.
      The divergences are of the shares of a thousand points in the cells, the distance is that of the first
      hundred points. Smoothed is with half a point more in each cell.
    </p>
  </>
);

/** Which round is seen: that of the setting, or the last one that has been reached. */
export const Seen = ({ shown }: { readonly shown: Shown }) => {
  const givens = settingGivens({ ...shown.task, rounds: shown.round });
  return (
    <p class="shown" data-givens={JSON.stringify(givens)}>
      After round <span data-given="rounds">{givens['rounds']}</span>: the generator has learnt{' '}
      <span data-given="steps">{givens['steps']}</span> times, from seed{' '}
      <span data-given="seed">{givens['seed']}</span>.
    </p>
  );
};

/** How many of the points are near each mode, of the data and of the generator. */
export const Table = ({ shown }: { readonly shown: Shown }) => {
  const made = modesOf('made', shown);
  const other = modesOf('floor', shown);
  const givens = { f: made.map(String), g: other.map(String) };
  return (
    <table class="modes" data-givens={JSON.stringify(givens)}>
      <caption>Points near each mode</caption>
      <tbody>
        {(
          [
            ['made', 'f', made],
            ['floor', 'g', other],
          ] as const
        ).map(([side, letter, counts]) => (
          <tr key={side}>
            <th scope="row">{sideWords[side]}</th>
            {counts.map((count, mode) => (
              <td key={mode} data-given={`${letter}(${mode + 1})`}>
                {count}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** What is read aloud. */
export const spoken = (setting: Setting) => {
  const shown = shownAt(setting);
  if (!shown) return <>This state is still to be trained for.</>;
  return (
    <>
      <span data-givens={JSON.stringify(cellGivens(shown))}>
        {sides.map((side) => (
          <span key={side}>
            {divergenceWords.jsd}, data and {sideWords[side]}:{' '}
            <Quantity {...divergenceReading('jsd', side, shown)} />. Modes found:{' '}
            {foundWords(modesOf(side, shown))}.{' '}
          </span>
        ))}
      </span>
      <Claim shown={shown} />.
    </>
  );
};
