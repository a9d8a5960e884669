import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  couplingNames,
  gluedPlan,
  passagesOf,
  planOf,
} from '../../components/labs/transport-plan/couplings.ts';
import { barWidth, endOf, middleOf } from '../../components/labs/transport-plan/heights.ts';
import { heightsOf, ribbonsOf } from '../../components/labs/transport-plan/layout.ts';
import { places } from '../../components/labs/transport-plan/places.ts';
import {
  costReading,
  distanceReading,
  glued,
  gluedReadings,
  model,
  orders,
  type Order,
  type Setting,
} from '../../components/labs/transport-plan/model.ts';
import { whole } from '../../components/labs/masses.ts';
import { oracleValue } from '../formula/oracle-value.ts';
import { lab } from './settings/transport-plan.ts';

const n = places.length;
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

describe.each(couplingNames)('the %s coupling', (name) => {
  test('has the masses of P and of Q for the sums of its rows and columns', () => {
    fc.assert(
      fc.property(lab.settings, ({ P, Q }) => {
        const { masses, total } = planOf(name, P, Q);
        for (const [k, place] of places.entries()) {
          const row = places.map((_, y) => masses[k * n + y]! / total);
          const column = places.map((_, x) => masses[x * n + k]! / total);
          expect(sum(row), `row ${place}`).toBeCloseTo(P[k]! / whole, 14);
          expect(sum(column), `column ${place}`).toBeCloseTo(Q[k]! / whole, 14);
        }
      }),
    );
  });

  test('is drawn with a ribbon for each pair that it joins, and nothing but them in the middle of each foot', () => {
    fc.assert(
      fc.property(lab.settings, ({ P, Q }) => {
        const plan = planOf(name, P, Q);
        const ribbons = ribbonsOf(passagesOf(plan), heightsOf.two);
        expect(ribbons).toHaveLength(plan.masses.filter((mass) => mass > 0).length);
        for (const place of places) {
          const foot = ribbons
            .filter(({ passage }) => passage.x === place)
            .sort((a, b) => a.stops[0]!.x - b.stops[0]!.x);
          let edge = middleOf(place) - (barWidth * P[place - 1]!) / whole / 2;
          for (const { stops, width } of foot) {
            expect(stops[0]!.x).toBeCloseTo(edge, 12);
            edge += width;
          }
        }
      }),
    );
  });
});

/** The least and the greatest mean power over all couplings, as the linear programme of the oracle finds them. */
function extremes(setting: Setting, order: Exclude<Order, 'inf'>): Record<'least' | 'greatest', number> {
  const over = (signs: string) =>
    `\\inf_{\\gamma \\in \\Pi(P, Q)} \\sum_{x, y} \\gamma(x, y) (${signs}\\lvert x - y \\rvert^${order})`;
  const value = (of: string): number => Number(oracleValue(of, model.givens(setting)));
  return {
    least: value(over('')) ** (1 / Number(order)),
    greatest: value(`-${over('-')}`) ** (1 / Number(order)),
  };
}

test('no coupling costs less than the one that joins quantiles, and none more than the reversed one', () => {
  fc.assert(
    fc.property(lab.settings, (setting) => {
      for (const order of ['1', '2', '3'] as const) {
        const { least, greatest } = extremes(setting, order);
        expect(costReading('quantile', order, setting).value).toBeCloseTo(least, 12);
        expect(distanceReading(order, setting).value).toBeCloseTo(least, 12);
        expect(costReading('reversed', order, setting).value).toBeCloseTo(greatest, 12);
      }
    }),
    { numRuns: 40 },
  );
});

test('the farthest move is what the cost tends to as the order grows', () => {
  const setting = { ...model.first, P: [whole, 0, 0, 0], Q: [980_000, 0, 0, 20_000] };
  expect(distanceReading('inf', setting).value).toBe(3);
  expect(distanceReading('1', setting).value).toBeCloseTo(0.06, 15);
  expect(costReading('reversed', 'inf', { ...model.first, Q: model.first.P }).value).toBe(3);
});

describe('two couplings glued together', () => {
  test('have both of them for marginals, and are a coupling of the first and the last row', () => {
    fc.assert(
      fc.property(lab.settings, (setting) => {
        const { P, Q, R, coupling } = setting;
        const passages = glued(setting);
        const moved = (of: (passage: (typeof passages)[number]) => boolean): number =>
          sum(passages.filter(of).map(({ mass }) => mass));
        const [to, on] = [planOf(coupling, P, Q), planOf(coupling, Q, R)];
        for (const a of places)
          for (const b of places) {
            const k = (a - 1) * n + b - 1;
            expect(moved(({ x, y }) => x === a && y === b)).toBeCloseTo(to.masses[k]! / to.total, 13);
            expect(moved(({ y, z }) => y === a && z === b)).toBeCloseTo(on.masses[k]! / on.total, 13);
          }
        const { masses } = gluedPlan(passages);
        for (const [k] of places.entries()) {
          expect(sum(places.map((_, z) => masses[k * n + z]!))).toBeCloseTo(P[k]! / whole, 13);
          expect(sum(places.map((_, x) => masses[x * n + k]!))).toBeCloseTo(R[k]! / whole, 13);
        }
      }),
    );
  });

  test('cost at least the distance of the ends, and at most both couplings together', () => {
    fc.assert(
      fc.property(lab.settings, (setting) => {
        for (const order of orders) {
          const { both, glued: cost } = gluedReadings(order, setting);
          const rounding = 1e-13;
          expect(cost.value).toBeLessThanOrEqual(both.value + rounding);
          expect(cost.value).toBeGreaterThanOrEqual(
            distanceReading(order, setting, ['P', 'R']).value - rounding,
          );
        }
      }),
    );
  });

  test('may cost more than the cheapest coupling of the ends', () => {
    const setting: Setting = { ...model.first, rows: 'three', R: model.first.P };
    expect(distanceReading('1', setting, ['P', 'R']).value).toBe(0);
    expect(gluedReadings('1', setting).glued.value).toBeGreaterThan(0.1);
  });

  test('are drawn through the bars of the middle row', () => {
    const { Q } = model.first;
    const heights = heightsOf.three;
    for (const { stops, passage } of ribbonsOf(glued(model.first), heights, Q)) {
      const middle = endOf(heights, 'Q', Q[passage.y - 1]!);
      expect(stops.map(({ y }) => y)).toEqual([heights.P, heights.Q, middle, heights.R]);
    }
  });
});
