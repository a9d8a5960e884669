import { describe, expect, test } from 'vitest';
import {
  fromWeights,
  informationProjection,
  klDivergence,
  momentProjection,
  type Pmf,
  type Projection,
} from '../../../src/core/index.ts';
import { seededRandom } from '../../../src/core/random.ts';
import { instances, type Instance } from './instances.ts';

/** FUZZ_PROJECTIONS=20000 asks for more; the seeds are fixed. */
const COUNT = Number(process.env['FUZZ_PROJECTIONS'] ?? 1000);

type Problem = Pick<Instance, 'statistics' | 'expectations'>;
const outcomesOf = (p: Pmf): number[] => [...p.keys()];
const largest = (numbers: readonly number[]): number => numbers.reduce((most, v) => Math.max(most, v), 0);

/**
 * The conditions of optimality, which for a convex problem suffice: the constraints hold, and log(P/base) is a combination of the
 * statistics on the support. Each residual is a part of the sizes that its summands have.
 */
function faultsOf(found: Projection, base: Pmf, { statistics, expectations }: Problem): string[] {
  const { pmf, multipliers, value } = found;
  const faults: string[] = [];
  const require = (condition: boolean, fault: string): void => {
    if (!condition) faults.push(fault);
  };
  const support = outcomesOf(pmf).filter((x) => pmf[x]! > 1e-290);
  const logs = support.map((x) => Math.log(pmf[x]!) - Math.log(base[x]!));
  const tilt = 1 + largest(logs.map(Math.abs));
  const rounding = 1e-15 * largest(support.map((x) => -Math.log(pmf[x]!) - Math.log(base[x]!)));
  const sizes = statistics.map((f, j) => largest(f.map((v) => Math.abs(v - expectations[j]!))));
  statistics.forEach((f, j) => {
    const residual = f.reduce((sum, v, x) => sum + pmf[x]! * (v - expectations[j]!), 0);
    require(Math.abs(residual) <= 1e-14 * tilt * sizes[j]!, `expectation ${j} is off by ${residual}`);
  });
  const exponents = support.map((x) =>
    statistics.reduce((sum, f, j) => sum + multipliers[j]! * (f[x]! - expectations[j]!), 0),
  );
  const terms = 1 + sizes.reduce((sum, size, j) => sum + Math.abs(multipliers[j]!) * size, 0);
  const rest = logs.map((l, i) => l - exponents[i]!);
  const spread = Math.max(...rest) - Math.min(...rest);
  require(spread <= 1e-14 * (terms + tilt) + rounding, `log(P/base) leaves ${spread} beside the statistics`);
  require(value >= 0 && !Number.isNaN(value), `the divergence is ${value}`);
  return faults;
}

const { feasible, infeasible } = instances(20261125, 25);

describe(`information projections of ${COUNT} random, dependent and degenerate problems`, () => {
  test('they obey the conditions of optimality and the Pythagorean identity', () => {
    for (let i = 0; i < COUNT; i++) {
      const isFace = i % 4 === 0;
      const instance = feasible(isFace);
      const { q, p, statistics, text } = instance;
      const found = informationProjection(q, instance);
      expect(faultsOf(found, q, instance), text).toEqual([]);
      expect(Math.abs(found.value - klDivergence(found.pmf, q)), text).toBeLessThanOrEqual(
        1e-13 * (1 + found.value),
      );
      const { whole, parts } = found.pythagoras(p);
      const slack = found.multipliers.reduce(
        (sum, t, j) => sum + Math.abs(t) * largest(statistics[j]!.map(Math.abs)),
        1 + whole,
      );
      expect(Math.abs(whole - parts), text).toBeLessThanOrEqual(1e-13 * slack);
      if (!isFace) expect(found.interior, text).toBe(true);
      // On a face mass must lie where P shows that it can, and nowhere else.
      const least = Math.min(...statistics[0]!);
      const wrong = outcomesOf(q).filter(
        (x) => isFace && found.pmf[x]! > 0 !== (statistics[0]![x] === least),
      );
      expect(wrong, text).toEqual([]);
    }
  });

  test('no other pmf that obeys the constraints is nearer', () => {
    const { uniform } = seededRandom(5);
    for (let i = 0; i < COUNT / 10; i++) {
      const instance = feasible(i % 4 === 0);
      const { pmf, value } = informationProjection(instance.q, instance);
      const part = uniform() * 0.01;
      // Towards P, which obeys them as well.
      const other = fromWeights(pmf.map((mass, x) => (1 - part) * mass + part * instance.p[x]!));
      expect(klDivergence(other, instance.q), instance.text).toBeGreaterThanOrEqual(
        value * (1 - 1e-12) - 1e-13,
      );
    }
  });

  test('expectations beyond the convex hull get the error that says so', () => {
    for (let i = 0; i < COUNT; i++) {
      const { q, text, ...constraints } = infeasible();
      expect(() => informationProjection(q, constraints), text).toThrow(
        /no pmf on the \d+ outcomes of q has the expectations .* convex hull/,
      );
    }
  });

  test('of masses over 200 decades they are right, or refused as too near the boundary', () => {
    const wide = instances(7, 200);
    const faults: string[] = [];
    let refused = 0;
    for (let i = 0; i < COUNT; i++) {
      const instance = wide.feasible(i % 4 === 0);
      try {
        const found = informationProjection(instance.q, instance);
        faults.push(...faultsOf(found, instance.q, instance).map((fault) => `${fault}: ${instance.text}`));
      } catch (error) {
        expect(String(error), instance.text).toMatch(/Newton's method did not settle/);
        refused++;
      }
    }
    expect(faults).toEqual([]);
    expect(refused).toBeLessThanOrEqual(COUNT / 500);
  });
});

test(`moment projections of ${COUNT} random, dependent and degenerate problems obey the conditions of optimality`, () => {
  for (let i = 0; i < COUNT; i++) {
    // The expectations are those under P, which on a face no member of the family has.
    const { q: base, p, text, ...problem } = feasible(i % 4 === 0);
    const found = momentProjection(p, { statistics: problem.statistics, base });
    expect(faultsOf(found, base, problem), text).toEqual([]);
    const seen = klDivergence(p, found.pmf);
    if (seen < Infinity) expect(found.value, text).toBe(seen);
    else expect(found.value, text).toBeLessThan(Infinity);
    const { whole, parts } = found.pythagoras(base);
    const tilt = largest(outcomesOf(p).map((x) => Math.abs(Math.log(base[x]!))));
    expect(Math.abs(whole - parts), text).toBeLessThanOrEqual(1e-12 * (1 + tilt));
    if (i % 4 !== 0) expect(found.interior, text).toBe(true);
  }
});
