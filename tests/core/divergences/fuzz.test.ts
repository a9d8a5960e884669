import { expect, test } from 'vitest';
import {
  chernoffCoefficient,
  conditionalEntropy,
  fDivergence,
  fromWeights,
  jointFromWeights,
  logSoftmax,
  mutualInformation,
  perplexity,
  softmax,
  surprisal,
  type Pmf,
} from '../../../src/core/index.ts';
import { draws } from '../nonnegative/draws.ts';
import { declared, withGenerator } from './declared.ts';
import { parametric, plain } from './quantities.ts';

/** FUZZ_INPUTS=1000000 asks for more; the seed is fixed. */
const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? 100_000);
const { next, unit, weights, beside } = draws(20261124);

const orders = [0, 1e-300, 0.3, 0.5, 0.9, 1 - 2 ** -53, 1, 1 + 2 ** -52, 2, 3.7, 30, 1e6, 1e300, Infinity];
const iterated = Object.entries(plain).filter(([name]) => name.startsWith('chernoff'));
const plainly = Object.entries(plain).filter(([name]) => !name.startsWith('chernoff'));
const bounds = new Map(declared.map(({ of, properties }) => [of, properties.upperBound ?? Infinity]));

function wrong(value: number, most = Infinity): boolean {
  return !(value >= 0 && value <= most * (1 + 2e-14)) || Object.is(value, -0);
}

test(`no quantity of ${INPUTS} pairs is negative, NaN, minus zero or above its bound`, () => {
  const failures: string[] = [];
  const check = (name: string, p: Pmf, q: Pmf, value: number, most?: number) => {
    if (wrong(value, most)) failures.push(`${name} of [${p.join()}] and [${q.join()}] is ${value}`);
  };
  for (let i = 0; i < INPUTS; i++) {
    const w = weights(1 + (next() >>> 29));
    const v = i % 3 === 0 ? beside(w) : weights(w.length);
    const [p, q] = [fromWeights(w), fromWeights(v)];
    const order = orders[i % orders.length]!;
    const share = order <= 1 ? order : unit();
    for (const [name, of] of plainly) check(name, p, q, of(p, q));
    // An iteration each, so on one input in eight.
    if (i % 8 === 0) for (const [name, of] of iterated) check(name, p, q, of(p, q));
    check(`Rényi of order ${order}`, p, q, parametric['renyi']!(p, q, order));
    if (order < Infinity) {
      check(`α of order ${order}`, p, q, parametric['alpha']!(p, q, order));
      check(`α of order ${-order}`, p, q, parametric['alpha']!(p, q, -order));
    }
    for (const name of ['chernoff', 'weightedJensenShannon', 'skew', 'geometricJensenShannon']) {
      check(`${name} of ${share}`, p, q, parametric[name]!(p, q, share));
    }
    check(`coefficient of ${share}`, p, q, chernoffCoefficient(p, q, share), 1);
    const { name, of, generator } = withGenerator[i % withGenerator.length]!;
    check(`f-divergence for the ${name}`, p, q, fDivergence(p, q, generator));
    check(name, p, q, of(p, q), bounds.get(of) ?? Infinity);
  }
  expect(failures.slice(0, 10)).toEqual([]);
});

test(`no information quantity of ${INPUTS / 10} tables is negative, NaN, minus zero or above its bound`, () => {
  const failures: string[] = [];
  for (let i = 0; i < INPUTS / 10; i++) {
    const [rows, columns] = [1 + (next() >>> 30), 1 + (next() >>> 30)];
    const joint = jointFromWeights(weights(rows * columns), { rows, columns });
    const p = joint.pairs;
    const values = [
      conditionalEntropy(joint, { given: 'rows' }),
      conditionalEntropy(joint, { given: 'columns' }),
      mutualInformation(joint),
      surprisal(p, 0),
    ];
    if (values.some((value) => wrong(value)) || wrong(perplexity(p) - 1, p.length)) {
      failures.push(`${rows} × ${columns} [${p.join()}]: ${values.join()}`);
    }
    const logits = Array.from({ length: rows * columns }, () => (unit() - 0.5) * 10 ** (4 * unit()));
    const probabilities = softmax(logits);
    const logarithms = logSoftmax(logits);
    if (probabilities.some((x) => wrong(x, 1)) || logarithms.some((x) => !(x <= 0) || Object.is(x, -0))) {
      failures.push(`softmax of [${logits.join()}]`);
    }
  }
  expect(failures.slice(0, 10)).toEqual([]);
});
