import { lcg } from './reference.ts';

/** A transport problem with integer weights, as tests/reference/generate-transport-plans.py makes it. */
export interface Instance {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Row-major. */
  readonly cost: Float64Array;
}

/** Instances from here on are larger: every source has more targets than it tries first. */
export const LARGE = 500;

/** What each tenth of the instances is like, by the last digit of their number. */
export const KINDS = [
  'squared distances of points in the plane',
  'many ties',
  'half of the weights zero',
  'rectangular',
  'negative costs',
  'costs over twelve decades',
  'assignment',
  'pictures, distance in steps',
  'weights over six decades, costs of 24 bits',
  'partial sums that meet',
];

export function transportInstance(number: number): Instance {
  const next = lcg(number);
  const below = (most: number): number => (next() >>> 8) % most;
  for (let i = 0; i < 5; i++) below(2);
  const large = number >= LARGE;
  let n = large ? 65 + below(60) : 2 + below(14);
  let m = large ? 65 + below(60) : 2 + below(14);
  let side = 0;
  let weight: () => number = () => 1 + below(1000);
  let cost: (i: number, j: number) => number = () => below(1000);
  switch (number % 10) {
    case 0: {
      const points = Array.from({ length: n + m }, () => [below(1000), below(1000)] as const);
      cost = (i, j) => (points[i]![0] - points[n + j]![0]) ** 2 + (points[i]![1] - points[n + j]![1]) ** 2;
      break;
    }
    case 1:
      weight = () => 1 + below(3);
      cost = large ? (i, j) => ((i * j) % 5) + below(2) : () => below(4);
      break;
    case 2:
      weight = () => below(2) * (1 + below(9));
      break;
    case 3:
      [n, m] = below(2) ? [2, 40] : [35, 3];
      if (large) [n, m] = [5 * n, 5 * m];
      break;
    case 4:
      cost = () => below(1000) - 700;
      break;
    case 5:
      cost = () => (1 + below(9)) * Number(`1e${below(13)}`);
      break;
    case 6:
      m = n = (large ? 65 : 4) + below(16);
      weight = () => 1;
      break;
    case 7:
      side = large ? 10 : 4;
      n = m = side * side;
      weight = () => below(4);
      cost = (i, j) =>
        Math.abs((i % side) - (j % side)) + Math.abs(Math.floor(i / side) - Math.floor(j / side));
      break;
    case 8:
      weight = () => (1 + below(2 ** 24)) * Number(`1e${below(6)}`);
      cost = () => below(2 ** 24) / 2 ** 24;
      break;
    case 9:
      m = (large ? 66 : 1) + below(6);
      n = 3 * m;
      weight = () => 1;
      cost = large ? (i, j) => (i * j) % 11 : () => below(10);
  }
  const a = Array.from({ length: n }, () => weight());
  const b = Array.from({ length: m }, () => weight());
  if (!a.some((w) => w > 0)) a[0] = 1;
  if (!b.some((w) => w > 0)) b[0] = 1;
  return { a, b, cost: Float64Array.from({ length: n * m }, (_, k) => cost(Math.floor(k / m), k % m)) };
}
