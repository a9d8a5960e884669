import type { ComponentChildren } from 'preact';
import { Call, Letter, quantityNames } from '../notation.tsx';
import type { CandidateName } from './model.ts';

const pair = ['P', 'Q'];
const indexed = (letter: string, index: ComponentChildren): ComponentChildren => (
  <span data-sym="">
    <Call
      name={
        <>
          <Letter of={letter} />
          <sub>{index}</sub>
        </>
      }
      of={pair}
    />
  </span>
);

/** As the notation writes them, on outcomes one step apart and, for the last but one, at ε equal to one. */
export const names: Readonly<Record<CandidateName, ComponentChildren>> = {
  kl: quantityNames['\\KL{P}{Q}'],
  jeffreys: <Call name={<Letter of="J" />} of={pair} />,
  bhattacharyya: <Call name={<Letter of="B" />} of={pair} />,
  jsd: quantityNames['\\JSD{P}{Q}'],
  tv: quantityNames['\\TV{P}{Q}'],
  hellinger: (
    <span data-sym="">
      <Letter of="d" />
      <sub>H</sub>
      <sup>2</sup>(<Letter of="P" />, <Letter of="Q" />)
    </span>
  ),
  w1: indexed('W', '1'),
  w2: indexed('W', '2'),
  sinkhorn: indexed('S', '1, 1'),
  energy: <Call name="ED" of={pair} />,
};
