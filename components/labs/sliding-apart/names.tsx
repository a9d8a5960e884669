import type { ComponentChildren } from 'preact';
import { Call, Letter, quantityNames } from '../notation.tsx';
import type { QuantityName } from './model.ts';

export const names: Readonly<Record<QuantityName, ComponentChildren>> = {
  kl: quantityNames['\\KL{P}{Q}'],
  jsd: quantityNames['\\JSD{P}{Q}'],
  tv: quantityNames['\\TV{P}{Q}'],
  w: (
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
  ),
};
