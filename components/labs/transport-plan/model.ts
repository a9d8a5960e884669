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
  gluedExpression,
  gluedPassages,
  gluedPlan,
  type Leg,
  type Passage,
  type Plan,
  planOf,
} from './couplings.ts';
import { places, pmfOf } from './places.ts';

export const orders = ['1', '2', '3', 'inf'] as const;
/** The order of the distance; `inf` is the farthest that any mass moves. */
export type Order = (typeof orders)[number];

export const rowCounts = ['two', 'three'] as const;

/** Three pmfs on the places, in millionths, of which the last may be out of sight, and what is shown of them. */
export interface Setting {
  readonly P: readonly number[];
  readonly Q: readonly number[];
  readonly order: Order;
  readonly coupling: CouplingName;
  readonly R: readonly number[];
  readonly rows: (typeof rowCounts)[number];
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
function costExpression(entry: string, order: Order, to: 'y' | 'z' = 'y'): string {
  const distance = `\\lvert x - ${to} \\rvert`;
  if (order === 'inf') return `\\max_{x, ${to}} \\1{${entry} > 0} ${distance}`;
  if (order === '1') return `\\sum_{x, ${to}} ${entry} ${distance}`;
  if (order === '2') return `\\sqrt{\\sum_{x, ${to}} ${entry} (x - ${to})^2}`;
  return `(\\sum_{x, ${to}} ${entry} ${distance}^${order})^{1/${order}}`;
}

/** The cost of one of the couplings. */
export const costReading = (
  name: CouplingName,
  order: Order,
  setting: Setting,
  leg: Leg = ['P', 'Q'],
): Reading => ({
  of: costExpression(entryExpression(name, 'x', 'y', leg), order),
  // An entry loses 4 u, the sum 2 u and the quotient one; no root loses more of it than it adds.
  ...rounded(costOf(planOf(name, setting[leg[0]], setting[leg[1]]), order), order === 'inf' ? 0 : 10),
});

/** The Wasserstein distance: what the cheapest of all couplings costs. */
export function distanceReading(order: Order, setting: Setting, leg: Leg = ['P', 'Q']): Reading {
  const [mu, nu] = leg.map((side) => pointsOnLine(places, pmfOf(setting[side])));
  if (order === 'inf') {
    const value = wassersteinDistance(mu!, nu!, { order: Infinity });
    // The notation knows the infimum of means alone; of farthest moves the quantile coupling has the least.
    return { of: costExpression(entryExpression('quantile', 'x', 'y', leg), order), ...rounded(value, 0) };
  }
  return {
    of: `\\W{${order}}{${leg[0]}}{${leg[1]}}`,
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

/** The two plans of the chosen kind, glued together at Q. */
export const glued = ({ P, Q, R, coupling }: Setting): readonly Passage[] =>
  gluedPassages(planOf(coupling, P, Q), planOf(coupling, Q, R), Q);

/** What the two plans cost together, and what the glued one costs. */
export function gluedReadings(order: Order, setting: Setting): Record<'both' | 'glued', Reading> {
  const { coupling } = setting;
  const [to, on] = [
    costReading(coupling, order, setting, ['P', 'Q']),
    costReading(coupling, order, setting, ['Q', 'R']),
  ];
  const exact = order === 'inf';
  return {
    both: { of: `(${to.of}) + (${on.of})`, ...rounded(to.value + on.value, exact ? 0 : 11) },
    glued: {
      of: costExpression(`(${gluedExpression(coupling, 'x', 'z')})`, order, 'z'),
      ...rounded(costOf(gluedPlan(glued(setting)), order), exact ? 0 : 24),
    },
  };
}

/** What the glued coupling moves between two places; undefined where it moves nothing. */
export function gluedEntry(
  name: CouplingName,
  x: number,
  z: number,
  { masses: moved }: Plan,
): Reading | undefined {
  const mass = moved[(x - 1) * n + z - 1]!;
  return mass > 0 ? { of: gluedExpression(name, String(x), String(z)), ...rounded(mass, 16) } : undefined;
}

/** What is shown of three rows besides. */
function readingsOfGlued(setting: Setting): readonly Reading[] {
  const plan = gluedPlan(glued(setting));
  return [
    ...orders.flatMap((order) => [
      costReading(setting.coupling, order, setting, ['Q', 'R']),
      distanceReading(order, setting, ['P', 'R']),
      ...Object.values(gluedReadings(order, setting)),
    ]),
    ...places.flatMap((x) => places.flatMap((z) => gluedEntry(setting.coupling, x, z, plan) ?? [])),
  ];
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
  R: [300_000, 400_000, 200_000, 100_000],
  rows: 'two',
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
  { shows: 'there and back, glued', setting: { ...first, rows: 'three' } },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

export const model: LabModel<Setting> = {
  name: 'transport-plan',
  first,
  codec: fields('1', first, {
    P: masses(n, n),
    Q: masses(n, n),
    order: word(orders),
    coupling: word(couplingNames),
    R: masses(n, n),
    rows: word(rowCounts),
  }),
  givens: ({ P, Q, R, rows }) => ({
    P: P.map(decimalOf),
    Q: Q.map(decimalOf),
    ...(rows === 'three' && { R: R.map(decimalOf) }),
  }),
  readings: (setting) => [
    ...orders.flatMap((order) => [
      distanceReading(order, setting),
      ...couplingNames.map((name) => costReading(name, order, setting)),
    ]),
    ...couplingNames.flatMap((name) => entries(name, setting)),
    ...(setting.rows === 'three' ? readingsOfGlued(setting) : []),
  ],
};
