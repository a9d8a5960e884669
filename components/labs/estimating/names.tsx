import type { ComponentChildren } from 'preact';
import { Call, Formula, Letter, quantityNames } from '../notation.tsx';
import type { Kind } from './kinds.ts';
import type { Parameter } from './setting.ts';

export const kindNames: Readonly<Record<Kind, string>> = {
  bins: 'divergence, from bins',
  neighbours: 'divergence, from neighbours',
  plugIn: 'entropy, from bins',
  corrected: 'entropy, corrected',
  transport: 'Wasserstein distance',
  cube: 'Wasserstein distance, by dimension',
};

const divergenceName = <Formula words="KL divergence of P from Q">{quantityNames['\\KL{P}{Q}']}</Formula>;
const entropyName = <Formula words="entropy of P over the bins">{quantityNames['\\H{P}']}</Formula>;
const distanceName = (
  <Formula words="Wasserstein distance of order one of P and Q">
    <span data-sym="">
      <Call
        name={
          <>
            <Letter of="W" />
            <sub>1</sub>
          </>
        }
        of={['P', 'Q']}
      />
    </span>
  </Formula>
);

/** What is estimated. */
export const truthNames: Readonly<Record<Kind, ComponentChildren>> = {
  bins: divergenceName,
  neighbours: divergenceName,
  plugIn: entropyName,
  corrected: entropyName,
  transport: distanceName,
  cube: distanceName,
};

export const told: Readonly<Record<Kind, string>> = {
  bins: 'Few bins take away what the estimate could see, for samples of every size. Many bins add to it while the sample is small, and make it infinite where one that P has seen is empty in Q.',
  neighbours:
    'No bins: near each draw, the distances to the nearest others tell which density is greater. Their scatter is large, and the estimate may be below zero.',
  plugIn:
    'The entropy is concave, so the shares of a sample have less of it on average than what was sampled: by about the number of bins less one over twice the number of draws.',
  corrected:
    'Miller and Madow add the expected error, for the bins that were seen. What is left is small once all bins have been seen; the spread stays.',
  transport:
    'A plan fits the draws to each other as well as it can, so on average the samples are further apart than what was sampled, most of all where that is the same.',
  cube: 'Both samples are uniform on the unit interval, square or cube, so the true distance is zero. It is approached at a rate that is the worse the more dimensions there are: dashed, the powers that theory gives, one half, one half and one third, without the logarithm of the square.',
};

export const axisNames: Readonly<Record<Kind, string>> = {
  bins: 'estimate, in nats',
  neighbours: 'estimate, in nats',
  plugIn: 'estimate, in nats',
  corrected: 'estimate, in nats',
  transport: 'distance of two samples',
  cube: 'distance of two samples',
};

export const dimensionNames = ['interval', 'square', 'cube'] as const;

export const parameterNames: Readonly<
  Record<Parameter, { readonly label: string; readonly symbol: ComponentChildren }>
> = {
  mean: {
    label: 'the mean of Q; that of P is zero',
    symbol: (
      <>
        mean of <Letter of="Q" />
      </>
    ),
  },
  width: {
    label: 'the standard deviation of Q; that of P is one',
    symbol: (
      <>
        width of <Letter of="Q" />
      </>
    ),
  },
  bins: { label: 'the number of bins', symbol: 'bins' },
  neighbours: { label: 'which nearest neighbour is used', symbol: 'neighbour' },
  seed: { label: 'the seed of all samples', symbol: 'seed' },
};
