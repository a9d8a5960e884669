import * as core from '../core/index.ts';
import { nothing, real } from './doubles.ts';
import type { Approximate } from './doubles.ts';
import { generatorIn, perspectiveAtInfinity } from './core-curves.ts';
import { distribution, memberOf } from './distributions.ts';
import type { Distribution, Member } from './distributions.ts';
import { number } from './evaluate-core.ts';
import type { Frame, Program } from './evaluate-core.ts';
import type { Curve, Expression } from './expression.ts';
import { overSupport, signChanges } from './over-support.ts';
import type { QuantityName } from './quantity-table.ts';

/** What is integrated: of the logarithms of two densities at a point, and of a number such as an order. */
type Share = (logP: number, logQ: number, order: number) => number;

const product = (log: number, factor: number): number => (log === -Infinity ? 0 : Math.exp(log) * factor);
/** p log(p/q) − p + q ≥ 0. */
const relative: Share = (a, b) => {
  if (a === -Infinity) return Math.exp(b);
  if (b === -Infinity) return Infinity;
  return Math.exp(a) * (Math.expm1(b - a) - (b - a));
};
const mixed = (a: number, b: number, weight: number): number => {
  const most = Math.max(a, b);
  return most === -Infinity
    ? most
    : most + Math.log(weight * Math.exp(a - most) + (1 - weight) * Math.exp(b - most));
};
const toMixture: Share = (a, b, weight) => {
  const m = mixed(a, b, weight);
  return m === -Infinity ? 0 : weight * relative(a, m, 0) + (1 - weight) * relative(b, m, 0);
};
/** p^α q^(1−α). */
const power: Share = (a, b, order) => {
  if (a === -Infinity) return 0;
  if (b === -Infinity) return order < 1 ? 0 : Infinity;
  return Math.exp(order * a + (1 - order) * b);
};
const square = (x: number): number => x * x;

const SHARES: Partial<Record<QuantityName, Share>> = {
  KL: relative,
  CE: (a, b) => -product(a, b),
  H: (a) => -product(a, a),
  JSD: (a, b) => toMixture(a, b, 0.5),
  JSDw: toMixture,
  Skew: (a, b, skew) => relative(a, mixed(b, a, skew), 0),
  Jeffreys: (a, b) => relative(a, b, 0) + relative(b, a, 0),
  TV: (a, b) => Math.abs(Math.exp(a) - Math.exp(b)) / 2,
  HellingerSq: (a, b) => square(Math.exp(a / 2) - Math.exp(b / 2)) / 2,
  BC: (a, b) => Math.exp((a + b) / 2),
  ChiSq: (a, b) => {
    if (b === -Infinity) return a === -Infinity ? 0 : Infinity;
    return a - b > 300 ? Math.exp(2 * a - b) : Math.exp(b) * square(Math.expm1(a - b));
  },
  Triangular: (a, b) => {
    const [p, q] = [Math.exp(a), Math.exp(b)];
    return p + q === 0 ? 0 : square(p - q) / (p + q);
  },
  Renyi: power,
};

/** The share that a quantity integrates, and what becomes of the integral. */
interface Functional {
  readonly of: QuantityName;
  readonly end: (integral: number, order: number) => number;
  readonly turned?: true;
}
const FUNCTIONALS: Partial<Record<QuantityName, Functional>> = {
  JSDist: { of: 'JSD', end: Math.sqrt },
  Hellinger: { of: 'HellingerSq', end: Math.sqrt },
  Bhattacharyya: { of: 'BC', end: (integral) => -Math.log(integral) },
  Neyman: { of: 'ChiSq', end: (integral) => integral, turned: true },
  Renyi: { of: 'Renyi', end: (integral, order) => Math.log(integral) / (order - 1) },
  Chernoff: { of: 'Renyi', end: (integral) => -Math.log(integral) },
  AlphaDiv: { of: 'Renyi', end: (integral, order) => (integral - 1) / (order * (order - 1)) },
  Perplexity: { of: 'H', end: Math.exp },
};

/** Evaluates \KL{p}{q} and its kin of densities: by the core where it has a closed form, else by quadrature. */
export function functional(quantity: Extract<Expression, { kind: 'quantity' }>): Program<Approximate> {
  const { name } = quantity;
  const densities = quantity.pmfs.map(distribution);
  const curve = quantity.parameters.find((parameter) => parameter.kind === 'curve') as Curve | undefined;
  const numbers = quantity.parameters.filter((parameter) => parameter !== curve).map(number);
  return (frame) => {
    try {
      const [p, q = p] = densities.map((density) => density(frame)) as Distribution[];
      const order = numbers[0]?.(frame).value ?? 1;
      if (p!.discrete !== q!.discrete) return nothing;
      const generator = curve && generatorIn(curve, frame);
      if (generator) return integrated(p!, q!, order, shareOf(generator));
      if (curve?.defined) return integrated(p!, q!, order, shareOfDefined(curve.defined, frame));
      return closedForm(name, p!.member, q!.member) ?? byQuadrature(name, p!, q!, order);
    } catch (error) {
      if (error instanceof core.DomainError) return nothing;
      throw error;
    }
  };
}

function byQuadrature(name: QuantityName, p: Distribution, q: Distribution, order: number): Approximate {
  if (name === 'W') return moved(p, q, order);
  if (order === 1 && (name === 'Renyi' || name === 'AlphaDiv')) return byQuadrature('KL', p, q, 1);
  const { of, end, turned }: Functional = FUNCTIONALS[name] ?? { of: name, end: (integral) => integral };
  const share = SHARES[of];
  if (!share) return nothing;
  const found = turned ? integrated(q, p, order, share) : integrated(p, q, order, share, name === 'TV');
  if (FUNCTIONALS[name] === undefined || !Number.isFinite(found.value)) return found;
  const value = end(found.value, order);
  const step = 1e-6 * Math.max(Math.abs(found.value), 1e-300);
  const slope = Math.abs(end(found.value + step, order) - value) / step;
  return real(value, Math.abs(value) + (Number.isFinite(slope) ? slope * found.scale : found.scale));
}

/** With `corners`, the integrand has one wherever the densities cross. */
function integrated(
  p: Distribution,
  q: Distribution,
  order: number,
  share: Share,
  corners = false,
): Approximate {
  const difference = (x: number): number => Math.exp(p.log(x)) - Math.exp(q.log(x));
  const crossings = corners && !p.discrete ? signChanges([p, q], [-Infinity, Infinity], difference) : [];
  return overSupport([{ ...p, breaks: [...p.breaks, ...crossings] }, q], (x) =>
    share(p.log(x), q.log(x), order),
  );
}

const shareOf =
  (generator: core.FDivergenceGenerator): Share =>
  (a, b) => {
    if (b === -Infinity) return a === -Infinity ? 0 : Math.exp(a) * generator.slopeAtInfinity;
    const t = Math.exp(a - b);
    return Math.exp(b) * (t === 0 ? generator.atZero : generator.value(t));
  };

/** The same for a generator that the page has defined. */
function shareOfDefined({ parameter, body }: NonNullable<Curve['defined']>, frame: Frame): Share {
  const of = number(body);
  const f = (t: number): number => of({ ...frame, bound: new Map([[parameter, t]]) }).value;
  const growth = perspectiveAtInfinity((t) => real(f(t)));
  return (a, b) => {
    if (b === -Infinity) return a === -Infinity ? 0 : Math.exp(a) * growth;
    if (a - b < 600) return Math.exp(b) * f(Math.exp(a - b));
    // Further out the ratio overflows; f(t)/t grows no faster than a line in log t, or without any bound.
    const [near, far] = [550, 600].map((u) => f(Math.exp(u)) / Math.exp(u)) as [number, number];
    return Math.exp(a) * (far + ((far - near) / 50) * (a - b - 600));
  };
}

/** Of two of one family, in closed form. */
function closedForm(
  name: QuantityName,
  p: Member | undefined,
  q: Member | undefined,
): Approximate | undefined {
  if (!p || !q) return undefined;
  if (name === 'H') {
    const value = 'differentialEntropy' in p ? p.differentialEntropy() : p.entropy();
    return typeof value === 'number' ? real(value, 1 + Math.abs(value)) : bounded(value);
  }
  if (name === 'W' || name !== 'KL' || p.family !== q.family) return undefined;
  const value = divergence(p, q);
  return typeof value === 'number' ? real(value) : bounded(value);
}

const bounded = ({ value, errorBound }: core.Bounded): Approximate =>
  real(value, Math.abs(value) + 1e13 * errorBound);

function divergence(p: Member, q: Member): number | core.Bounded {
  switch (p.family) {
    case 'normal':
      return core.normalKlDivergence(p, q as core.Normal);
    case 'uniform':
      return core.uniformKlDivergence(p, q as core.Uniform);
    case 'exponential':
      return core.exponentialKlDivergence(p, q as core.Exponential);
    case 'Laplace':
      return core.laplaceKlDivergence(p, q as core.Laplace);
    case 'gamma':
      return core.gammaKlDivergence(p, q as core.Gamma);
    case 'beta':
      return core.betaKlDivergence(p, q as core.Beta);
    case 'Bernoulli':
      return core.bernoulliKlDivergence(p, q as core.Bernoulli);
    case 'binomial':
      return core.binomialKlDivergence(p, q as core.Binomial);
    case 'geometric':
      return core.geometricKlDivergence(p, q as core.Geometric);
    case 'Poisson':
      return core.poissonKlDivergence(p, q as core.Poisson);
  }
}

/** Where a member of a family of location and scale is, and the member at 0 of scale 1. */
function standard(
  member: Member | undefined,
): { origin: number; scale: number; base: Distribution } | undefined {
  const base = (
    family: 'normal' | 'uniform' | 'exponential' | 'Laplace',
    ...parameters: number[]
  ): Distribution => memberOf(family, parameters);
  switch (member?.family) {
    case 'normal':
      return { origin: member.mean, scale: member.standardDeviation, base: base('normal', 0, 1) };
    case 'uniform':
      return { origin: member.from, scale: member.to - member.from, base: base('uniform', 0, 1) };
    case 'exponential':
      return { origin: 0, scale: 1 / member.rate, base: base('exponential', 1) };
    case 'Laplace':
      return { origin: member.location, scale: member.scale, base: base('Laplace', 0, 1) };
    default:
      return undefined;
  }
}

/** The Wasserstein distance of two members of one family of location and scale, whose quantiles are a + b z. */
function moved(p: Distribution, q: Distribution, order: number): Approximate {
  const [first, second] = [standard(p.member), standard(q.member)];
  if (!first || !second || p.member!.family !== q.member!.family || order < 1) return nothing;
  const [shift, stretch] = [first.origin - second.origin, first.scale - second.scale];
  const { base } = first;
  const still = stretch === 0 ? [] : [-shift / stretch];
  const cost = overSupport(
    [{ ...base, breaks: [...base.breaks, ...still] }],
    (z) => Math.exp(base.log(z)) * Math.abs(shift + stretch * z) ** order,
  );
  const value = cost.value ** (1 / order);
  return real(value, value === 0 ? 1 : value * (1 + cost.scale / cost.value));
}
