import { normal } from '../../../src/core/index.ts';
import { type QuantityName, type Setting, valueReading } from './model.ts';

export interface Point {
  readonly at: number;
  readonly value: number;
}

/** The figure in units of the line: P lies at 0, Q at the shift, and what the shift makes of each quantity stands below Q. */
export const line = { from: -0.9, to: 3.9 } as const;

/** The curve of two normals over the shift in fifths of their standard deviation; past twelve of them it is level. */
const fifths = Array.from({ length: 61 }, (_, k) => k);
const standard = new Map<QuantityName, readonly number[]>();

function standardCurve(name: QuantityName): readonly number[] {
  const curve =
    standard.get(name) ??
    fifths.map((shift) => valueReading(name, { shape: 'normals', shift, width: 5 }).value);
  standard.set(name, curve);
  return curve;
}

/** A quantity over the shift, for the shape and width of the setting; what happens at zero alone is left out. */
export function curveOf(name: QuantityName, setting: Setting): readonly Point[] {
  const { shape, width } = setting;
  const value = (shift: number): number => valueReading(name, { ...setting, shift }).value;
  const last = line.to * 100;
  if (shape === 'normals' && name !== 'w') {
    const points = standardCurve(name).map((value, k) => ({ at: (k * width) / 500, value }));
    return [...points, { at: line.to, value: name === 'kl' ? Infinity : points.at(-1)!.value }];
  }
  const jumps = name !== 'w' && (shape === 'points' || name === 'kl');
  const start = { at: 0, value: value(jumps ? last : 0) };
  const corner = { at: width / 50, value: value(2 * width) };
  return [start, ...(shape === 'uniforms' ? [corner] : []), { at: line.to, value: value(last) }];
}

/** The outline of a distribution whose centre is at `centre`, its height a share of its peak. */
export function outline({ shape, width }: Setting, centre: number): readonly Point[] {
  const half = width / 100;
  if (shape === 'points') {
    return [
      { at: centre, value: 0 },
      { at: centre, value: 1 },
    ];
  }
  if (shape === 'uniforms') {
    const [from, to] = [centre - half, centre + half];
    return [
      { at: from, value: 0 },
      { at: from, value: 1 },
      { at: to, value: 1 },
      { at: to, value: 0 },
    ];
  }
  const { pdf } = normal({ mean: 0, standardDeviation: 1 });
  return Array.from({ length: 81 }, (_, k) => (k - 40) / 10).map((z) => ({
    at: centre + z * half,
    value: pdf(z) / pdf(0),
  }));
}
