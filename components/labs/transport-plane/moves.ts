import { added, fewest, most, type Point } from './points.ts';
import type { Setting } from './solution.ts';

export type Side = 'P' | 'Q';

/** The points of P come first, then those of Q: which one stands at an index. */
export const sideAt = ({ P }: Pick<Setting, 'P'>, k: number): readonly [side: Side, index: number] =>
  k < P.length ? ['P', k] : ['Q', k - P.length];

export function pointAt(setting: Setting, k: number): Point {
  const [side, index] = sideAt(setting, k);
  return setting[side][index]!;
}

/** A point with some of it changed; it is the chosen one from then on. */
export function moved(setting: Setting, k: number, change: Partial<Point>): Setting {
  const [side, index] = sideAt(setting, k);
  const cloud = setting[side].map((point, i) => (i === index ? { ...point, ...change } : point));
  return { ...setting, [side]: cloud, chosen: k };
}

export const chosen = (setting: Setting, k: number): Setting => ({ ...setting, chosen: k });

/** One point more, which is chosen. */
export function grown(setting: Setting, side: Side): Setting {
  if (setting[side].length >= most) return setting;
  const cloud = added(setting[side]);
  return {
    ...setting,
    [side]: cloud,
    chosen: side === 'P' ? cloud.length - 1 : setting.P.length + cloud.length - 1,
  };
}

/** Without the chosen point, unless it is the only one of its cloud. */
export function shrunk(setting: Setting): Setting {
  const [side, index] = sideAt(setting, setting.chosen);
  if (setting[side].length <= fewest) return setting;
  const cloud = setting[side].filter((_, i) => i !== index);
  return { ...setting, [side]: cloud, chosen: Math.max(0, setting.chosen - 1) };
}

/** All points of both clouds weigh the same. */
export const levelled = (setting: Setting): Setting => ({
  ...setting,
  P: setting.P.map((point) => ({ ...point, weight: 1 })),
  Q: setting.Q.map((point) => ({ ...point, weight: 1 })),
});
