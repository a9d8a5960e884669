import { fields, integer, word } from '../frame/codec.ts';
import type { LivingModel } from '../frame/contract.ts';
import { lastStep } from './ladder.ts';
import { type Cloud, cloud, most, type Point } from './points.ts';
import { givens } from './readings.ts';
import type { Setting } from './solution.ts';

export const orders = ['1', '2', '3'] as const;
export const besides = ['potentials', 'nothing'] as const;

const points = (...triples: readonly (readonly [x: number, y: number, weight?: number])[]): Cloud =>
  triples.map(([x, y, weight = 1]): Point => ({ x, y, weight }));

const first: Setting = {
  P: points([8, 22, 2], [16, 62], [30, 88, 2], [38, 34, 3], [56, 60, 2]),
  Q: points([50, 8, 3], [70, 40, 2], [82, 78, 2], [92, 22]),
  order: '2',
  step: 6,
  chosen: 0,
  beside: 'potentials',
};

export const presets = [
  { shows: 'a blurred plan', setting: first },
  { shows: 'the exact plan', setting: { ...first, step: 0 } },
  { shows: 'independent', setting: { ...first, step: lastStep } },
  {
    shows: 'equal masses: an assignment',
    setting: {
      ...first,
      P: points([10, 14], [22, 44], [12, 78], [36, 62], [40, 22]),
      Q: points([60, 30], [58, 84], [78, 56], [90, 12], [88, 88]),
      order: '1',
      step: 0,
    },
  },
  {
    shows: 'further from itself than from Q',
    setting: { ...first, P: points([10, 50], [90, 50]), Q: points([50, 50]), step: 11 },
  },
  { shows: 'an equal pair', setting: { ...first, Q: first.P, step: 5 } },
  {
    shows: 'one point far away',
    setting: {
      ...first,
      P: points([10, 20], [20, 40], [10, 60], [30, 30], [34, 56]),
      Q: points([22, 14], [36, 44], [20, 74], [6, 42], [96, 92]),
      order: '3',
      step: 2,
    },
  },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

const written = fields('1', first, {
  P: cloud,
  Q: cloud,
  order: word(orders),
  step: integer(0, lastStep),
  chosen: integer(0, 2 * most - 1),
  beside: word(besides),
});

/** The lab without what it takes to solve its problems, which is fetched when it is touched. */
export const living: LivingModel<Setting> = {
  name: 'transport-plane',
  first,
  codec: {
    write: written.write,
    read: (text) => {
      const setting = written.read(text);
      return setting && setting.chosen < setting.P.length + setting.Q.length ? setting : undefined;
    },
  },
  givens,
};
