import { DomainError } from '../domain-error.ts';
import { log } from '../elementary/log.ts';
import { digamma } from '../special/digamma.ts';
import { type Neighbour, neighboursOnLine } from './neighbours-on-line.ts';
import {
  readPoints,
  requireOneDimension,
  type Coordinates,
  type Points,
} from '../transport/points-in-space.ts';

export interface NeighbourOptions {
  /** Which neighbour's distance measures the density: 1, the nearest, if none is given. */
  readonly neighbours?: number;
}

const MOST_PRODUCTS = 2e10;

/**
 * Estimate of the Kullback–Leibler divergence of P from Q, in nats, from points of both in ℝᵈ by the distances of their
 * k-th nearest neighbours.
 *
 *   D̂ = (1/n) Σᵢ [ d log( ν(i)/ρ(i) ) + ψ(l(i)) − ψ(k(i)) ] + log( m/(n − 1) )
 *
 * over the n points of P: ρ(i) is the Euclidean distance of point i from its l(i)-th neighbour among the others of P, ν(i)
 * from its k(i)-th among the m of Q. Both numbers are `neighbours`, so that the two ψ cancel, except for ties: where that many
 * points coincide with point i, the next one that does not is taken instead, and its rank in ψ says so. Points that coincide are
 * thus counted as mass near by, not as infinite density; a density is assumed, so many ties mean that the estimate is not to be
 * trusted. Consistent as n and m grow, for any k; not bounded below by 0. Computed from all n (n + m) distances, on a line
 * from the sorted samples, with the same bits; rounding moves it by at most 20 d u (1 + the largest |log| of a distance), u = 2⁻⁵³.
 *
 * @throws DomainError if the samples have no or different dimensions, fewer than k + 1 and k points, only points
 * that coincide with one of P, or more than 2·10¹⁰ products to compute; or if k is no integer ≥ 1.
 * @see wang-kulkarni-verdu-2009
 */
export function nearestNeighbourKlDivergence(
  sampleOfP: Points,
  sampleOfQ: Points,
  options: NeighbourOptions = {},
): number {
  const quantity = 'nearestNeighbourKlDivergence';
  const p = readPoints(quantity, 'sampleOfP', sampleOfP);
  const q = readPoints(quantity, 'sampleOfQ', sampleOfQ);
  requireOneDimension(quantity, 'sampleOfP', p, 'sampleOfQ', q);
  const k = requireNeighbours(options.neighbours ?? 1, p.count, q.count);
  const products = p.count * (p.count + q.count) * p.dimension;
  if (products > MOST_PRODUCTS) {
    throw new DomainError(
      `${quantity}: ${p.count} and ${q.count} points of dimension ${p.dimension} need ${products} products; at most ${MOST_PRODUCTS} are computed: use a part of the samples`,
    );
  }
  const [nearestOwn, nearestOther] = p.dimension === 1 ? onLine(p, q, k) : inSpace(p, q, k);
  let sum = 0;
  for (let i = 0; i < p.count; i++) {
    const own = nearestOwn(i);
    const other = nearestOther(i);
    if (own.square === Infinity || other.square === Infinity) {
      const where = own.square === Infinity ? 'all others of sampleOfP' : 'all of sampleOfQ';
      throw new DomainError(
        `${quantity}: ${where} coincide with sampleOfP[${i}]; there must be a distance to measure`,
      );
    }
    sum += (p.dimension / 2) * (log(other.square) - log(own.square));
    if (own.rank !== other.rank) sum += digamma(own.rank) - digamma(other.rank);
  }
  return sum / p.count + log(q.count / (p.count - 1));
}

/** The neighbour of a point of P among the others of P, and among those of Q. */
type Searches = readonly [own: (i: number) => Neighbour, other: (i: number) => Neighbour];

function onLine(p: Coordinates, q: Coordinates, k: number): Searches {
  const [own, other] = [neighboursOnLine(p.values), neighboursOnLine(q.values)];
  return [(i) => own(p.values[i]!, k, true), (i) => other(p.values[i]!, k, false)];
}

function inSpace(p: Coordinates, q: Coordinates, k: number): Searches {
  const search = neighbourSearch(k);
  return [(i) => search(p, i, p, i), (i) => search(p, i, q, -1)];
}

type Search = (from: Coordinates, i: number, among: Coordinates, except: number) => Neighbour;

/** The k-th neighbour of a point, or the first at a positive distance if that is farther. */
function neighbourSearch(k: number): Search {
  const nearest = new Float64Array(k);
  return (from, i, among, except) => {
    nearest.fill(Infinity);
    let coinciding = 0;
    let leastPositive = Infinity;
    for (let j = 0; j < among.count; j++) {
      if (j === except) continue;
      const square = squaredDistance(from, i, among, j);
      if (square === 0) coinciding++;
      else if (square < leastPositive) leastPositive = square;
      if (square >= nearest[k - 1]!) continue;
      let place = k - 1;
      for (; place > 0 && nearest[place - 1]! > square; place--) nearest[place] = nearest[place - 1]!;
      nearest[place] = square;
    }
    return coinciding < k
      ? { square: nearest[k - 1]!, rank: k }
      : { square: leastPositive, rank: coinciding + 1 };
  };
}

function squaredDistance(a: Coordinates, i: number, b: Coordinates, j: number): number {
  const d = a.dimension;
  let square = 0;
  for (let c = 0; c < d; c++) {
    const difference = a.values[i * d + c]! - b.values[j * d + c]!;
    square += difference * difference;
  }
  return square;
}

function requireNeighbours(k: unknown, n: number, m: number): number {
  if (typeof k === 'number' && Number.isInteger(k) && k >= 1 && k < n && k <= m) return k;
  throw new DomainError(
    `nearestNeighbourKlDivergence: neighbours is ${String(k)} for ${n} points of P and ${m} of Q; it must be an integer at least 1, below the first and at most the second`,
  );
}
