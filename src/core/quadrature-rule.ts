import { magnitude } from './magnitude.ts';

/** Nodes of the Gauss–Kronrod rule of 21 points on [−1, 1] from the outermost to the centre; it is symmetric. */
export const NODES = [
  0.9956571630258081, 0.9739065285171717, 0.9301574913557082, 0.8650633666889845, 0.7808177265864169,
  0.6794095682990244, 0.5627571346686047, 0.4333953941292472, 0.2943928627014602, 0.14887433898163122, 0,
];
export const WEIGHTS = [
  0.011694638867371874, 0.032558162307964725, 0.054755896574351995, 0.07503967481091996, 0.0931254545836976,
  0.10938715880229764, 0.12349197626206584, 0.13470921731147334, 0.14277593857706009, 0.14773910490133849,
  0.1494455540029169,
];
/** Weights of the Gauss rule of 10 points, which are every second of the nodes. */
export const GAUSS = [
  0.06667134430868814, 0.1494513491505806, 0.21908636251598204, 0.26926671930999635, 0.29552422471475287,
];

export interface Panel {
  readonly value: number;
  readonly error: number;
}

export const EVALUATIONS_PER_PANEL = 21;

const above = new Float64Array(10);
const below = new Float64Array(10);

/**
 * ∫ f over [from, to] by 21 points, with QUADPACK's estimate of the error from the 10 points among them: at least 50
 * roundings of ∫ |f|. It bounds the error of functions that are smooth at the scale of the panel.
 *
 * @see piessens-1983
 */
export function gaussKronrod(f: (x: number) => number, from: number, to: number): Panel {
  const centre = from / 2 + to / 2;
  const half = to / 2 - from / 2;
  const middle = f(centre);
  let kronrod = WEIGHTS[10]! * middle;
  let size = WEIGHTS[10]! * magnitude(middle);
  let gauss = 0;
  for (let i = 0; i < 10; i++) {
    const high = f(centre + half * NODES[i]!);
    const low = f(centre - half * NODES[i]!);
    above[i] = high;
    below[i] = low;
    kronrod += WEIGHTS[i]! * (high + low);
    size += WEIGHTS[i]! * (magnitude(high) + magnitude(low));
    if (i % 2 === 1) gauss += GAUSS[(i - 1) / 2]! * (high + low);
  }
  const mean = kronrod / 2;
  let variation = WEIGHTS[10]! * magnitude(middle - mean);
  for (let i = 0; i < 10; i++) {
    variation += WEIGHTS[i]! * (magnitude(above[i]! - mean) + magnitude(below[i]! - mean));
  }
  let error = magnitude(kronrod - gauss);
  if (variation !== 0 && error !== 0) {
    const ratio = (200 * error) / variation;
    error = ratio < 1 ? variation * ratio * Math.sqrt(ratio) : variation;
  }
  const rounding = size * 1.1102230246251565e-14;
  return { value: kronrod * half, error: (error > rounding ? error : rounding) * half };
}
