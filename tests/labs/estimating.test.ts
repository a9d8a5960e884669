import { expect, test } from 'vitest';
import { pairOf } from '../../components/labs/estimating/draws.ts';
import { places, samples, type Size, sizes, sizesOf } from '../../components/labs/estimating/kinds.ts';
import {
  binOf,
  distance,
  divergence,
  divergenceOfBins,
  edgesOf,
  entropyOfBins,
  massesOf,
  qOf,
} from '../../components/labs/estimating/normals.ts';
import { columnOf, countGivens, slopeReading } from '../../components/labs/estimating/readings.ts';
import { countsOf, run, type Run, steps } from '../../components/labs/estimating/run.ts';
import { first, type Setting } from '../../components/labs/estimating/setting.ts';
import { costMatrix, fromWeights, optimalTransport } from '../../src/core/index.ts';
import { oracleValue } from '../formula/oracle-value.ts';

const { abs, log, sqrt } = Math;
const unit = 10 ** -places;
/** Half a unit in the last place, and what doubles lose. */
const rounding = 0.5001 * unit;

const estimatesOf = (made: Run, size: Size, series = 0): readonly (number | null)[] =>
  made.series[series]![sizesOf(made.setting.kind, series).indexOf(size)]!;

/** The draws of P and of Q in a sample, in their order. */
function drawnOf({ seed, mean, width }: Setting, sample: number, size: Size) {
  const { forP, forQ } = pairOf(seed, sample);
  const count = Number(size);
  return {
    p: Array.from(forP.slice(0, count)),
    q: Array.from(forQ.slice(0, count), (z) => (mean + width * z) / 100),
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;
const meanOf = (made: Run, size: Size): number => unit * mean(columnOf(made, size).finite);
/** Of a mean of the samples, if one of them has this deviation. */
const standardError = (made: Run, size: Size): number => {
  const values = columnOf(made, size).finite.map((value) => value * unit);
  const centre = mean(values);
  return sqrt(mean(values.map((x) => (x - centre) ** 2)) / (values.length - 1));
};

test('a bin holds its lower edge, and the outermost bins all that lies beyond', () => {
  for (const bins of [3, 4, 20]) {
    const edges = edgesOf(bins);
    expect(edges).toHaveLength(bins - 1);
    edges.forEach((edge, k) => {
      expect(binOf(bins, edge + 1e-9)).toBe(k + 1);
      expect(binOf(bins, edge - 1e-9)).toBe(k);
    });
    expect([binOf(bins, -50), binOf(bins, 50)]).toEqual([0, bins - 1]);
  }
});

test('the masses of the bins are differences of the distribution function to a relative 10⁻¹², in the tails too', () => {
  for (const [m, width] of [
    [200, 50],
    [-200, 50],
    [37, 200],
  ] as const) {
    const setting = { ...first, mean: m, width };
    const edges = edgesOf(20);
    massesOf(20, qOf(setting)).forEach((mass, k) => {
      const at = (edge: number) => `\\Phi(${((edge * 100 - m) / width).toFixed(20)})`;
      // Far up, two numbers near one leave nothing of their difference: the mirror image has it.
      const down = (edge: number) => `\\Phi(${((m - edge * 100) / width).toFixed(20)})`;
      const [low, high] = [edges[k - 1], edges[k]];
      const tex = high === undefined ? down(low!) : low === undefined ? at(high) : `${at(high)} - ${at(low)}`;
      expect(abs(mass / Number(oracleValue(tex, {})) - 1)).toBeLessThan(1e-12);
    });
  }
});

test('each estimate from bins is that of the counts at fifty digits, rounded', () => {
  for (const [kind, tex] of [
    ['bins', () => '\\KL{P}{Q}'],
    ['plugIn', () => '\\H{P}'],
    ['corrected', (size: Size) => `\\H{P} + \\frac{\\sum_x \\1{P(x) > 0} - 1}{2 \\cdot ${size}}`],
  ] as const) {
    const setting: Setting = { ...first, kind, bins: 6, mean: 50 };
    const made = run(setting);
    for (const size of ['10', '300'] as const) {
      for (const sample of [0, 1, 2, 17, 39]) {
        const { p, q } = drawnOf(setting, sample, size);
        const counts = { P: countsOf(6, Float64Array.from(p)), Q: countsOf(6, Float64Array.from(q)) };
        const exact = Number(oracleValue(tex(size), countGivens(counts, size), 'nats'));
        const estimate = estimatesOf(made, size)[sample]!;
        if (exact === Infinity) expect(estimate).toBe(null);
        else expect(abs(estimate * unit - exact)).toBeLessThan(rounding);
      }
    }
  }
});

test('each estimate from neighbours is the mean of log(ν/ρ) + log(N/(N − 1)), by looking at all distances', () => {
  const setting: Setting = { ...first, kind: 'neighbours', neighbours: 3, mean: -80, width: 150 };
  const made = run(setting);
  for (const size of ['10', '100'] as const) {
    const n = Number(size);
    for (const sample of [0, 11, 39]) {
      const { p, q } = drawnOf(setting, sample, size);
      const third = (x: number, among: readonly number[]) =>
        among.map((other) => abs(x - other)).sort((a, b) => a - b)[2]!;
      const terms = p.map((x, i) => log(third(x, q) / third(x, p.toSpliced(i, 1))));
      const plain = mean(terms) + log(n / (n - 1));
      expect(abs(estimatesOf(made, size)[sample]! * unit - plain)).toBeLessThan(rounding);
    }
  }
});

test('each distance of samples is the mean difference of the sorted draws', () => {
  const setting: Setting = { ...first, kind: 'transport', mean: 30, width: 70 };
  const made = run(setting);
  for (const size of ['10', '1000'] as const) {
    for (const sample of [0, 11, 39]) {
      const drawn = drawnOf(setting, sample, size);
      const [x, y] = [drawn.p, drawn.q].map((values) => values.sort((a, b) => a - b));
      const plain = mean(x!.map((value, i) => abs(value - y![i]!)));
      expect(abs(estimatesOf(made, size)[sample]! * unit - plain)).toBeLessThan(rounding);
    }
  }
});

test('bins take away: less is left of the divergence by them, and the more the fewer they are', () => {
  for (const [m, width] of [
    [100, 100],
    [-60, 60],
    [200, 180],
  ] as const) {
    const setting = { ...first, mean: m, width };
    const left = [3, 6, 12].map((bins) => divergenceOfBins({ ...setting, bins }).value);
    // Every edge of the fewer bins is one of the more.
    expect([...left, divergence(setting).value]).toEqual(
      [...left, divergence(setting).value].sort((a, b) => a - b),
    );
  }
});

test('the plug-in entropy is low by about (K − 1)/2N, and the correction takes that off', () => {
  for (const seed of [1, 2, 3]) {
    const setting: Setting = { ...first, bins: 8, seed };
    const truth = entropyOfBins(setting).value;
    const [plugIn, corrected] = [run({ ...setting, kind: 'plugIn' }), run({ ...setting, kind: 'corrected' })];
    for (const size of ['100', '300'] as const) {
      const expected = -7 / (2 * Number(size));
      expect(abs(meanOf(plugIn, size) - truth - expected)).toBeLessThan(4 * standardError(plugIn, size));
      expect(abs(meanOf(corrected, size) - truth)).toBeLessThan(4 * standardError(corrected, size));
      expect(meanOf(plugIn, size)).toBeLessThan(truth);
    }
  }
});

test('neighbours are scattered around the truth, ever more closely, and samples of one distribution lie apart', () => {
  const setting: Setting = { ...first, kind: 'neighbours' };
  const made = run(setting);
  const truth = divergence(setting).value;
  expect(abs(meanOf(made, '10000') - truth)).toBeLessThan(4 * standardError(made, '10000'));
  const errors = sizes.map((size) => standardError(made, size));
  expect(errors).toEqual([...errors].sort((a, b) => b - a));
  const same: Setting = { ...first, kind: 'transport', mean: 0 };
  expect(distance(same).value).toBe(0);
  for (const size of sizes)
    for (const value of estimatesOf(run(same), size)) expect(value).toBeGreaterThan(0);
});

test('the distance of samples falls by the power one half, one half less a logarithm, one third', () => {
  const made = run({ ...first, kind: 'cube' });
  const [line, square, cube] = [0, 1, 2].map((series) => slopeReading(made, series).value) as [
    number,
    number,
    number,
  ];
  expect(abs(line + 1 / 2)).toBeLessThan(0.05);
  expect(abs(cube + 1 / 3)).toBeLessThan(0.03);
  expect(square).toBeGreaterThan(-1 / 2);
  expect(square).toBeLessThan(cube);
});

test('on the line, sorting is what exact transport does', () => {
  const { p, q } = drawnOf(first, 5, '100');
  const each = fromWeights(p.map(() => 1));
  const { cost } = optimalTransport(
    each,
    each,
    costMatrix(
      p.map((x) => [x]),
      q.map((x) => [x]),
    ),
  );
  const made = run({ ...first, kind: 'transport' });
  expect(abs(estimatesOf(made, '100')[5]! * unit - cost)).toBeLessThan(rounding);
});

test('a run tells how far it is, and the same seed gives the same estimates', () => {
  const going = steps(first);
  expect([going.next().value, going.next().value]).toEqual([1 / samples, 2 / samples]);
  for (const kind of ['bins', 'transport'] as const) {
    const setting = { ...first, kind };
    expect(run(setting)).toEqual(run(setting));
    expect(run({ ...setting, seed: 2 }).series).not.toEqual(run(setting).series);
  }
});
