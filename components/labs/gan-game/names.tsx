import type { ComponentChildren } from 'preact';
import { Letter, quantityNames } from '../notation.tsx';
import type { GameName, LossName } from './model.ts';

const Digit = ({ of }: { readonly of: number }) => <span data-sym="">{of}</span>;

/** The average over Q. */
const Average = () => (
  <>
    E
    <sub>
      <Letter of="Q" />
    </sub>
  </>
);

export const best = (
  <>
    <Letter of="D" />*
  </>
);

export const names: Readonly<Record<LossName | GameName, ComponentChildren>> = {
  value: (
    <>
      <Letter of="V" />(<Letter of="D" />)
    </>
  ),
  best: (
    <>
      <Letter of="V" />({best}) = <Digit of={2} />
      &thinsp;{quantityNames['\\JSD{P}{Q}']} − <Digit of={2} />
      &thinsp;log&thinsp;
      <Digit of={2} />
    </>
  ),
  lost: (
    <>
      <Letter of="V" />({best}) − <Letter of="V" />(<Letter of="D" />)
    </>
  ),
  game: (
    <>
      <Average /> log(
      <Digit of={1} /> − <Letter of="D" />)
    </>
  ),
  other: (
    <>
      −<Average /> log <Letter of="D" />
    </>
  ),
  w: (
    <>
      <Letter of="W" />
      <sub>
        <Digit of={1} />
      </sub>
      (<Letter of="P" />, <Letter of="Q" />)
    </>
  ),
};

/** Where there is room for no more. */
export const shortNames: Readonly<Record<LossName, ComponentChildren>> = {
  ...names,
  best: (
    <>
      <Letter of="V" />({best})
    </>
  ),
};
