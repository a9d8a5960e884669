import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { couplingNames, places, planOf } from '../../components/labs/transport-plan/couplings.ts';
import { barWidth, middleOf, ribbonsOf } from '../../components/labs/transport-plan/layout.ts';
import {
  costReading,
  distanceReading,
  model,
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
        const ribbons = ribbonsOf(plan);
        expect(ribbons).toHaveLength(plan.masses.filter((mass) => mass > 0).length);
        for (const place of places) {
          const foot = ribbons.filter(({ x }) => x === place).sort((a, b) => a.from - b.from);
          let edge = middleOf(place) - (barWidth * P[place - 1]!) / whole / 2;
          for (const { from, width } of foot) {
            expect(from).toBeCloseTo(edge, 12);
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
