import type { Enclosure } from '../../../src/core/index.ts';
import type { Givens } from '../frame/contract.ts';
import { decimal } from '../frame/grid.ts';
import type { Reading } from '../reading.ts';
import { sign } from './ladder.ts';
import { fraction, square, totalOf } from './points.ts';
import {
  type End,
  endOf,
  type Order,
  type Potential,
  rounded,
  type Setting,
  type Solution,
} from './solution.ts';

/** The points of P and then those of Q are the outcomes of both. */
export function givens(setting: Setting): Givens {
  const { P, Q } = setting;
  const [a, b] = [totalOf(P), totalOf(Q)];
  return {
    P: [...P.map(({ weight }) => fraction(weight, a)), ...Q.map(() => '0')],
    Q: [...P.map(() => '0'), ...Q.map(({ weight }) => fraction(weight, b))],
    '\\xi': [...P, ...Q].map(({ x }) => decimal(square, x)),
    '\\eta': [...P, ...Q].map(({ y }) => decimal(square, y)),
    w: [...P, ...Q].map(({ weight }) => String(weight)),
    ...(endOf(setting) === undefined && { '\\varepsilon': sign(setting.step) }),
  };
}

/** The same, with the cheapest plan as a table: what a reader may take it for. */
export function givensWithPlan(setting: Setting, { exact }: Solution): Givens {
  const { P, Q } = setting;
  const { plan, whole } = exact;
  const all = P.length + Q.length;
  const J = Array.from({ length: all * all }, (_, k) => {
    const [x, y] = [Math.floor(k / all), (k % all) - P.length];
    return x < P.length && y >= 0 ? fraction(plan[x * Q.length + y]!, whole) : '0';
  });
  return { ...givens(setting), J };
}

const powers: Readonly<Record<Order, (squares: string) => string>> = {
  1: (squares) => `\\sqrt{${squares}}`,
  2: (squares) => `(${squares})`,
  3: (squares) => `(${squares})^{3/2}`,
};

const costExpression = (order: Order, x: string, y: string): string =>
  powers[order](`(\\xi(${x}) - \\xi(${y}))^2 + (\\eta(${x}) - \\eta(${y}))^2`);

const number = (of: string, value: Enclosure): Reading => ({ of, unit: '', ...value });
const minus = (one: Enclosure, other: Enclosure, share = 1): Enclosure => ({
  value: one.value - share * other.value,
  relativeErrorBound: 4e-16,
  absoluteErrorBound: boundOf(one) + share * boundOf(other),
});
const boundOf = ({ value, relativeErrorBound, absoluteErrorBound }: Enclosure): number =>
  Math.abs(value) * relativeErrorBound + absoluteErrorBound;

const least = (order: Order): string => `\\W{${order}}{P}{Q}^${order}`;
const leastCost = ({ exact }: Solution): Enclosure => ({
  value: exact.cost,
  relativeErrorBound: rounded,
  absoluteErrorBound: 0,
});

export const leastReading = ({ order }: Setting, solution: Solution): Reading =>
  number(least(order), leastCost(solution));

const earnedExpression = (order: Order): string =>
  `\\sup_{\\varphi(x) + \\psi(y) \\le ${costExpression(order, 'x', 'y')}} \\Bigl( \\sum_x \\varphi(x) P(x) + \\sum_y \\psi(y) Q(y) \\Bigr)`;
const earned = ({ exact, largestCost }: Solution): Enclosure => ({
  value: exact.earned + 0,
  relativeErrorBound: 0,
  absoluteErrorBound: rounded * largestCost,
});

export const earnedReading = ({ order }: Setting, solution: Solution): Reading =>
  number(earnedExpression(order), earned(solution));

/** Nothing, by duality; what is shown is how sure of it the computation is. */
export const gapReading = ({ order }: Setting, solution: Solution): Reading =>
  number(`${least(order)} - ${earnedExpression(order)}`, minus(leastCost(solution), earned(solution)));

const pairs = (of: 'P' | 'Q', other: 'P' | 'Q', order: Order): string =>
  `\\sum_{x, y} ${of}(x) ${other}(y) ${costExpression(order, 'x', 'y')}`;

const movedExpression = (order: Order, end: End): string =>
  end === 'exact'
    ? least(order)
    : end === 'independent'
      ? pairs('P', 'Q', order)
      : `\\PlanCost{${order}}{\\varepsilon}{P}{Q}`;

/** What the plan that is drawn costs. */
export const movedReading = (setting: Setting, solution: Solution): Reading =>
  number(movedExpression(setting.order, endOf(setting)), solution.moved);

/** What it costs more than the cheapest; nothing at all where it is the cheapest. */
export function biasReading(setting: Setting, solution: Solution): Reading | undefined {
  const end = endOf(setting);
  if (end === 'exact') return undefined;
  return number(
    `${movedExpression(setting.order, end)} - ${least(setting.order)}`,
    minus(solution.moved, leastCost(solution)),
  );
}

const worth = (of: 'P' | 'Q', other: 'P' | 'Q', order: Order, end: End): string =>
  end === 'independent' ? pairs(of, other, order) : `\\EOT{${order}}{\\varepsilon}{${of}}{${other}}`;

/** The price of what the plan knows, where there is one. */
export function priceReading(setting: Setting, { value, moved }: Solution): Reading | undefined {
  if (endOf(setting) !== undefined) return undefined;
  const { order } = setting;
  return number(
    `${worth('P', 'Q', order, undefined)} - ${movedExpression(order, undefined)}`,
    minus(value, moved),
  );
}

export function worthReading(setting: Setting, solution: Solution): Reading {
  const end = endOf(setting);
  const of = end === 'exact' ? least(setting.order) : worth('P', 'Q', setting.order, end);
  return number(of, solution.value);
}

/** What P, or Q, and itself are worth; nothing in the exact problem. */
export function selfReading(of: 'P' | 'Q', setting: Setting, { ofP, ofQ }: Solution): Reading | undefined {
  const end = endOf(setting);
  if (end === 'exact') return undefined;
  return number(worth(of, of, setting.order, end), of === 'P' ? ofP : ofQ);
}

const halves = ['P', 'Q'] as const;

export function divergenceReading(setting: Setting, solution: Solution): Reading {
  const { order } = setting;
  const end = endOf(setting);
  const { value, ofP, ofQ } = solution;
  const debiased = minus(minus(value, ofP, 0.5), ofQ, 0.5);
  if (end === 'exact') return worthReading(setting, solution);
  const of =
    end === 'independent'
      ? `${pairs('P', 'Q', order)} - ${halves.map((half) => `\\tfrac12 ${pairs(half, half, order)}`).join(' - ')}`
      : `\\Sinkhorn{${order}}{\\varepsilon}{P}{Q}`;
  return number(of, debiased);
}

function chainExpression({ chain }: Potential, order: Order, n: number): string {
  const terms = chain.map(([i, j]) => costExpression(order, String(i + 1), String(n + j + 1)));
  return terms
    .reverse()
    .map((term, k) => `${k % 2 === 0 ? '+' : '-'} ${term}`)
    .join(' ')
    .replace(/^\+ /, '');
}

/** The price at a point: of P's for loading, of Q's for unloading. */
export function potentialReading(k: number, setting: Setting, { exact }: Solution): Reading {
  const { P, order } = setting;
  const potential = exact.potentials[k]!;
  const sum = chainExpression(potential, order, P.length);
  return {
    of: sum === '' ? '0' : sum,
    unit: '',
    value: potential.value,
    relativeErrorBound: 0,
    absoluteErrorBound: rounded * potential.size,
  };
}

/** The exact plan as a table: its entries, the sums of its rows and columns, and what it costs, all from its own fractions. */
export function planReadings(setting: Setting, solution: Solution) {
  const { P, Q, order } = setting;
  const { plan, whole } = solution.exact;
  const share = (parts: number): Enclosure => ({
    value: parts / whole,
    relativeErrorBound: 2e-16,
    absoluteErrorBound: 0,
  });
  const row = (i: number): number[] => Q.map((_, j) => plan[i * Q.length + j]!);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const place = (j: number): number => P.length + j + 1;
  return {
    entry: (i: number, j: number): Reading | undefined =>
      plan[i * Q.length + j] === 0
        ? undefined
        : number(`J(${i + 1}, ${place(j)})`, share(plan[i * Q.length + j]!)),
    row: (i: number): Reading => number(`\\sum_y J(${i + 1}, y)`, share(sum(row(i)))),
    column: (j: number): Reading =>
      number(`\\sum_x J(x, ${place(j)})`, share(sum(P.map((_, i) => plan[i * Q.length + j]!)))),
    cost: number(`\\sum_{x, y} J(x, y) ${costExpression(order, 'x', 'y')}`, leastCost(solution)),
  };
}

export function allReadings(
  setting: Setting,
  solution: Solution,
): readonly (Reading & { readonly givens?: Givens })[] {
  const { P, Q } = setting;
  const { entry, row, column, cost } = planReadings(setting, solution);
  const ofPlan = [
    ...P.flatMap((_, i) => Q.map((_other, j) => entry(i, j))),
    ...P.map((_, i) => row(i)),
    ...Q.map((_, j) => column(j)),
    cost,
  ];
  const withPlan = givensWithPlan(setting, solution);
  return [
    leastReading(setting, solution),
    earnedReading(setting, solution),
    gapReading(setting, solution),
    movedReading(setting, solution),
    biasReading(setting, solution),
    priceReading(setting, solution),
    worthReading(setting, solution),
    ...halves.map((half) => selfReading(half, setting, solution)),
    divergenceReading(setting, solution),
    ...[...P, ...Q].map((_, k) => potentialReading(k, setting, solution)),
    ...ofPlan.map((reading) => reading && { ...reading, givens: withPlan }),
  ].filter((reading) => reading !== undefined);
}
