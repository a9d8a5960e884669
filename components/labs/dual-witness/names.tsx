import type { ComponentChildren } from 'preact';
import { Letter } from '../notation.tsx';

const Mean = ({ of }: { readonly of: string }) => (
  <>
    E
    <sub>
      <Letter of={of} />
    </sub>
    <Letter of="f" />
  </>
);

const Sums = ({ of }: { readonly of: string }) => (
  <>
    <Letter of="F" />
    <sub>
      <Letter of={of} />
    </sub>
  </>
);

export const best = (
  <>
    <Letter of="f" />*
  </>
);

/** How far Q is ahead of P, counted from the left. */
export const ahead = (
  <>
    <Sums of="Q" /> − <Sums of="P" />
  </>
);

const earned = (
  <>
    <Mean of="P" /> − <Mean of="Q" />
  </>
);

const distance = (
  <>
    <Letter of="W" />
    <sub data-sym="">1</sub>(<Letter of="P" />, <Letter of="Q" />)
  </>
);

export const quantities = ['P', 'Q', 'earned', 'distance', 'gap'] as const;
export type QuantityName = (typeof quantities)[number];

export const names: Readonly<Record<QuantityName, ComponentChildren>> = {
  P: <Mean of="P" />,
  Q: <Mean of="Q" />,
  earned,
  distance,
  gap: (
    <>
      {distance} − ({earned})
    </>
  ),
};

export const wordsOf: Readonly<Record<QuantityName, string>> = {
  P: 'mean of f under P',
  Q: 'mean of f under Q',
  earned: 'difference of the means of f under P and under Q',
  distance: 'Wasserstein distance of order one of P and Q',
  gap: 'what the distance is more than that difference',
};
