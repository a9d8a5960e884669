import type { Reading } from '../reading.ts';
import { type Bound, jointOf } from './bounds.ts';
import { type Paired, sideReadings } from './readings.ts';

/** The theorems that speak of the pair. */
export const boundsOf = (setting: Paired): readonly Bound[] =>
  jointOf[setting.joint].bounds.filter(({ where }) => where?.(setting) ?? true);

/** What a theorem allows for the pair. */
export function boundOfPair({ curve, value, of }: Bound, setting: Paired): Reading {
  const [{ value: x }] = sideReadings(setting);
  return {
    of,
    unit: '',
    value: (value ? value(setting) : curve(x, setting)) + 0,
    // The functions lose no more than a factor of sixty where the divergences of three outcomes in millionths can lie.
    relativeErrorBound: 2 ** -42,
    absoluteErrorBound: 0,
  };
}

export const boundReadings = (setting: Paired): readonly Reading[] =>
  boundsOf(setting).map((bound) => boundOfPair(bound, setting));
