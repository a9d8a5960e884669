import type { Reading } from '../reading.ts';
import { type Bound, type JointName, jointOf } from './bounds.ts';
import type { Pair } from './exact-bounds.ts';
import { namedReading } from './readings.ts';

interface Paired extends Pair {
  readonly joint: JointName;
}

/** The two divergences of the pair. */
export const sideReading = (side: 'x' | 'y', { P, Q, joint }: Paired): Reading =>
  namedReading(jointOf[joint][side], P, Q);

/** The theorems that speak of the pair. */
export const boundsOf = (setting: Paired): readonly Bound[] =>
  jointOf[setting.joint].bounds.filter(({ where }) => where?.(setting) ?? true);

/** What a theorem allows for the pair. */
export function boundOfPair({ curve, value, of }: Bound, setting: Paired): Reading {
  const { value: x } = sideReading('x', setting);
  return {
    of,
    unit: '',
    value: (value ? value(setting) : curve(x, setting)) + 0,
    // The functions lose no more than a factor of sixty where the divergences of three outcomes in millionths can lie.
    relativeErrorBound: 2 ** -42,
    absoluteErrorBound: 0,
  };
}

export const jointReadings = (setting: Paired): readonly Reading[] => [
  sideReading('x', setting),
  sideReading('y', setting),
  ...boundsOf(setting).map((bound) => boundOfPair(bound, setting)),
];
