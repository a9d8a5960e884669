import * as core from '../core/index.ts';
import { having } from './core-calculus.ts';
import { nothing, real } from './doubles.ts';
import type { Approximate } from './doubles.ts';
import { number, vector } from './evaluate-core.ts';
import type { Frame, Program } from './evaluate-core.ts';
import type { Expression } from './expression.ts';

type Optimum = Extract<Expression, { readonly kind: 'optimum' }>;

/** The least value over couplings, and the greatest over functions with bounded slopes or over potentials. */
export function optimum(expression: Optimum): Program<Approximate> {
  const value = {
    couplings: leastCost,
    'Lipschitz functions': steepest,
    potentials: greatestPotentials,
  }[expression.over](expression);
  return (frame) => {
    try {
      return value(frame);
    } catch (error) {
      if (error instanceof core.DomainError) return nothing;
      throw error;
    }
  };
}

/** What the objective is at the k-th value alone of what is varied. */
function coefficients(
  body: Expression,
  name: string,
  count: (n: number) => number,
  other?: string,
): Program<Approximate[]> {
  const of = number(body);
  return (frame) => {
    const all = (): Approximate[] =>
      Array.from({ length: count(frame.environment.outcomes) }, (_, k) =>
        having(frame, name, k + 1, () => of(frame)),
      );
    return other === undefined ? all() : having(frame, other, 0, all);
  };
}

const valuesOf = (entries: readonly Approximate[]): Float64Array =>
  Float64Array.from(entries, ({ value }) => value);
const most = (entries: readonly Approximate[]): number => Math.max(0, ...entries.map(({ scale }) => scale));
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** The core's cheapest plan. */
function leastCost({ pmfs, name, body }: Optimum): Program<Approximate> {
  const masses = pmfs.map(vector);
  const costs = coefficients(body, name, (n) => n * n);
  return (frame) => {
    const [a, b] = masses.map((of) => core.fromWeights(valuesOf(of(frame))));
    const cost = costs(frame);
    return real(core.optimalTransport(a!, b!, valuesOf(cost)).cost, most(cost));
  };
}

/** By duality: the cost of moving what is gained to where it is lost, at the price of the distance. */
function steepest({ name, body, slope, cost }: Optimum): Program<Approximate> {
  const gains = coefficients(body, name, (n) => n);
  const steepness = slope && number(slope);
  const metric = cost && vector(cost);
  return (frame) => {
    const gain = gains(frame);
    const scale = sumOf(gain.map((part) => part.scale));
    if (Math.abs(sumOf(gain.map(({ value }) => value))) > 1e-9 * scale) return real(Infinity);
    const positive = gain.map(({ value }) => Math.max(value, 0));
    const total = sumOf(positive);
    const n = gain.length;
    const distances = metric
      ? valuesOf(metric(frame))
      : Float64Array.from({ length: n * n }, (_, k) => Math.abs(Math.floor(k / n) - (k % n)));
    const furthest = Math.max(...distances);
    if (!(total > 1e-14 * scale)) return real(0, furthest * scale);
    const [a, b] = [positive, gain.map(({ value }) => Math.max(-value, 0))].map((part) =>
      core.fromWeights(part),
    );
    const factor = steepness ? steepness(frame).value : 1;
    return real(factor * total * core.optimalTransport(a!, b!, distances).cost, factor * furthest * scale);
  };
}

/** The core's potentials, which are the proof that no plan costs less. */
function greatestPotentials({ name, other, body, cost }: Optimum): Program<Approximate> {
  const [first, second] = [
    coefficients(body, name, (n) => n, other),
    coefficients(body, other!, (n) => n, name),
  ];
  const bounds = vector(cost!);
  return (frame: Frame) => {
    const [a, b, c] = [first(frame), second(frame), bounds(frame)];
    const scale = sumOf([...a, ...b].map((part) => part.scale));
    const [left, right] = [a, b].map((part) => sumOf(part.map(({ value }) => value)));
    const least = Math.min(...[...a, ...b].map(({ value }) => value));
    // Potentials may be shifted against each other, and made as low as one likes.
    if (Math.abs(left! - right!) > 1e-9 * scale || least < -1e-9 * scale) return real(Infinity);
    const size = most(c) * scale;
    if (!(left! > 1e-14 * scale)) return real(0, size);
    const weights = [a, b].map((part) => part.map(({ value }) => Math.max(value, 0)));
    const [p, q] = weights.map((part) => core.fromWeights(part));
    const { f, g } = core.optimalTransport(p!, q!, valuesOf(c)).potentials;
    const paid = weights[0]!
      .map((mass, x) => mass * f[x]!)
      .concat(weights[1]!.map((mass, y) => mass * g[y]!));
    return real(sumOf(paid), sumOf(paid.map(Math.abs)) + size);
  };
}
