import { roundLimit } from '../../charts/scale.ts';
import type { Axis } from '../../charts/plot.tsx';
import { log } from '../../../src/core/elementary/log.ts';
import { places, sizes } from './kinds.ts';
import type { Run } from './run.ts';

const LOG_10 = log(10);
export const log10 = (value: number): number => log(value) / LOG_10;

export const sizeAxis: Axis = {
  from: 0.75,
  to: 4.7,
  name: 'draws in a sample',
  ticks: sizes.map((size) => log10(Number(size))),
  labels: sizes,
};

/** An axis, and where what is infinite is drawn on it. */
export interface Scale {
  readonly up: Axis;
  readonly heightOf: (value: number) => number;
}

const unit = 10 ** -places;

const finiteOf = (run: Run | undefined): readonly number[] =>
  (run?.series ?? []).flat(2).flatMap((value) => (value === null ? [] : [value * unit]));

/** Round ends around all that is drawn, with room above for what is infinite. */
export function linearScale(run: Run | undefined, levels: readonly number[], name: string): Scale {
  const drawn = [...levels, ...finiteOf(run)];
  const [least, most] = [Math.min(...drawn), Math.max(...drawn)];
  const step = roundLimit((most - least) / 6);
  const [low, high] = [Math.floor(least / step), Math.ceil(most / step)];
  const ticks = Array.from({ length: high - low + 1 }, (_, k) => Number(((low + k) * step).toPrecision(3)));
  const infinite = run?.series.flat(2).includes(null) ?? false;
  const to = ticks.at(-1)! + (infinite ? 1.4 * step : 0.4 * step);
  const up: Axis = {
    from: ticks[0]!,
    to,
    name,
    ticks: infinite ? [...ticks, to - 0.5 * step] : ticks,
    labels: [...ticks.map((tick) => String(tick).replace('-', '−')), '∞'],
  };
  return { up, heightOf: (value) => (value === Infinity ? to - 0.5 * step : value) };
}

const decades = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1];

/** Of distances over two decades, their logarithms. */
export const logarithmicScale = (name: string): Scale => ({
  up: { from: log10(0.001), to: log10(1), name, ticks: decades.map(log10), labels: decades.map(String) },
  heightOf: (value) => (value > 0 ? log10(value) : -Infinity),
});
