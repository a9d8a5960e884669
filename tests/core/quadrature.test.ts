import { describe, expect, test } from 'vitest';
import {
  beta,
  betaKlDivergence,
  exponential,
  exponentialKlDivergence,
  gamma,
  gammaKlDivergence,
  integral,
  klOfDensities,
  laplace,
  laplaceKlDivergence,
  normal,
  normalKlDivergence,
  uniform,
  uniformKlDivergence,
  type Density,
  type Interval,
} from '../../src/core/index.ts';
import { refusals, untyped } from './refusals.ts';

const line: Interval = { from: -Infinity, to: Infinity };

describe('integrals', () => {
  const cases: readonly [string, (x: number) => number, Interval, number][] = [
    ['a square', (x) => x * x, { from: -1, to: 2 }, 3],
    ['an exponential tail', (x) => Math.exp(-x), { from: 0, to: Infinity }, 1],
    ['a tail to the left', (x) => Math.exp(3 * x), { from: -Infinity, to: 1 }, Math.exp(3) / 3],
    ['a bell', (x) => Math.exp(-x * x), line, Math.sqrt(Math.PI)],
    ['a heavy tail', (x) => 1 / (1 + x * x), line, Math.PI],
    ['a root', (x) => Math.sqrt(x), { from: 0, to: 1 }, 2 / 3],
    ['an infinite end', (x) => 1 / Math.sqrt(x), { from: 0, to: 1 }, 2],
    ['a logarithm at its pole', (x) => Math.log(x), { from: 0, to: 1 }, -1],
    ['a corner that is not named', (x) => Math.abs(x - 1 / 3), { from: 0, to: 1 }, 5 / 18],
    ['a jump that is named', (x) => (x < 0.3 ? 0 : 1), { from: 0, to: 1, breaks: [0.3] }, 0.7],
    ['fifty waves', (x) => Math.sin(100 * Math.PI * x) ** 2, { from: 0, to: 1 }, 0.5],
    [
      'a distant peak that is named',
      (x) => Math.exp(-((x - 1e5) ** 2)),
      { ...line, breaks: [1e5 - 9, 1e5 + 9] },
      Math.sqrt(Math.PI),
    ],
    ['nothing', () => 0, line, 0],
  ];
  for (const [name, f, interval, exact] of cases) {
    test(`${name}: within the error bound, which is small`, () => {
      const { value, errorBound, converged } = integral(f, interval, { relativeError: 1e-11 });
      expect(Math.abs(value - exact)).toBeLessThanOrEqual(errorBound + 1e-15 * Math.abs(exact));
      expect(converged).toBe(true);
      expect(errorBound).toBeLessThanOrEqual(1e-11 * Math.abs(value));
    });
  }

  test('a divergent or wild integral ends at its limit of evaluations and says that it did not converge', () => {
    for (const f of [
      (x: number) => 1 / x,
      (x: number) => Math.sin(1 / x) / x,
      (x: number) => Math.sin(x * 1e9),
    ]) {
      const { converged, evaluations, errorBound } = integral(f, { from: 0, to: 1 }, { evaluations: 5000 });
      expect(converged).toBe(false);
      expect(evaluations).toBeLessThanOrEqual(5000);
      expect(errorBound).toBeGreaterThan(1e-3);
    }
    const { converged, evaluations } = integral((x) => 1 / x, { from: 0, to: 1 }, { evaluations: 1e6 });
    expect(converged).toBe(false);
    expect(evaluations).toBeLessThanOrEqual(1e6);
  });

  test('an absolute error may be asked for, and a single panel may be all that is allowed', () => {
    const loose = integral((x) => Math.sqrt(x), { from: 0, to: 1 }, { absoluteError: 1e-3 });
    expect(loose.converged).toBe(true);
    expect(loose.evaluations).toBeLessThan(200);
    expect(integral((x) => x, { from: 0, to: 1 }, { evaluations: 1 }).evaluations).toBe(21);
  });
});

describe('divergences of densities', () => {
  const half: Interval = { from: 0, to: Infinity };
  const standard = normal({ mean: 0, standardDeviation: 1 });
  const pairs: readonly [string, Density, Density, Interval, number][] = [];
  const add = <Member extends Density>(
    name: string,
    p: Member,
    q: Member,
    interval: Interval,
    of: (p: Member, q: Member) => number,
  ): void => {
    (pairs as (typeof pairs)[number][]).push([name, p, q, interval, of(p, q)]);
  };
  for (const [mean, standardDeviation] of [
    [1, 1],
    [0, 3],
    [1e-3, 1],
    [30, 2],
    [1e-9, 1],
  ] as const) {
    const interval = { ...line, breaks: [-1, 0, mean + 1e-6] };
    add(
      `N(0, 1) and N(${mean}, ${standardDeviation})`,
      standard,
      normal({ mean, standardDeviation }),
      interval,
      normalKlDivergence,
    );
  }
  add('exponentials', exponential({ rate: 1 }), exponential({ rate: 0.01 }), half, exponentialKlDivergence);
  add('gammas', gamma({ shape: 2, scale: 1 }), gamma({ shape: 5, scale: 0.5 }), half, gammaKlDivergence);
  add(
    'gammas of infinite density at 0',
    gamma({ shape: 0.5, scale: 1 }),
    gamma({ shape: 0.7, scale: 2 }),
    half,
    gammaKlDivergence,
  );
  add('betas', beta({ a: 2, b: 3 }), beta({ a: 4, b: 1.5 }), { from: 0, to: 1 }, betaKlDivergence);
  add(
    'Laplace distributions',
    laplace({ location: 0, scale: 1 }),
    laplace({ location: 2, scale: 3 }),
    { ...line, breaks: [0, 2] },
    laplaceKlDivergence,
  );
  add(
    'an interval in another',
    uniform({ from: 0, to: 1 }),
    uniform({ from: -1, to: 3 }),
    { from: -1, to: 3, breaks: [0, 1] },
    uniformKlDivergence,
  );
  for (const [name, p, q, interval, exact] of pairs) {
    test(`${name}: the quadrature is within its bound of the closed form`, () => {
      const { value, errorBound } = klOfDensities(p, q, interval);
      expect(value).toBeGreaterThanOrEqual(0);
      expect(Math.abs(value - exact), `${value} ± ${errorBound}, ${exact}`).toBeLessThanOrEqual(errorBound);
      expect(errorBound).toBeLessThanOrEqual(1e-5 * exact + 1e-20);
    });
  }

  test('equal densities are at divergence 0, and densities that do not overlap at Infinity', () => {
    expect(klOfDensities(standard, standard, line).value).toBe(0);
    const [p, q] = [uniform({ from: 0, to: 2 }), uniform({ from: 1, to: 2 })];
    expect(klOfDensities(p, q, { from: 0, to: 2, breaks: [1] })).toEqual({ value: Infinity, errorBound: 0 });
  });

  test('a single zero of q is no infinity', () => {
    // q(x) = 3x²/2 on [−1, 1], p uniform: D = log(1/2) − log(3/2) + 2.
    const q: Density = { logPdf: (x) => (Math.abs(x) > 1 ? -Infinity : Math.log(1.5 * x * x)) };
    const { value, errorBound } = klOfDensities(uniform({ from: -1, to: 1 }), q, { from: -1, to: 1 });
    const exact = 2 - Math.log(3);
    expect(Math.abs(value - exact)).toBeLessThanOrEqual(errorBound + 1e-6);
  });
});

test('quadrature says what was received and what is required', () => {
  const bell = normal({ mean: 0, standardDeviation: 1 });
  const unit = { from: 0, to: 1 };
  expect(
    refusals(
      () => integral(untyped(3), unit),
      () => integral((x) => 1 / (x - 0.5), unit),
      () => integral(() => NaN, unit),
      () => integral(() => untyped('1'), unit),
      () => integral((x) => x, { from: 1, to: 1 }),
      () => integral((x) => x, { from: NaN, to: 1 }),
      () => integral((x) => x, untyped({})),
      () => integral((x) => x, { ...unit, breaks: [Infinity] }),
      () => integral((x) => x, { ...unit, breaks: untyped('0.5') }),
      () => integral((x) => x, unit, { relativeError: -1 }),
      () => integral((x) => x, unit, { absoluteError: NaN }),
      () => integral((x) => x, unit, { evaluations: 1e9 }),
      () => klOfDensities(untyped(Math.exp), bell, line),
      () => klOfDensities(bell, untyped({}), line),
      () => klOfDensities(bell, bell, unit),
      () => klOfDensities(bell, { logPdf: (x) => -((x - 1e6) ** 2) }, line),
      () => klOfDensities(bell, { logPdf: () => Infinity }, line),
    ),
  ).toMatchInlineSnapshot(`
    "integral: f is 3; it must be a function of a number
    integral: f(0.5) is Infinity; it must be a finite number within the interval; name singular points in breaks
    integral: f(0.5) is NaN; it must be a finite number within the interval; name singular points in breaks
    integral: f(0.5) is the string "1"; it must be a finite number within the interval; name singular points in breaks
    integral: from is 1 and to is 1; to must be above from
    integral: from is NaN and to is 1; to must be above from
    integral: from is undefined and to is undefined; to must be above from
    integral: breaks[0] is Infinity; every break must be a finite number
    integral: breaks is a string; it must be an array or typed array of numbers
    integral: relativeError is -1; it must be a finite number at least 0
    integral: absoluteError is NaN; it must be a finite number at least 0
    integral: evaluations is 1000000000; it must be a number from 1 to 10000000
    klOfDensities: p has no logPdf; it must be an object with a function logPdf(x), the logarithm of the density
    klOfDensities: q has no logPdf; it must be an object with a function logPdf(x), the logarithm of the density
    klOfDensities: p integrates to 0.3413447460685429 from 0 to 1, not 1; widen the interval, or name in breaks where its mass is
    klOfDensities: q integrates to 0 from -Infinity to Infinity, not 1; widen the interval, or name in breaks where its mass is
    klOfDensities: q.logPdf(-15.032606678678883) is Infinity; it must be a finite number or −Infinity within the interval"
  `);
});
