import * as core from '../core/index.ts';
import { number } from './evaluate-core.ts';
import type { Frame, Program } from './evaluate-core.ts';
import type { Expression } from './expression.ts';
import { familySyntax } from './family-table.ts';
import type { FamilyName } from './family-table.ts';

/** A distribution of the core, and what its quantities need of it. */
export type Member =
  | core.Normal
  | core.Uniform
  | core.Exponential
  | core.Laplace
  | core.Gamma
  | core.Beta
  | core.Bernoulli
  | core.Binomial
  | core.Geometric
  | core.Poisson;

/** A density on the line, or a pmf on 0, 1, 2, …, in doubles. */
export interface Distribution {
  readonly discrete: boolean;
  /** The logarithm of the density or mass: densities underflow far out, their logarithms do not. */
  log(x: number): number;
  /** The ends of where it is positive. */
  readonly from: number;
  readonly to: number;
  /** Where its mass is, and where it has a corner. */
  readonly breaks: readonly number[];
  /** How wide it is. */
  readonly width: number;
  /** One of a named family, and no mixture. */
  readonly member?: Member;
}

const MAKE: Readonly<
  Record<FamilyName, (first: number, second: number) => Omit<Distribution, 'log' | 'discrete'>>
> = {
  normal(mean, variance) {
    const width = Math.sqrt(variance);
    return { ...onLine, breaks: [mean], width, member: core.normal({ mean, standardDeviation: width }) };
  },
  uniform(from, to) {
    return { from, to, breaks: [from, to], width: to - from, member: core.uniform({ from, to }) };
  },
  exponential(rate) {
    return { ...onHalfLine, breaks: [0, 1 / rate], width: 1 / rate, member: core.exponential({ rate }) };
  },
  Laplace(location, scale) {
    return { ...onLine, breaks: [location], width: scale, member: core.laplace({ location, scale }) };
  },
  gamma(shape, scale) {
    const breaks = [0, shape * scale];
    return { ...onHalfLine, breaks, width: Math.sqrt(shape) * scale, member: core.gamma({ shape, scale }) };
  },
  beta(a, b) {
    return { from: 0, to: 1, breaks: [0, a / (a + b), 1], width: 1, member: core.beta({ a, b }) };
  },
  Bernoulli(probability) {
    return { from: 0, to: 1, breaks: [1], width: 1, member: core.bernoulli({ probability }) };
  },
  binomial(trials, probability) {
    const breaks = [trials * probability];
    return {
      from: 0,
      to: trials,
      breaks,
      width: Math.sqrt(trials) + 1,
      member: core.binomial({ trials, probability }),
    };
  },
  geometric(probability) {
    const breaks = [1 / probability];
    return { ...onHalfLine, breaks, width: 1 / probability, member: core.geometric({ probability }) };
  },
  Poisson(mean) {
    return { ...onHalfLine, breaks: [mean], width: Math.sqrt(mean) + 1, member: core.poisson({ mean }) };
  },
};
const onLine = { from: -Infinity, to: Infinity };
const onHalfLine = { from: 0, to: Infinity };

const logarithmOf = (member: Member, x: number): number => {
  const value = 'logPdf' in member ? member.logPdf(x) : 'logPmf' in member ? member.logPmf(x) : undefined;
  return value ?? Math.log('pmf' in member ? member.pmf(x) : member.pdf(x));
};

/** Throws the core's DomainError where a parameter is none. */
export function memberOf(family: FamilyName, parameters: readonly number[]): Distribution {
  const made = MAKE[family](parameters[0]!, parameters[1] ?? NaN);
  const discrete = familySyntax(family).discrete === true;
  return { ...made, discrete, log: (x) => logarithmOf(made.member!, x) };
}

/** A distribution that an expression stands for: of a family, a mixture, or what the instance gives. */
export function distribution(of: Expression): Program<Distribution> {
  switch (of.kind) {
    case 'family': {
      const parameters = of.parameters.map(number);
      return (frame) =>
        memberOf(
          of.family,
          parameters.map((parameter) => parameter(frame).value),
        );
    }
    case 'symbol':
      return (frame) => named(of.name, frame);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
    case 'negate': {
      const parts = components(of);
      return (frame) =>
        mixture(parts.map(({ density, weight }) => ({ part: density(frame), weight: weight(frame) })));
    }
    default:
      throw new core.DomainError('a density where none is');
  }
}

const known = new WeakMap<object, Map<string, Distribution>>();

function named(name: string, frame: Frame): Distribution {
  const { environment } = frame;
  const found = known.get(environment) ?? new Map<string, Distribution>();
  known.set(environment, found);
  const before = found.get(name);
  if (before) return before;
  const definition = environment.definitions.findLast((candidate) => candidate.name === name);
  const given = environment.values[name];
  const made = definition
    ? distribution(definition.expression)({ ...frame, bound: new Map() })
    : readSample(typeof given === 'string' ? given : '');
  found.set(name, made);
  return made;
}

interface Component {
  readonly density: Program<Distribution>;
  readonly weight: Program<number>;
}

/** The densities of a sum, each with its factor. */
function components(of: Expression, factor: Program<number> = () => 1): Component[] {
  switch (of.kind) {
    case 'add':
      return [...components(of.left, factor), ...components(of.right, factor)];
    case 'subtract':
      return [...components(of.left, factor), ...components(of.right, (frame) => -factor(frame))];
    case 'negate':
      return components(of.of, (frame) => -factor(frame));
    case 'multiply':
    case 'divide': {
      const divides = of.kind === 'divide';
      const scalar = number(divides || isDensity(of.left) ? of.right : of.left);
      const density = divides || isDensity(of.left) ? of.left : of.right;
      return components(density, (frame) => {
        const { value } = scalar(frame);
        return divides ? factor(frame) / value : factor(frame) * value;
      });
    }
    default:
      return [{ density: distribution(of), weight: factor }];
  }
}

function isDensity(of: Expression): boolean {
  switch (of.kind) {
    case 'family':
      return true;
    case 'symbol':
      return of.type === 'density';
    case 'negate':
      return isDensity(of.of);
    case 'add':
    case 'subtract':
    case 'multiply':
    case 'divide':
      return isDensity(of.left) || isDensity(of.right);
    default:
      return false;
  }
}

function mixture(parts: readonly { readonly part: Distribution; readonly weight: number }[]): Distribution {
  const held = parts.filter(({ weight }) => weight !== 0);
  const total = held.reduce((sum, { weight }) => sum + weight, 0);
  if (!(Math.abs(total - 1) < 1e-9) || held.some(({ weight }) => weight < 0))
    throw new core.DomainError('the weights of a mixture');
  if (held.some(({ part }) => part.discrete !== held[0]!.part.discrete))
    throw new core.DomainError('a mixture of a density and a pmf');
  const log = (x: number): number => {
    const logs = held.map(({ part, weight }) => part.log(x) + Math.log(weight));
    const most = Math.max(...logs);
    if (!Number.isFinite(most)) return most;
    return most + Math.log(logs.reduce((sum, value) => sum + Math.exp(value - most), 0));
  };
  const all = held.map(({ part }) => part);
  return {
    discrete: all[0]!.discrete,
    log,
    from: Math.min(...all.map(({ from }) => from)),
    to: Math.max(...all.map(({ to }) => to)),
    breaks: all.flatMap(({ breaks }) => breaks),
    width: Math.min(...all.map(({ width }) => width)),
  };
}

/** What an instance gives for a density that stands for any: `N(0, 1)`, or `0.3 N(0, 1) + 0.7 Laplace(2, 1)`. */
function readSample(text: string): Distribution {
  const parts = text.split(' + ').map((part) => {
    const [, weight = '1', name = '', parameters = ''] =
      /^(?:([\d.]+) )?(\w+)\((.*)\)$/.exec(part.trim()) ?? [];
    const family = SAMPLED[name];
    if (!family) throw new core.DomainError(`no density '${text}'`);
    return { part: memberOf(family, parameters.split(', ').map(Number)), weight: Number(weight) };
  });
  return parts.length === 1 ? parts[0]!.part : mixture(parts);
}

const SAMPLED: Readonly<Record<string, FamilyName>> = {
  N: 'normal',
  U: 'uniform',
  Exp: 'exponential',
  Laplace: 'Laplace',
  Gamma: 'gamma',
  Beta: 'beta',
};
