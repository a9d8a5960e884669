import * as core from '../../src/core/index.ts';
import type { Density, Interval } from '../../src/core/index.ts';
import { seededRandom } from '../../src/core/random.ts';

/** Two densities whose divergence is known in closed form, and what can be said of them in a failure. */
export interface Attack {
  readonly text: string;
  readonly p: Density;
  readonly q: Density;
  readonly interval: Interval;
  readonly exact: number;
}

export const line: Interval = { from: -Infinity, to: Infinity };
const half: Interval = { from: 0, to: Infinity };
const unit: Interval = { from: 0, to: 1 };

const { uniform, below } = seededRandom(20261123);
/** 10 to the power of a number between ±decades. */
const scale = (decades: number): number => 10 ** (decades * (2 * uniform() - 1));
const near = (x: number): number => x * (1 + (uniform() - 0.5) * 10 ** -below(6));
/** Either nearly the first, or another. */
const second = (first: number, other: () => number): number => (below(2) ? near(first) : other());

function attack<Member extends Density>(
  [p, q]: readonly [Member, Member],
  interval: Interval,
  divergence: (p: Member, q: Member) => number,
): Attack {
  return { text: JSON.stringify([p, q]), p, q, interval, exact: divergence(p, q) };
}

/** Pairs from the families, which say where their mass is. */
export const familyAttacks: Readonly<Record<string, () => Attack>> = {
  normal: () => {
    const [sigma, place] = [scale(4), scale(3)];
    const tau = second(sigma, () => scale(4));
    const p = core.normal({ mean: place, standardDeviation: sigma });
    const q = core.normal({ mean: place + below(3) * scale(2) * sigma, standardDeviation: tau });
    return attack([p, q], line, core.normalKlDivergence);
  },
  Laplace: () => {
    const [b, place] = [scale(4), scale(3)];
    const p = core.laplace({ location: place, scale: b });
    const q = core.laplace({
      location: place + below(3) * scale(2) * b,
      scale: second(b, () => scale(4)),
    });
    return attack([p, q], line, core.laplaceKlDivergence);
  },
  exponential: () => {
    const rate = scale(4);
    const q = core.exponential({ rate: second(rate, () => scale(4)) });
    return attack([core.exponential({ rate }), q], half, core.exponentialKlDivergence);
  },
  gamma: () => {
    const anyShape = (): number => 10 ** (5 * uniform() - 1.3);
    const [shape, theta] = [anyShape(), scale(3)];
    const q = core.gamma({ shape: second(shape, anyShape), scale: second(theta, () => scale(3)) });
    return attack([core.gamma({ shape, scale: theta }), q], half, core.gammaKlDivergence);
  },
  beta: () => {
    const shape = (): number => 10 ** (4.3 * uniform() - 0.3);
    const [a, b] = [shape(), shape()];
    const q = core.beta({ a: second(a, shape), b: second(b, shape) });
    return attack([core.beta({ a, b }), q], unit, core.betaKlDivergence);
  },
  'uniform in uniform': () => {
    const [from, length] = [scale(3), scale(4)];
    const p = core.uniform({ from, to: from + length });
    const q = core.uniform({ from: from - scale(4) * length, to: from + length * (1 + scale(4)) });
    return attack([p, q], line, core.uniformKlDivergence);
  },
  'uniform and beta': () => {
    const q = core.beta({ a: 0.3 + 3 * uniform(), b: 0.3 + 3 * uniform() });
    const exact = core.betaKlDivergence(core.beta({ a: 1, b: 1 }), q);
    return attack<Density>([core.uniform(unit), q], unit, () => exact);
  },
  'exponential and gamma': () => {
    const rate = scale(3);
    const q = core.gamma({ shape: 10 ** (4 * uniform() - 1), scale: scale(3) });
    const exact = core.gammaKlDivergence(core.gamma({ shape: 1, scale: 1 / rate }), q);
    return attack<Density>([core.exponential({ rate }), q], half, () => exact);
  },
};

const HALF_LOG_TWO_PI = 0.9189385332046728;
const EULER = 0.5772156649015329;

const cauchy = (place: number, width: number): Density => ({
  logPdf: (x) => -Math.log(Math.PI * width) - Math.log1p(((x - place) / width) ** 2),
});
const logNormal = (mean: number, sigma: number): Density => ({
  logPdf: (x) =>
    x > 0
      ? -((Math.log(x) - mean) ** 2) / (2 * sigma * sigma) - Math.log(x * sigma) - HALF_LOG_TWO_PI
      : -Infinity,
});
const pareto = (a: number): Density => ({
  logPdf: (x) => (x < 1 ? -Infinity : Math.log(a) - (a + 1) * Math.log(x)),
});
const weibull = (k: number, scale: number): Density => ({
  logPdf: (x) => (x > 0 ? Math.log(k / scale) + (k - 1) * Math.log(x / scale) - (x / scale) ** k : -Infinity),
});

/** Pairs that a quadrature finds hard: some are beyond it, and then it must say so. */
export const hardAttacks: Readonly<Record<string, () => Attack>> = {
  'Cauchy, of any widths': () => {
    const [c, d] = [scale(4), scale(4)];
    const [x, y] = [scale(2), scale(3)];
    const exact = Math.log(((c + d) ** 2 + (x - y) ** 2) / (4 * c * d)); // Chyzak and Nielsen 2019
    return { ...attack([cauchy(x, c), cauchy(y, d)], line, () => exact), text: `${c} ${d} ${x} ${y}` };
  },
  'log-normal': () => {
    const [m, n, sigma, tau] = [4 * uniform(), 4 * uniform(), scale(0.8), scale(0.8)];
    const exact = core.normalKlDivergence(
      core.normal({ mean: m, standardDeviation: sigma }),
      core.normal({ mean: n, standardDeviation: tau }),
    );
    const pair = [logNormal(m, sigma), logNormal(n, tau)] as const;
    return { ...attack(pair, half, () => exact), text: `${m} ${n} ${sigma} ${tau}` };
  },
  'Pareto tails': () => {
    const [a, c] = [scale(1.3), scale(1.3)];
    const exact = Math.log(a / c) + c / a - 1;
    return {
      ...attack([pareto(a), pareto(c)], { from: 1, to: Infinity }, () => exact),
      text: `${a} ${c}`,
    };
  },
  Weibull: () => {
    const [k, l, m, n] = [scale(1), scale(3), scale(0.7), scale(3)];
    // Bauckhage 2013
    const exact =
      Math.log(k / l ** k) -
      Math.log(m / n ** m) +
      (k - m) * (Math.log(l) - EULER / k) +
      (l / n) ** m * Math.exp(core.logGamma(m / k + 1)) -
      1;
    return { ...attack([weibull(k, l), weibull(m, n)], half, () => exact), text: `${k} ${l} ${m} ${n}` };
  },
  'beta of shapes from 0.03 to 1': () => {
    const shape = (): number => 10 ** (-1.5 * uniform());
    const [p, q] = [core.beta({ a: shape(), b: shape() }), core.beta({ a: shape(), b: shape() })];
    return attack([p, q], unit, core.betaKlDivergence);
  },
  'gamma of shapes from 0.01 to 1': () => {
    const member = (): core.Gamma => core.gamma({ shape: 10 ** (-2 * uniform()), scale: scale(3) });
    return attack([member(), member()], half, core.gammaKlDivergence);
  },
  'beta of one small and one large shape': () => {
    const member = (): core.Beta => core.beta({ a: 10 ** (5 * uniform() - 2), b: 10 ** (5 * uniform() - 2) });
    return attack([member(), member()], unit, core.betaKlDivergence);
  },
  'gamma shifted from 0': () => {
    const at = scale(3);
    const [p, q] = [core.gamma({ shape: scale(0.7), scale: 1 }), core.gamma({ shape: scale(0.7), scale: 1 })];
    const moved = (from: Density): Density => ({ logPdf: (x) => from.logPdf(x - at) });
    const { text, exact } = attack([p, q], half, core.gammaKlDivergence);
    return {
      text: `${text} at ${at}`,
      p: moved(p),
      q: moved(q),
      interval: { from: at, to: Infinity },
      exact,
    };
  },
  'normal, narrow and far from 0': () => {
    const mean = 10 ** (10 * uniform());
    const standardDeviation = mean * 10 ** (-12 * uniform());
    const p = core.normal({ mean, standardDeviation });
    const q = core.normal({
      mean: mean * (1 + 1e-9 * below(2)),
      standardDeviation: near(standardDeviation),
    });
    return attack([p, q], line, core.normalKlDivergence);
  },
  'waves against none': () => {
    const [count, height] = [1 + below(60), uniform()];
    const root = Math.sqrt(1 - height * height);
    const p: Density = { logPdf: (x) => Math.log1p(height * Math.cos(2 * Math.PI * count * x)) };
    const exact = Math.log((1 + root) / 2) + 1 - root;
    const pair = [p, core.uniform(unit)] as const;
    return { ...attack(pair, unit, () => exact), text: `${count} waves of height ${height}` };
  },
  'a jump that nobody names': () => {
    const [at, mass] = [uniform(), uniform()];
    const q: Density = { logPdf: (x) => Math.log(x < at ? mass / at : (1 - mass) / (1 - at)) };
    const exact = at * Math.log(at / mass) + (1 - at) * Math.log((1 - at) / (1 - mass));
    const pair = [{ logPdf: () => 0 }, q] as const;
    return { ...attack<Density>(pair, unit, () => exact), text: `jump at ${at}, mass ${mass}` };
  },
};
