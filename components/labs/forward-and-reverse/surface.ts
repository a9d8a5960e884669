import { exp } from '../../../src/core/elementary/exp.ts';
import { log } from '../../../src/core/elementary/log.ts';
import type { Field } from '../../charts/level-lines.tsx';
import { expectation, logMixture, type Mixture, moments, type Normal } from './densities.ts';

export type Direction = 'forward' | 'reverse';

/** What the map shows: means to the right, standard deviations upwards. */
export const means = { from: -6, to: 6 } as const;
export const deviations = { from: 0.2, to: 4 } as const;
const columns = 41;
const rows = 25;

/** The logarithm of the mixture at equally spaced points, between which a line is near enough for a drawing. */
function tabulated(p: Mixture): (x: number) => number {
  const [from, step] = [-26, 0.04];
  const logP = logMixture(p);
  const table = Float64Array.from({ length: 1301 }, (_, k) => logP(from + k * step));
  return (x) => {
    const at = (x - from) / step;
    const k = Math.floor(at);
    return table[k]! + (at - k) * (table[k + 1]! - table[k]!);
  };
}

/** D as a function of q, for one p. */
function heights(p: Mixture, direction: Direction): (q: Normal) => number {
  if (direction === 'reverse') {
    const logP = tabulated(p);
    return (q) => -0.5 - log(q.deviation) - expectation(q, logP);
  }
  const { mean, variance } = moments(p);
  const ofP = (own: number) => expectation({ mean: own, deviation: 1 }, logMixture(p));
  const negative = p.weight * ofP(p.left) + (1 - p.weight) * ofP(p.right);
  return ({ mean: at, deviation }) => {
    const squared = deviation * deviation;
    return negative + log(deviation) + (variance + (at - mean) * (at - mean)) / (2 * squared);
  };
}

/** The place of a point of the field. */
const qAt = (column: number, row: number): Normal => ({
  mean: means.from + ((means.to - means.from) * column) / (columns - 1),
  deviation: deviations.from + ((deviations.to - deviations.from) * row) / (rows - 1),
});

/** The divergence over all means and standard deviations of q, to the accuracy of a drawing. */
export function surface(p: Mixture, direction: Direction): Field {
  const height = heights(p, direction);
  const values = Float64Array.from({ length: columns * rows }, (_, k) =>
    height(qAt(k % columns, Math.floor(k / columns))),
  );
  return { columns, rows, values };
}

/** Minus the slope of the divergence along the mean and the logarithm of the standard deviation, scaled so that steps of it never overshoot. */
function downhill(
  p: Mixture,
  direction: Direction,
  q: Normal,
): readonly [mean: number, logDeviation: number] {
  const squared = q.deviation * q.deviation;
  if (direction === 'forward') {
    const { mean, variance } = moments(p);
    const spread = variance + (q.mean - mean) * (q.mean - mean);
    return [mean - q.mean, (spread - squared) / (spread + squared)];
  }
  // E (log p)′ = E m(x) − μ and E (log p)″ = gap² E r(1 − r) − 1, r the share of the left bump at x and m the mean of the two by it.
  const gap = p.right - p.left;
  const odds = log((1 - p.weight) / p.weight);
  let squares = 0;
  const left = expectation(q, (x, share) => {
    const ofLeft = 1 / (1 + exp(odds + gap * (x - (p.left + p.right) / 2)));
    squares += share * ofLeft * ofLeft;
    return ofLeft;
  });
  const both = left - squares;
  const slope = squared * (1 - gap * gap * both) - 1;
  return [p.right - gap * left - q.mean, -slope / (1 + squared)];
}

/** Of the step that would be right for the steepest slope. */
const pace = 0.6;

const within = ({ from, to }: { readonly from: number; readonly to: number }, value: number): number =>
  Math.min(to, Math.max(from, value));

/** Where a search downhill comes along from q. */
export function descent(p: Mixture, direction: Direction, q: Normal, steps = 160): readonly Normal[] {
  const path = [q];
  for (let step = 0; step < steps; step++) {
    const at = path.at(-1)!;
    const [mean, logDeviation] = downhill(p, direction, at);
    if (Math.abs(mean) + Math.abs(logDeviation) < 1e-7) break;
    path.push({
      mean: within(means, at.mean + pace * mean),
      deviation: within(deviations, at.deviation * exp(pace * logDeviation)),
    });
  }
  return path;
}

/** Every local minimum of D(q ‖ p): where a search from any of the lowest points of the map ends, from left to right. */
export function reverseMinima(p: Mixture): readonly Normal[] {
  const { values } = surface(p, 'reverse');
  const found: Normal[] = [];
  for (let k = 0; k < values.length; k++) {
    const [column, row] = [k % columns, Math.floor(k / columns)];
    const beside = [-1, 0, 1].flatMap((up) =>
      [-1, 0, 1].map((right) =>
        column + right < 0 || column + right >= columns
          ? Infinity
          : (values[k + up * columns + right] ?? Infinity),
      ),
    );
    if (row === 0 || row === rows - 1 || beside.some((value) => value < values[k]!)) continue;
    const end = descent(p, 'reverse', qAt(column, row), 2000).at(-1)!;
    const known = found.some(
      ({ mean, deviation }) => Math.abs(mean - end.mean) + Math.abs(deviation - end.deviation) < 0.02,
    );
    if (!known) found.push(end);
  }
  return found;
}
