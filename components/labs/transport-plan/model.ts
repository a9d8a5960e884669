import { pointsOnLine, transportCost, wassersteinDistance } from '../../../src/core/index.ts';
import { rootOf } from '../../../src/core/transport/power-of-distances.ts';
import { fields, masses, word } from '../frame/codec.ts';
import type { LabModel } from '../frame/contract.ts';
import { decimalOf } from '../masses.ts';
import type { Reading } from '../reading.ts';
import {
  type CouplingName,
  couplingNames,
  entryExpression,
  type Plan,
  places,
  planOf,
  pmfOf,
} from './couplings.ts';

export const orders = ['1', '2', '3', 'inf'] as const;
/** The order of the distance; `inf` is the farthest that any mass moves. */
export type Order = (typeof orders)[number];

/** Two pmfs on the places, in millionths, and what is shown of them. */
export interface Setting {
  readonly P: readonly number[];
  readonly Q: readonly number[];
  readonly order: Order;
  readonly coupling: CouplingName;
}

const u = 2 ** -53;
const rounded = (value: number, roundings: number) =>
  ({ unit: '', value, relativeErrorBound: roundings * u, absoluteErrorBound: 0 }) as const;

const n = places.length;

/** The power of the distance between two places, which is an integer. */
const power = (x: number, y: number, order: number): number =>
  Array.from({ length: order }, () => Math.abs(x - y)).reduce((product, distance) => product * distance, 1);

const costs = new Map(
  [1, 2, 3].map((order) => [
    order,
    Float64Array.from(places.flatMap((x) => places.map((y) => power(x, y, order)))),
  ]),
);

/** What a plan costs, in the unit of the places: the root of the mean power of the distance, or the farthest move. */
function costOf({ masses: moved, total }: Plan, order: Order): number {
  if (order === 'inf') return costs.get(1)!.reduce((most, d, k) => (moved[k]! > 0 && d > most ? d : most), 0);
  return rootOf(transportCost(moved, costs.get(Number(order))!) / total, Number(order));
}

/** The same in the site's notation, of a plan with a given entry at x and y. */
function costExpression(entry: string, order: Order): string {
  if (order === 'inf') return `\\max_{x, y} \\1{${entry} > 0} \\lvert x - y \\rvert`;
  if (order === '1') return `\\sum_{x, y} ${entry} \\lvert x - y \\rvert`;
  if (order === '2') return `\\sqrt{\\sum_{x, y} ${entry} (x - y)^2}`;
  return `(\\sum_{x, y} ${entry} \\lvert x - y \\rvert^${order})^{1/${order}}`;
}

/** The cost of one of the couplings. */
export const costReading = (name: CouplingName, order: Order, { P, Q }: Setting): Reading => ({
  of: costExpression(entryExpression(name, 'x', 'y'), order),
  // An entry loses 4 u, the sum 2 u and the quotient one; no root loses more of it than it adds.
  ...rounded(costOf(planOf(name, P, Q), order), order === 'inf' ? 0 : 10),
});

/** The Wasserstein distance: what the cheapest of all couplings costs. */
export function distanceReading(order: Order, { P, Q }: Setting): Reading {
  const [mu, nu] = [P, Q].map((of) => pointsOnLine(places, pmfOf(of)));
  if (order === 'inf') {
    const value = wassersteinDistance(mu!, nu!, { order: Infinity });
    // The notation knows the infimum of means alone; of farthest moves the quantile coupling has the least.
    return { of: costExpression(entryExpression('quantile', 'x', 'y'), order), ...rounded(value, 0) };
  }
  return {
    of: `\\W{${order}}{P}{Q}`,
    ...rounded(wassersteinDistance(mu!, nu!, { order: Number(order) }), 8),
    ...(order === '1' && { certify: (core) => core.wassersteinDistance(mu!, nu!) }),
  };
}

/** What a coupling moves between two places; undefined where it moves nothing. */
export function entryReading(
  name: CouplingName,
  x: number,
  y: number,
  { masses: moved, total }: Plan,
): Reading | undefined {
  const mass = moved[(x - 1) * n + y - 1]!;
  return mass > 0
    ? { of: entryExpression(name, String(x), String(y)), ...rounded(mass / total, 5) }
    : undefined;
}

const entries = (name: CouplingName, { P, Q }: Setting): readonly Reading[] => {
  const plan = planOf(name, P, Q);
  return places.flatMap((x) => places.flatMap((y) => entryReading(name, x, y, plan) ?? []));
};

const first: Setting = {
  P: [400_000, 300_000, 200_000, 100_000],
  Q: [100_000, 100_000, 300_000, 500_000],
  order: '1',
  coupling: 'quantile',
};

export const presets = [
  { shows: 'mass that moves right', setting: first },
  {
    shows: 'the script’s pair',
    setting: { ...first, P: [100_000, 200_000, 700_000, 0], Q: [800_000, 100_000, 100_000, 0] },
  },
  { shows: 'independent', setting: { ...first, coupling: 'product' } },
  { shows: 'to a point, only one way', setting: { ...first, Q: [0, 0, 1_000_000, 0], coupling: 'product' } },
  {
    shows: 'a little mass, far away',
    setting: { ...first, P: [1_000_000, 0, 0, 0], Q: [980_000, 0, 0, 20_000], order: 'inf' },
  },
  { shows: 'equal, and yet moved', setting: { ...first, Q: first.P, coupling: 'reversed' } },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

export const model: LabModel<Setting> = {
  name: 'transport-plan',
  first,
  codec: fields('1', first, {
    P: masses(n, n),
    Q: masses(n, n),
    order: word(orders),
    coupling: word(couplingNames),
  }),
  givens: ({ P, Q }) => ({ P: P.map(decimalOf), Q: Q.map(decimalOf) }),
  readings: (setting) => [
    ...orders.flatMap((order) => [
      distanceReading(order, setting),
      ...couplingNames.map((name) => costReading(name, order, setting)),
    ]),
    ...couplingNames.flatMap((name) => entries(name, setting)),
  ],
};
