import { lcg } from './reference.ts';

/** A transport problem with integer weights, as tests/reference/generate-transport-plans.py makes it. */
export interface Instance {
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** Row-major. */
  readonly cost: Float64Array;
}

/** What each tenth of the instances is like, by the last digit of their number. */
export const KINDS = [
  'squared distances of points in the plane',
  'many ties',
  'half of the weights zero',
  'rectangular',
  'negative costs',
  'costs over twelve decades',
  'assignment',
  'pictures of 4 × 4 pixels',
  'weights over six decades, costs of 24 bits',
  'partial sums that meet',
];

export function transportInstance(number: number): Instance {
  const next = lcg(number);
  const below = (most: number): number => (next() >>> 8) % most;
  for (let i = 0; i < 5; i++) below(2);
  let n = 2 + below(14);
  let m = 2 + below(14);
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
      cost = () => below(4);
      break;
    case 2:
      weight = () => below(2) * (1 + below(9));
      break;
    case 3:
      [n, m] = below(2) ? [2, 40] : [35, 3];
      break;
    case 4:
      cost = () => below(1000) - 700;
      break;
    case 5:
      cost = () => (1 + below(9)) * Number(`1e${below(13)}`);
      break;
    case 6:
      m = n = 4 + below(16);
      weight = () => 1;
      break;
    case 7:
      n = m = 16;
      weight = () => below(4);
      cost = (i, j) => Math.abs((i % 4) - (j % 4)) + Math.abs((i >> 2) - (j >> 2));
      break;
    case 8:
      weight = () => (1 + below(2 ** 24)) * Number(`1e${below(6)}`);
      cost = () => below(2 ** 24) / 2 ** 24;
      break;
    case 9:
      m = 1 + below(6);
      n = 3 * m;
      weight = () => 1;
      cost = () => below(10);
  }
  const a = Array.from({ length: n }, () => weight());
  const b = Array.from({ length: m }, () => weight());
  if (!a.some((w) => w > 0)) a[0] = 1;
  if (!b.some((w) => w > 0)) b[0] = 1;
  return { a, b, cost: Float64Array.from({ length: n * m }, (_, k) => cost(Math.floor(k / m), k % m)) };
}
