import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCutOff, ringsOf, simplexField, type Weights } from '../../components/charts/simplex.ts';
import { whole } from '../../components/labs/masses.ts';
import { divergenceNames, divergenceOf, isMetric } from '../../components/labs/simplex-map/divergences.ts';
import {
  ballOf,
  landscape,
  levelOfBall,
  levelOfDifference,
  levelOfExcess,
} from '../../components/labs/simplex-map/landscape.ts';
import { model, pmfOf, reading, type Setting, verdictOf } from '../../components/labs/simplex-map/model.ts';
import { massesAt, nudged, placeOf } from '../../components/labs/simplex-map/triangle.ts';
import { fromWeights } from '../../src/core/index.ts';
import { lab, point } from './settings/simplex-map.ts';

const metrics = divergenceNames.filter(isMetric);
const others = divergenceNames.filter((by) => !isMetric(by));
const triple = fc.record({ P: point, Q: point, R: point });
const settingOf = (points: Partial<Setting>, rest: Partial<Setting>): Setting => ({
  ...model.first,
  ...points,
  ...rest,
});

test('the metrics are those that are called distances', () => {
  expect(metrics).toEqual(['root', 'tv', 'hellinger']);
});

describe.each(metrics)('of the metric %s', (by) => {
  test('no point is shaded, and no Q is a shorter detour', () => {
    fc.assert(
      fc.property(triple, (points) => {
        const setting = settingOf(points, { by, drawn: 'triangle' });
        expect(ringsOf(landscape(setting, 20), levelOfExcess)).toEqual([]);
        expect(verdictOf(setting)).not.toBe('shorter');
      }),
      { numRuns: 40 },
    );
  });
});

describe.each(others)('of %s, which is no metric', (by) => {
  test('every mixture of P and R is a shorter detour, where the straight way is finite', () => {
    fc.assert(
      fc.property(triple, fc.integer({ min: 1, max: 9 }), ({ P, R }, tenths) => {
        const Q = P.map((mass, x) => (tenths * mass + (10 - tenths) * R[x]!) / 10);
        const setting = settingOf({ P, Q, R }, { by });
        const apart = Math.max(...P.map((mass, x) => Math.abs(mass - R[x]!)));
        fc.pre(apart >= whole / 100);
        const expected = reading('straight', setting).value === Infinity ? 'endless' : 'shorter';
        expect(verdictOf(setting)).toBe(expected);
      }),
    );
  });

  test('a straight way that is infinite has no finite detour', () => {
    fc.assert(
      fc.property(triple, (points) => {
        const setting = settingOf(points, { by });
        if (reading('straight', setting).value === Infinity)
          expect(reading('detour', setting).value).toBe(Infinity);
      }),
    );
  });
});

test('a point is shaded exactly where the panel would call it shorter', () => {
  const steps = 20;
  fc.assert(
    fc.property(lab.settings, fc.nat(steps), fc.nat(steps), ({ P, R, by }, b, rest) => {
      const c = Math.min(rest, steps - b);
      const Q = [steps - b - c, b, c].map((part) => (part * whole) / steps);
      const setting = settingOf({ P, Q, R }, { by, drawn: 'triangle' });
      const { height } = landscape(setting, steps);
      expect(height(steps - b - c, b, c) >= levelOfExcess).toBe(verdictOf(setting) === 'shorter');
    }),
  );
});

const isOnSide = (weights: Weights): boolean => weights.some((weight) => weight === 0);

test('the rim of a ball has its radius, and the rim of the shade two ways of one length', () => {
  const inside = fc
    .record({ x: fc.double({ min: 0.4, max: 0.6, noNaN: true }), y: fc.constant(0.6) })
    .map(massesAt);
  fc.assert(
    fc.property(inside, inside, fc.constantFrom(...divergenceNames), (P, R, by) => {
      const { value } = divergenceOf(by);
      const p = pmfOf(P);
      const radius = 0.1;
      for (const [drawn, of] of [
        ['from', (x: Weights) => value(p, fromWeights(x))],
        ['to', (x: Weights) => value(fromWeights(x), p)],
      ] as const) {
        const rings = ringsOf(landscape(settingOf({ P }, { by, drawn }), 24), levelOfBall(radius), 12);
        expect(rings).toHaveLength(1);
        for (const x of rings.flat().filter((x) => !isOnSide(x))) expect(of(x)).toBeCloseTo(radius, 4);
      }
      const setting = settingOf({ P, R }, { by, drawn: 'triangle' });
      const straight = reading('straight', setting).value;
      const shade = ringsOf(landscape(setting, 24), levelOfExcess, 12);
      // However near P and R are.
      if (!isMetric(by) && straight > 0) expect(shade).toHaveLength(1);
      for (const x of shade.flat().filter((x) => !isOnSide(x))) {
        const other = fromWeights(x);
        const detour = value(p, other) + value(other, pmfOf(R));
        expect(Math.abs(detour / straight - 1)).toBeLessThan(1e-3);
      }
    }),
    { numRuns: 30 },
  );
});

test('the difference of both directions is nowhere drawn for a symmetric divergence', () => {
  for (const by of divergenceNames.filter((name) => divergenceOf(name).properties.symmetric)) {
    const field = landscape(settingOf({}, { by, drawn: 'asymmetry' }), 20);
    expect(ringsOf(field, levelOfExcess)).toEqual([]);
    expect(field.height(1, 2, 3)).toBe(0);
  }
  const field = landscape(settingOf({}, { by: 'kl', drawn: 'asymmetry' }), 20);
  expect(ringsOf(field, levelOfDifference(0.1)).length).toBeGreaterThan(0);
});

/** Whether a ring goes around a point: how often a line to the right of it crosses it. */
const goesAround = (ring: readonly Weights[], [, b, c]: Weights): boolean =>
  ring.filter(([, b1, c1], k) => {
    const [, b2, c2] = ring[(k + 1) % ring.length]!;
    return c1 > c !== c2 > c && b < b1 + ((c - c1) / (c2 - c1)) * (b2 - b1);
  }).length %
    2 ===
  1;

test('the ball around P reaches Q and no farther, however small it is', () => {
  fc.assert(
    fc.property(lab.settings, fc.constantFrom('from', 'to'), (given, drawn) => {
      const setting = settingOf(given, { drawn });
      const { field, level } = ballOf(setting, 24);
      fc.pre(level > -1 && level < 0);
      const [a, b, c] = setting.Q as Weights;
      expect(field.height(a, b, c)).toBe(level);
      expect(isCutOff(field, level)).toBe(false);
      expect(ringsOf(field, level).length).toBeGreaterThan(0);
    }),
  );
});

test('the rings part the points that reach a level from those that do not', () => {
  const steps = 9;
  fc.assert(
    fc.property(fc.array(fc.boolean(), { minLength: 55, maxLength: 55 }), (reaches) => {
      const order: Weights[] = [];
      const field = simplexField(steps, (...x) => (reaches[order.push(x) - 1] ? 1 : -2));
      const rings = ringsOf(field, 0);
      for (const [k, [, b, c]] of order.entries()) {
        // A point on a side is on its ring; one just inside of it is not.
        const moved: Weights = [0, b + (steps / 3 - b) * 1e-3, c + (steps / 3 - c) * 1e-3];
        const around = rings.filter((ring) => goesAround(ring, moved)).length % 2 === 1;
        expect(around).toBe(reaches[k]);
      }
    }),
    { numRuns: 60 },
  );
});

test('a point moves along the sides and never past them, and back to where it was from inside', () => {
  fc.assert(
    fc.property(
      point,
      fc.constantFrom(-10, -1, -0.01, 0, 0.01, 1, 10),
      fc.boolean(),
      (masses, steps, across) => {
        const [right, up] = across ? [steps, 0] : [0, steps];
        const moved = nudged(masses, right, up);
        expect(moved.every((mass) => Number.isInteger(mass) && mass >= 0)).toBe(true);
        expect(moved.reduce((a, b) => a + b)).toBe(whole);
        if (masses.every((mass) => mass >= whole / 10)) expect(nudged(moved, -right, -up)).toEqual(masses);
      },
    ),
  );
});

test('up raises the third mass by the whole step, as long as there is mass below', () => {
  fc.assert(
    fc.property(point, fc.constantFrom(0.01, 1, 10), (masses, steps) => {
      const risen = Math.min(whole, masses[2]! + (steps * whole) / 100);
      expect(nudged(masses, 0, steps)[2]).toBe(risen);
    }),
  );
});

test('a point that is dragged to where it stands stays there', () => {
  fc.assert(
    fc.property(fc.nat(100), fc.nat(100), (b, rest) => {
      const c = Math.min(rest, 100 - b);
      const masses = [100 - b - c, b, c].map((hundredths) => (hundredths * whole) / 100);
      expect(massesAt(placeOf(masses))).toEqual(masses);
    }),
  );
});
