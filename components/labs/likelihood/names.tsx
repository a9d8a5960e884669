import type { ComponentChildren } from 'preact';
import { Call, Letter, quantityNames } from '../notation.tsx';
import type { LineName } from './model.ts';

export const names: Readonly<Record<LineName, ComponentChildren>> = {
  likelihood: quantityNames['\\CE{P}{Q}'],
  divergence: quantityNames['\\KL{P}{Q}'],
  entropy: quantityNames['\\H{P}'],
  limit: <Call name={<Letter of="H" />} of={['R', 'Q']} />,
};
