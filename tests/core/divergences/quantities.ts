import { readFileSync } from 'node:fs';
import {
  alphaDivergence,
  bhattacharyyaCoefficient,
  bhattacharyyaDivergence,
  chernoffDivergence,
  chernoffInformation,
  chernoffOrder,
  chiSquaredDivergence,
  fromWeights,
  geometricJensenShannonDivergence,
  hellingerDistance,
  jensenShannonDivergenceOfMany,
  neymanChiSquaredDivergence,
  pmf,
  renyiDivergence,
  resistorAverageDivergence,
  skewDivergence,
  squaredHellingerDivergence,
  triangularDiscrimination,
  weightedJensenShannonDivergence,
  type Pmf,
} from '../../../src/core/index.ts';
import { readReference } from '../reference.ts';

/** The quantities of divergences.json without parameters, by their names there. */
export const plain: Readonly<Record<string, (p: Pmf, q: Pmf) => number>> = {
  squaredHellinger: squaredHellingerDivergence,
  hellinger: hellingerDistance,
  chiSquared: chiSquaredDivergence,
  neyman: neymanChiSquaredDivergence,
  triangular: triangularDiscrimination,
  bhattacharyyaCoefficient,
  bhattacharyya: bhattacharyyaDivergence,
  chernoffInformation,
  chernoffOrder,
  resistorAverage: resistorAverageDivergence,
  jensenShannonOfThree: (p, q) =>
    jensenShannonDivergenceOfMany([p, q, fromWeights(Array.from(p, () => 1))], {
      weights: pmf([0.5, 0.25, 0.25]),
    }),
};

/** Those with an order or a weight. */
export const parametric: Readonly<Record<string, (p: Pmf, q: Pmf, parameter: number) => number>> = {
  renyi: renyiDivergence,
  alpha: alphaDivergence,
  chernoff: chernoffDivergence,
  weightedJensenShannon: (p, q, weight) => weightedJensenShannonDivergence(p, q, { weight }),
  skew: (p, q, skew) => skewDivergence(p, q, { skew }),
  geometricJensenShannon: (p, q, weight) => geometricJensenShannonDivergence(p, q, { weight }),
};

interface Row {
  readonly file: string;
  readonly at: number;
  readonly name: string;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
}

interface Expected {
  readonly family: string;
  readonly p: Pmf;
  readonly q: Pmf;
  readonly quantity: string;
  readonly parameter: number | undefined;
  readonly expected: string;
  readonly actual: number;
}

/** Every value of divergences.json beside what the core returns. */
export function* compared(): Generator<Expected> {
  const url = new URL('../../reference/divergences.json', import.meta.url);
  const { cases, parameters } = JSON.parse(readFileSync(url, 'utf8')) as {
    readonly cases: readonly Row[];
    readonly parameters: Readonly<Record<string, readonly (number | string)[]>>;
  };
  for (const { file, at, name, values } of cases) {
    const make = file === 'weights.json' ? fromWeights : pmf;
    const given = readReference(file)[at]!;
    const [p, q] = [make(given.p), make(given.q)];
    for (const [quantity, expected] of Object.entries(values)) {
      const row = { family: `${file}: ${name}`, p, q, quantity };
      if (typeof expected === 'string') {
        yield { ...row, parameter: undefined, expected, actual: plain[quantity]!(p, q) };
        continue;
      }
      for (const [i, value] of expected.entries()) {
        const parameter = Number(parameters[quantity]![i]);
        yield { ...row, parameter, expected: value, actual: parametric[quantity]!(p, q, parameter) };
      }
    }
  }
}
