import { certainText } from '../../src/core/index.ts';
import { coreBounds } from './reading.ts';

/** A round number on an axis, in full: 0.15, 2, 1.5 × 10⁻⁶. */
export const tickLabel = (value: number): string =>
  value === 0 || (value >= 1e-4 && value < 1e6)
    ? String(value)
    : certainText({ value, ...coreBounds }, Number(value.toExponential(0)) === value ? 1 : 2);
