import type { ComponentChildren } from 'preact';
import { percent } from './scale.ts';
import { Ticks, type Tick } from './ticks.tsx';

/** An interval of values and the share of the box that each takes. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  /** What is measured, with its unit. */
  readonly name: ComponentChildren;
  readonly ticks: readonly number[];
  /** What is written at the ticks where it is not their value: on an axis of logarithms, what these are of. */
  readonly labels?: readonly string[];
}

/** Where a value stands on its axis, as a share from its start. */
export const along = ({ from, to }: Pick<Axis, 'from' | 'to'>, value: number): number =>
  (value - from) / (to - from);

/** The value at a share of the axis. */
export const valueAt = ({ from, to }: Pick<Axis, 'from' | 'to'>, share: number): number =>
  from + share * (to - from);

const ticksOf = (axis: Axis): readonly Tick[] =>
  axis.ticks.map((value, k) => ({
    value,
    label: axis.labels?.[k] ?? String(value).replace('-', '−'),
    at: along(axis, value),
  }));

interface Props {
  readonly x: Axis;
  readonly y: Axis;
  /** The drawing: curves, marks and areas in shares of the box. */
  readonly children: ComponentChildren;
  /** Handles and labels in HTML over the drawing. */
  readonly over?: ComponentChildren;
  /** Says in words what is seen. */
  readonly title: string;
}

/** A box with two axes. Nothing is measured: everything in it stands at a share of its width and height, which the style sheet sets. */
export function Plot({ x, y, children, over, title }: Props) {
  return (
    <div class="xy" role="group" aria-label={title}>
      <div class="y-axis">
        <Ticks ticks={ticksOf(y)} />
      </div>
      <div class="box">
        <svg class="chart" aria-hidden="true">
          {y.ticks.map((tick) => (
            <line
              key={`y${tick}`}
              class={tick === 0 ? 'baseline' : 'halfway'}
              x2="100%"
              y1={percent(1 - along(y, tick))}
              y2={percent(1 - along(y, tick))}
            />
          ))}
          {children}
        </svg>
        <span class="axis-name">{y.name}</span>
        {over}
      </div>
      <div class="x-axis">
        <Ticks ticks={ticksOf(x)} across />
        <span class="axis-name across-name">{x.name}</span>
      </div>
    </div>
  );
}
