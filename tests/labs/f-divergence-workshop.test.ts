import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jointOf } from '../../components/labs/f-divergence-workshop/bounds.ts';
import { inNumbers, outcomesOf } from '../../components/labs/f-divergence-workshop/critic.ts';
import {
  isConvex,
  knots,
  levelRange,
  roomOf,
  unit,
  withLevel,
} from '../../components/labs/f-divergence-workshop/drawn.ts';
import { ruleOf } from '../../components/labs/f-divergence-workshop/exact.ts';
import { boundOfPair, boundsOf } from '../../components/labs/f-divergence-workshop/joint.ts';
import { drawnGenerator, generatorOf } from '../../components/labs/f-divergence-workshop/generators.ts';
import { joints } from '../../components/labs/f-divergence-workshop/kinds.ts';
import {
  model,
  presets,
  type Setting,
  takeBest,
  withOutcomes,
} from '../../components/labs/f-divergence-workshop/model.ts';
import {
  boundReading,
  criticReadings,
  divergenceReading,
  gapReading,
  sideReadings,
} from '../../components/labs/f-divergence-workshop/readings.ts';
import { type Fibre, regionOf } from '../../components/labs/f-divergence-workshop/region.ts';
import { share, whole } from '../../components/labs/masses.ts';
import { fDivergence, fromWeights, optimalCritic, variationalLowerBound } from '../../src/core/index.ts';
import { coreDigits } from '../../src/formula/core-digits.ts';
import { readQuantity } from '../../src/formula/value.ts';
import { notation } from '../formula/notation.ts';
import { lab } from './settings/f-divergence-workshop.ts';

const mass = fc.integer({ min: 1, max: whole });

/** Equal to so many parts of the size of what is added up. */
function near(value: number, expected: number, size: number, what: string): void {
  if (value === expected) return;
  expect(Math.abs(value - expected), `${what}: ${value} and ${expected}`).toBeLessThan(1e-11 * (1 + size));
}

describe('the rules of the generators', () => {
  test('are those of the core: values, slopes, conjugates and limits', () => {
    fc.assert(
      fc.property(lab.settings, mass, mass, fc.integer({ min: -300, max: 300 }), (setting, a, b, s) => {
        const [rule, generator] = [ruleOf(setting), generatorOf(setting)];
        const t = a / b;
        const what = `${setting.kind} ${setting.order} at ${t} and ${s}`;
        const value = generator.value(t);
        near(inNumbers(rule.term(a, b), b), value, Math.abs(value) + t, what);
        near(inNumbers(rule.slope(a, b)), generator.derivative(t), Math.abs(generator.derivative(t)), what);
        const price = generator.conjugate(s / 100);
        near(inNumbers(rule.conjugate(s)), price, 100 * Math.abs(price), what);
        near(inNumbers(rule.atZero), generator.atZero, 1, what);
        near(inNumbers(rule.slopeAtInfinity), generator.slopeAtInfinity, 1, what);
        near(inNumbers(rule.slopeAtZero), generator.derivative(0), 1, what);
      }),
      { numRuns: 500 },
    );
  });

  test('touch where they say: the conjugate at a slope is what its line leaves, and no line of a score passes above f', () => {
    fc.assert(
      fc.property(lab.settings, mass, mass, fc.integer({ min: -300, max: 300 }), (setting, a, b, s) => {
        const rule = ruleOf(setting);
        const [slope, value] = [inNumbers(rule.slope(a, b)), inNumbers(rule.term(a, b), b)];
        const t = a / b;
        const size = Math.abs(slope * t) + Math.abs(value);
        near(inNumbers(rule.touched(a, b)), slope * t - value, size, `${setting.kind} ${setting.order}`);
        const line = (s / 100) * t - inNumbers(rule.conjugate(s));
        expect(line - value).toBeLessThan(1e-11 * (1 + size));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the critic', () => {
  test('finds what the core says that it finds, and the best one is that of the core', () => {
    fc.assert(
      fc.property(lab.settings, (setting) => {
        const [p, q, generator] = [fromWeights(setting.P), fromWeights(setting.Q), generatorOf(setting)];
        const best = optimalCritic(p, q, generator);
        const outcomes = outcomesOf(setting);
        const critic = outcomes.map((outcome, x) => (outcome ? inNumbers(outcome.score) : best[x]!));
        outcomes.forEach((outcome, x) => {
          if (outcome) near(inNumbers(outcome.best), best[x]!, Math.abs(best[x]!), `${setting.kind} best`);
        });
        // Scores that are the best and infinite are its limits, which no critic attains.
        if (critic.every(Number.isFinite)) {
          const found = variationalLowerBound(p, q, { generator, critic });
          near(boundReading(setting).value, found, 1e3 + Math.abs(found), `${setting.kind} found`);
        }
        const value = fDivergence(p, q, generator);
        near(divergenceReading(setting).value, value, value, `${setting.kind} divergence`);
      }),
      { numRuns: 300 },
    );
  });

  test('finds all of it where every score is the best one, and never more', () => {
    fc.assert(
      fc.property(lab.settings, (setting) => {
        const best = takeBest(setting);
        const value = divergenceReading(setting).value;
        near(boundReading(best).value, value, value, setting.kind);
        expect(gapReading(best)?.value ?? 0).toBe(0);
        expect(gapReading(setting)?.value ?? 0).toBeGreaterThanOrEqual(0);
        expect(boundReading(setting).value).toBeLessThanOrEqual(value + 1e-12 * (1 + Math.abs(value)));
      }),
    );
  });

  test('is worth nothing once a score leaves the range of the conjugate, also where Q has no mass to charge it to', () => {
    const beyond: Setting = {
      ...model.first,
      kind: 'js',
      P: [500_000, 500_000],
      Q: [whole, 0],
      T: [0, 40],
    };
    expect(boundReading(beyond).value).toBe(-Infinity);
    expect(boundReading({ ...beyond, T: [0, 30] }).value).toBeGreaterThan(0);
  });

  test('has numbers that the evaluator of the core executes too', () => {
    fc.assert(
      fc.property(lab.settings, (setting) => {
        for (const { of, unit: in_, value } of criticReadings(setting)) {
          const scope = { notation, givens: model.givens(setting) as Record<string, string | string[]> };
          const { expression, environment } = readQuantity(of, scope, in_ === '' ? undefined : in_);
          const core = coreDigits(expression, environment).value;
          const same = core === value || Math.abs(core - value) <= 1e-6 * (1 + Math.abs(value));
          expect(same, `${of} is ${core} by the core and ${value} in the figure`).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a drawn function', () => {
  const moves = fc.array(
    fc.tuple(fc.nat(knots.length - 1), fc.integer({ min: levelRange.least - 5, max: levelRange.most + 5 })),
  );

  test('stays convex and zero at one whatever is pulled, and is held as near as it can be to where it is pulled', () => {
    fc.assert(
      fc.property(moves, (pulls) => {
        let levels = model.first.levels;
        for (const [knot, level] of pulls) {
          const { least, most } = roomOf(levels, knot);
          levels = withLevel(levels, knot, level);
          expect(isConvex(levels)).toBe(true);
          expect(levels[knot]).toBe(Math.max(least, Math.min(most, level)));
          for (const next of [levels[knot]! - 1, levels[knot]! + 1]) {
            const further = levels.map((known, k) => (k === knot ? next : known));
            const onTheScale = next >= levelRange.least && next <= levelRange.most;
            expect(isConvex(further) && onTheScale).toBe(next >= least && next <= most);
          }
        }
        expect(drawnGenerator(levels).value(1)).toBeCloseTo(0, 14);
        knots.forEach((t, k) => {
          expect(drawnGenerator(levels).value(t / 4)).toBeCloseTo((levels[k]! * unit) / 100, 13);
        });
      }),
    );
  });

  test('that is not convex is read from no link', () => {
    expect(model.codec.read('1~~~dr~~22.12.6.4.12.24')).toBeDefined();
    expect(model.codec.read('1~~~dr~~22.12.6.4.20.24')).toBeUndefined();
  });
});

test('a link with a critic or a Q of other outcomes is not read', () => {
  expect(model.codec.read('1~1.1~1.3~~~~b.b')).toBeDefined();
  expect(model.codec.read('1~1.1')).toBeUndefined();
  expect(model.codec.read('1~1.1~1.3')).toBeUndefined();
});

test('the last two outcomes become one, and no divergence grows', () => {
  fc.assert(
    fc.property(lab.settings, (setting) => {
      const merged = takeBest(withOutcomes(setting, 2));
      const value = divergenceReading(setting).value;
      expect(merged.P).toHaveLength(2);
      expect(divergenceReading(merged).value).toBeLessThanOrEqual(value + 1e-12 * (1 + value));
      expect(divergenceReading(withOutcomes(merged, 3)).value).toBe(divergenceReading(merged).value);
    }),
  );
});

describe('the joint range', () => {
  /** The fibre at a value, between the two that are computed; they are convex or concave, or nearly straight. */
  function between(fibres: readonly Fibre[], x: number): Fibre {
    const k = Math.max(
      1,
      fibres.findIndex((fibre) => fibre.x >= x),
    );
    const [a, b] = [fibres[k - 1]!, fibres[k]!];
    return { x, least: Math.min(a.least, b.least), most: Math.max(a.most, b.most) };
  }
  const weights = fc.oneof(fc.constant(0), fc.nat(5), fc.nat(whole));
  const pair = (outcomes: number) =>
    fc
      .tuple(
        ...Array.from({ length: 2 }, () => fc.array(weights, { minLength: outcomes, maxLength: outcomes })),
      )
      .map(([P, Q]) => ({ P: share(whole, P!), Q: share(whole, Q!) }));

  test.each(joints)('%s holds every pair: two coins in the inner region, others in its hull', (joint) => {
    const { across } = jointOf[joint];
    const holds = (outcomes: 2 | 3) =>
      fc.property(pair(outcomes), (masses) => {
        const [x, y] = sideReadings({ ...masses, joint }).map(({ value }) => value);
        if (x! > across.to) return;
        const { least, most } = between(regionOf(joint)[outcomes === 2 ? 'coins' : 'all'], x!);
        expect(y).toBeGreaterThanOrEqual(least - 1e-3 - (x === 0 ? 0 : 1e-3 * least));
        expect(y).toBeLessThanOrEqual(most + 2e-3);
      });
    fc.assert(holds(2));
    fc.assert(holds(3));
  });

  test.each(joints)('%s is cut by none of the bounds, and each of them meets its hull', (joint) => {
    const bounds = jointOf[joint].bounds.filter(({ where }) => !where);
    const { first: pair } = model;
    const fibres = regionOf(joint).all.filter(({ x }) => x > 0);
    for (const { name, side, curve } of bounds) {
      const slack = fibres.map(({ x, least, most }) =>
        side === 'least' ? least - curve(x, pair) : curve(x, pair) - most,
      );
      const real = slack.filter((value) => !Number.isNaN(value));
      expect(Math.min(...real), name).toBeGreaterThan(
        -2e-3 * (1 + Math.max(...fibres.map(({ x }) => curve(x, pair)).filter(Number.isFinite))),
      );
      // At the left end, at least; two are known to be weaker than another one everywhere else.
      expect(Math.min(...real), name).toBeLessThan(0.01);
    }
  });

  test('obeys every bound, pair by pair', () => {
    fc.assert(
      fc.property(lab.settings, fc.constantFrom(...joints), (setting, joint) => {
        const paired = { ...setting, joint };
        const y = sideReadings(paired)[1].value;
        for (const bound of boundsOf(paired)) {
          const allowed = boundOfPair(bound, paired).value;
          const [low, high] = bound.side === 'least' ? [allowed, y] : [y, allowed];
          expect(low, `${bound.name} of ${model.codec.write(paired)}`).toBeLessThanOrEqual(
            high * (1 + 1e-12),
          );
        }
      }),
      { numRuns: 1000 },
    );
  });

  test('reaches the reverse bound where there are two outcomes, both its quotients', () => {
    const coins = { ...model.first, P: [900_000, 100_000], Q: [200_000, 800_000], joint: 'tk' as const };
    const reverse = boundsOf(coins).find(({ where }) => where)!;
    expect(boundOfPair(reverse, coins).value).toBeCloseTo(sideReadings(coins)[1].value, 14);
    expect(boundsOf({ ...coins, Q: [whole, 0] })).not.toContain(reverse);
  });

  test('links every bound to the item that proves it', () => {
    for (const { at } of Object.values(jointOf).flatMap(({ bounds }) => bounds)) {
      const [path, id] = at.split('/#');
      const page = readFileSync(`content${path}.mdx`, 'utf8');
      expect(page.includes(`id="${id}"`) || page.includes(`{#${id}}`), at).toBe(true);
    }
  });

  test('has pairs that no two coins make', () => {
    const { P, Q, joint } = presets.find(({ shows }) => shows === 'a pair that no two coins make')!.setting;
    const [x, y] = sideReadings({ P, Q, joint }).map(({ value }) => value);
    const { coins, all } = regionOf(joint);
    expect(y!).toBeGreaterThan(between(coins, x!).most);
    expect(y!).toBeLessThanOrEqual(between(all, x!).most + 1e-9);
  });
});
