import { DomainError } from '../domain-error.ts';
import { requireArray, readNumbers } from '../masses.ts';
import { fromWeights, massesBehind, type Masses, type Pmf } from '../pmf.ts';

declare const brand: unique symbol;

/** Points of ℝᵈ, one array of d coordinates each. */
export type Points = ArrayLike<ArrayLike<number>>;

/** A probability distribution on finitely many points of ℝᵈ. Made by `pointsInSpace` only. */
export interface PointCloud {
  readonly dimension: number;
  /** How many points there are. */
  readonly length: number;
  readonly [brand]: 'PointCloud';
}

/** Coordinates of points, row after row. */
export interface Coordinates {
  readonly count: number;
  readonly dimension: number;
  readonly values: Float64Array;
}

export interface Cloud extends Coordinates {
  readonly weights: Pmf;
  readonly masses: Masses;
  /** No weights were given: all points have the same mass. */
  readonly uniform: boolean;
}

const clouds = new WeakMap<PointCloud, Cloud>();

/** Coordinates up to here leave room for squares and sums: 2⁴⁵⁰. */
const FARTHEST = 2.9073548971824276e135;
/** 2²⁷: a gigabyte of doubles. */
const MOST_COORDINATES = 134217728;

/**
 * A distribution on points of ℝᵈ: mass weights[i] at points[i], or equal masses if no weights are given.
 *
 * Points need no order and may repeat; each is an array of the same d ≥ 1 numbers.
 *
 * @throws DomainError if the points have no or different dimensions, if a coordinate is not a number within ±2⁴⁵⁰, or if
 * there are not as many weights as points.
 */
export function pointsInSpace(points: Points, weights?: Pmf): PointCloud {
  const coordinates = readPoints('pointsInSpace', 'points', points);
  const { count, dimension } = coordinates;
  const given = weights === undefined ? fromWeights(new Float64Array(count).fill(1)) : weights;
  const masses = massesBehind('pointsInSpace', 'weights', given);
  if (masses.values.length !== count) {
    throw new DomainError(
      `pointsInSpace: there are ${count} points and ${masses.values.length} weights; each point needs one weight`,
    );
  }
  const cloud = { dimension, length: count } as unknown as PointCloud;
  clouds.set(cloud, { ...coordinates, weights: given, masses, uniform: weights === undefined });
  return cloud;
}

/** What is behind two clouds of one dimension; refuses anything that `pointsInSpace` did not make. */
export function cloudsBehind(quantity: string, mu: PointCloud, nu: PointCloud): [Cloud, Cloud] {
  const a = cloudBehind(quantity, 'mu', mu);
  const b = cloudBehind(quantity, 'nu', nu);
  requireOneDimension(quantity, 'mu', a, 'nu', b);
  return [a, b];
}

export function isPointCloud(points: unknown): points is PointCloud {
  return clouds.has(points as PointCloud);
}

function cloudBehind(quantity: string, name: string, points: PointCloud): Cloud {
  const cloud = clouds.get(points);
  if (cloud) return cloud;
  throw new DomainError(
    `${quantity}: ${name} is not a distribution on points in space; build it with pointsInSpace(points, weights)`,
  );
}

export function requireOneDimension(
  quantity: string,
  firstName: string,
  first: Coordinates,
  secondName: string,
  second: Coordinates,
): void {
  if (first.dimension === second.dimension) return;
  throw new DomainError(
    `${quantity}: ${firstName} has points of dimension ${first.dimension} and ${secondName} of dimension ${second.dimension}; both must lie in one space`,
  );
}

export function readPoints(quantity: string, name: string, points: Points): Coordinates {
  requireArray(quantity, name, points);
  requireArray(quantity, `${name}[0]`, points[0]);
  const count = points.length;
  const dimension = points[0]!.length;
  if (count * dimension > MOST_COORDINATES) {
    throw new DomainError(
      `${quantity}: ${name} has ${count * dimension} coordinates; at most ${MOST_COORDINATES} are supported`,
    );
  }
  const values = new Float64Array(count * dimension);
  for (let i = 0; i < count; i++) {
    const point = points[i]!;
    requireArray(quantity, `${name}[${i}]`, point);
    if (point.length !== dimension) {
      throw new DomainError(
        `${quantity}: ${name}[${i}] has ${point.length} coordinates and ${name}[0] has ${dimension}; all points must have as many`,
      );
    }
    values.set(readNumbers(quantity, `${name}[${i}]`, point, inRange, DOMAIN), i * dimension);
  }
  return { count, dimension, values };
}

const DOMAIN = 'every coordinate must be a number within ±2⁴⁵⁰';
const inRange = (x: number): boolean => x >= -FARTHEST && x <= FARTHEST;
