import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costsOf } from '../../components/labs/transport-plane/exact.ts';
import { lastStep } from '../../components/labs/transport-plane/ladder.ts';
import { model } from '../../components/labs/transport-plane/model.ts';
import { presets } from '../../components/labs/transport-plane/setting.ts';
import type { Setting } from '../../components/labs/transport-plane/solution.ts';
import { grown, levelled, moved, shrunk } from '../../components/labs/transport-plane/moves.ts';
import { cloud, most, totalOf } from '../../components/labs/transport-plane/points.ts';
import {
  divergenceReading,
  leastReading,
  movedReading,
  potentialReading,
  selfReading,
  worthReading,
} from '../../components/labs/transport-plane/readings.ts';
import { inMotion, solve } from '../../components/labs/transport-plane/solver.ts';
import { oracleValue } from '../formula/oracle-value.ts';
import { lab } from './settings/transport-plane.ts';

const of = (shows: string): Setting => presets.find((preset) => preset.shows === shows)!.setting;
const { first } = model;
const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe('the exact plan', () => {
  test('its rows and columns sum to the masses exactly, as integers', () => {
    fc.assert(
      fc.property(lab.settings, (setting) => {
        const { P, Q } = setting;
        const { plan, whole } = solve(setting).exact;
        expect(plan.every((parts) => parts >= 0)).toBe(true);
        for (const [i, { weight }] of P.entries())
          expect(sum(Q.map((_, j) => plan[i * Q.length + j]!)) * totalOf(P)).toBe(weight * whole);
        for (const [j, { weight }] of Q.entries())
          expect(sum(P.map((_, i) => plan[i * Q.length + j]!)) * totalOf(Q)).toBe(weight * whole);
      }),
    );
  });

  test('its potentials undercut every cost, and earn what it costs', () => {
    fc.assert(
      fc.property(lab.settings, (setting) => {
        const { P, Q, order } = setting;
        const cost = costsOf(P, Q, order);
        const values = [...P, ...Q].map((_, k) => potentialReading(k, setting, solve(setting)).value);
        for (const [k, price] of cost.entries()) {
          const [i, j] = [Math.floor(k / Q.length), k % Q.length];
          expect(values[i]! + values[P.length + j]!).toBeLessThanOrEqual(price + 1e-12);
        }
        const earned =
          sum(P.map(({ weight }, i) => (weight * values[i]!) / totalOf(P))) +
          sum(Q.map(({ weight }, j) => (weight * values[P.length + j]!) / totalOf(Q)));
        expect(Math.abs(earned - leastReading(setting, solve(setting)).value)).toBeLessThan(1e-12);
      }),
    );
  });

  test('equal masses make it an assignment: one pair for each point', () => {
    const { plan } = solve(of('equal masses: an assignment')).exact;
    expect(plan.filter((parts) => parts > 0)).toHaveLength(5);
  });

  test('by the square, two points that would cross are joined so that the sum of the squares is least', () => {
    const setting = {
      ...first,
      P: [
        { x: 0, y: 0, weight: 1 },
        { x: 100, y: 0, weight: 1 },
      ],
      Q: [
        { x: 100, y: 50, weight: 1 },
        { x: 0, y: 50, weight: 1 },
      ],
    };
    expect(solve(setting).exact.plan).toEqual([0, 1, 1, 0]);
    expect(leastReading(setting, solve(setting)).value).toBe(0.25);
  });
});

const costAt = (step: number): number => {
  const setting = { ...first, step };
  return movedReading(setting, solve(setting)).value;
};

describe('the blurred plan', () => {
  test('costs at least the exact one, and at most the independent one, and more with every step of ε', () => {
    const costs = Array.from({ length: lastStep + 1 }, (_, step) => costAt(step));
    expect(costs.toSorted((a, b) => a - b)).toEqual(costs);
    expect(new Set(costs).size).toBe(costs.length);
  });

  test('its bounds hold also where the iteration ended before it met its rule', () => {
    const setting: Setting = {
      ...levelled(of('equal masses: an assignment')),
      order: '1',
      step: 1,
    };
    for (const reading of [movedReading(setting, solve(setting)), worthReading(setting, solve(setting))]) {
      const exact = new Decimal(oracleValue(reading.of, model.givens(setting)));
      expect(exact.minus(reading.value).abs().toNumber()).toBeLessThanOrEqual(reading.absoluteErrorBound);
      expect(reading.absoluteErrorBound).toBeLessThan(1e-3);
    }
  });

  test('two halves and themselves: the closed form', () => {
    const setting = of('further from itself than from Q');
    expect(selfReading('P', setting, solve(setting))!.value).toBeCloseTo(
      Math.log(2 / (1 + Math.exp(-0.64))),
      12,
    );
    expect(worthReading(setting, solve(setting)).value).toBeCloseTo(0.16, 14);
    expect(divergenceReading(setting, solve(setting)).value).toBeGreaterThan(0);
  });

  test('of a cloud and itself the divergence vanishes, and the regularised cost does not', () => {
    const setting = of('an equal pair');
    expect(Math.abs(divergenceReading(setting, solve(setting)).value)).toBeLessThan(1e-11);
    expect(worthReading(setting, solve(setting)).value).toBeGreaterThan(0.05);
  });

  test('its ends are the exact plan and the product of the masses', () => {
    const ends = [0, lastStep].map((step) => solve({ ...first, step }).plan);
    const { plan, whole } = solve(first).exact;
    expect([...ends[0]!]).toEqual(plan.map((parts) => parts / whole));
    const [a, b] = [totalOf(first.P), totalOf(first.Q)];
    expect(ends[1]![0]).toBe((first.P[0]!.weight * first.Q[0]!.weight) / (a * b));
  });

  test('while a point moves, what is drawn is near it, or nothing is', () => {
    fc.assert(
      fc.property(lab.settings, (setting) => {
        const [rough, full] = [inMotion(setting).plan, solve(setting).plan];
        if (!rough) return;
        expect(sum(rough.map((mass, k) => Math.abs(mass - full[k]!)))).toBeLessThan(0.2);
      }),
      { numRuns: 40 },
    );
  });
});

describe('points', () => {
  test('a link takes three characters for each', () => {
    expect(cloud.write([{ x: 0, y: 0, weight: 1 }])).toBe('000');
    expect(cloud.write([{ x: 100, y: 100, weight: 9 }])).toHaveLength(3);
    expect(cloud.read('zzz')).toBeUndefined();
  });

  test('come and go, and the chosen one is always there', () => {
    let setting = first;
    for (let k = 0; k < 12; k++) setting = grown(setting, 'P');
    expect(setting.P).toHaveLength(most);
    for (let k = 0; k < 12; k++) setting = shrunk(setting);
    expect(setting.chosen).toBeLessThan(setting.P.length + setting.Q.length);
    expect(moved(setting, 0, { x: 7 }).P[0]!.x).toBe(7);
  });
});
