import type { ComponentChildren } from 'preact';
import { Call, Formula, Letter } from '../notation.tsx';
import type { DivergenceName, Side } from './model.ts';
import { found } from './modes.ts';
import type { DataName, LossName, Pace } from './task.ts';

const Digit = ({ of }: { readonly of: number }) => <span data-sym="">{of}</span>;

export const dataWords: Readonly<Record<DataName, string>> = {
  ring: 'a ring of eight',
  grid: 'a grid of nine',
  blobs: 'two blobs',
};

export const lossNamed: Readonly<Record<LossName, ComponentChildren>> = {
  original: (
    <>
      original: log(
      <Digit of={1} /> − <Letter of="D" />)
    </>
  ),
  other: (
    <>
      non-saturating: −log <Letter of="D" />
    </>
  ),
  wasserstein: <>Wasserstein, with a gradient penalty</>,
};

export const paceWords: Readonly<Record<Pace, string>> = {
  fifth: 'every fifth time',
  once: 'once',
  twice: 'twice',
  five: 'five times',
};

const letterOf = { made: 'Q', floor: 'R' } as const;
export const sideWords: Readonly<Record<Side, string>> = {
  made: 'what the generator makes',
  floor: 'other data',
};

export const Against = ({ side }: { readonly side: Side }) => <Letter of={letterOf[side]} />;

const named: Readonly<Record<DivergenceName, ComponentChildren>> = {
  jsd: <Call name="JSD" of={['P', '·']} />,
  forward: <Call name={<Letter of="D" />} of={['P', '·']} bars />,
  reverse: <Call name={<Letter of="D" />} of={['·', 'P']} bars />,
  smoothed: (
    <>
      <Call name={<Letter of="D" />} of={['P', '·']} bars />, smoothed
    </>
  ),
};
export const divergenceWords: Readonly<Record<DivergenceName, string>> = {
  jsd: 'Jensen–Shannon divergence of the cells',
  forward: 'divergence of the data from it in the cells',
  reverse: 'divergence of it from the data in the cells',
  smoothed: 'divergence of the data from it, with half a point added to each cell',
};
export const Divergence = ({ name }: { readonly name: DivergenceName }) => (
  <Formula words={divergenceWords[name]}>{named[name]}</Formula>
);
export const Moved = () => (
  <Formula words="Wasserstein distance of the first hundred points">
    <Letter of="W" />
    <sub>
      <Digit of={1} />
    </sub>
    (<Letter of="P" />, ·)
  </Formula>
);

const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** How many modes are found, in words. */
export const foundWords = (counts: readonly number[]): string =>
  `${numbers[found(counts)]!} of ${numbers[counts.length]!}`;
