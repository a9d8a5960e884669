import { roundLimit } from '../../charts/scale.ts';
import { grid, jsdReading, klReading, type Setting } from './model.ts';
import { type Treatment, treatedValue, treatments } from './treated.ts';

export interface Point {
  /** The decimal logarithm of ε. */
  readonly at: number;
  readonly value: number;
}

export const logarithms = { from: -grid.most / 100, to: -grid.least / 100 } as const;

const steps = Array.from({ length: grid.most / 40 + 1 }, (_, k) => 40 * k);
const made = new WeakMap<readonly number[], { readonly Q: readonly number[]; readonly curves: Curves }>();
type Curves = Readonly<Record<Treatment, readonly Point[]>>;

/** Each treatment over ε, made once for a pair: ε moves along them. */
export function curvesOf({ P, Q }: Setting): Curves {
  const known = made.get(P);
  if (known?.Q === Q) return known.curves;
  const curve = (way: Treatment): readonly Point[] =>
    steps.map((s) => ({ at: -s / 100, value: treatedValue(way, { P, Q, s }).value }));
  const curves = Object.fromEntries(treatments.map((way) => [way, curve(way)])) as Curves;
  made.set(P, { Q, curves });
  return curves;
}

interface Scale {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

/** Round numbers around everything finite that is drawn, zero among them. */
export function scaleOf(setting: Setting): Scale {
  const drawn = Object.values(curvesOf(setting)).flatMap((points) => points.map(({ value }) => value));
  const level = [klReading(setting), jsdReading(setting)].map(({ value }) => value);
  const values = [0, ...drawn, ...level].filter(Number.isFinite);
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const step = roundLimit((most - least) / 8);
  const [low, high] = [Math.floor(least / step), Math.max(1, Math.ceil(most / step))];
  const ticks = Array.from({ length: high - low + 1 }, (_, k) => Number(((low + k) * step).toPrecision(3)));
  return { from: ticks[0]!, to: ticks.at(-1)!, ticks };
}
