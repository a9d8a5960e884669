import { type Codec, gcd } from '../frame/codec.ts';
import type { Grid } from '../frame/grid.ts';

/** A point of the unit square, in hundredths, with a weight: its mass is its share of the weights of its cloud. */
export interface Point {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

export type Cloud = readonly Point[];

export const square: Grid = { places: 2, least: 0, most: 100, step: 2 };
export const weights: Grid = { places: 0, least: 1, most: 9, step: 1 };
export const fewest = 1;
export const most = 8;
export const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
] as const;

export const totalOf = (cloud: Cloud): number => cloud.reduce((sum, { weight }) => sum + weight, 0);

/** The share of a whole, in lowest terms: `2/7`, `0`, `1`. */
export function fraction(part: number, whole: number): string {
  const common = gcd(part, whole);
  return whole === common ? String(part / common) : `${part / common}/${whole / common}`;
}

/** The site of a point that is added: the first of some corners of a grid that is free. */
export function added(cloud: Cloud): Cloud {
  const free = [50, 30, 70, 10, 90].flatMap((y) => [50, 30, 70, 10, 90].map((x) => ({ x, y, weight: 1 })));
  return [...cloud, free.find(({ x, y }) => !cloud.some((point) => point.x === x && point.y === y))!];
}

const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const base = digits.length;
const side = square.most + 1;

/** Three characters a point. */
export const cloud: Codec<Cloud> = {
  write: (points) =>
    points
      .map(({ x, y, weight }) => {
        const place = ((weight - 1) * side + y) * side + x;
        return [base * base, base, 1].map((unit) => digits[Math.floor(place / unit) % base]).join('');
      })
      .join(''),
  read: (text) => {
    if (!/^(?:[0-9A-Za-z]{3}){1,8}$/.test(text)) return undefined;
    const points = text.match(/.{3}/g)!.map((part) => {
      const place = [...part].reduce((sum, digit) => sum * base + digits.indexOf(digit), 0);
      return {
        x: place % side,
        y: Math.floor(place / side) % side,
        weight: Math.floor(place / side / side) + 1,
      };
    });
    return points.every(({ weight }) => weight <= weights.most) ? points : undefined;
  },
};
