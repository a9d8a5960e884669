import type { ComponentChildren } from 'preact';
import type { Point } from '../../charts/curve.tsx';
import { along, type Axis } from '../../charts/plot.tsx';
import { percent } from '../../charts/scale.ts';
import { Letter } from '../notation.tsx';
import { inNumbers, type Outcome } from './critic.ts';

export const across: Axis = { from: 0, to: 4, name: <Letter of="t" />, ticks: [0, 1, 2, 3, 4] };
export const up: Axis = {
  from: -1,
  to: 4,
  name: (
    <>
      <Letter of="f" />(<Letter of="t" />)
    </>
  ),
  ticks: [-1, 0, 1, 2, 3, 4],
};
export const scores: Axis = {
  from: -3,
  to: 3,
  name: (
    <>
      score <Letter of="u" />
    </>
  ),
  ticks: [-3, -2, -1, 0, 1, 2, 3],
};
export const prices: Axis = {
  from: -2,
  to: 3,
  name: (
    <>
      <Letter of="f" />
      *(
      <Letter of="u" />)
    </>
  ),
  ticks: [-2, -1, 0, 1, 2, 3],
};

export const clamped = (share: number): number => Math.min(1, Math.max(0, share));
export const ordinals = ['first', 'second', 'third'] as const;

/** A point of a plot that stands at its edge where it lies beyond. */
export const inside = (x: Axis, y: Axis, at: Point): Point => ({
  x: clamped(along(x, at.x)),
  y: clamped(along(y, at.y)),
});

export function At({
  at,
  tone,
  children,
}: {
  readonly at: Point;
  readonly tone: string;
  readonly children: ComponentChildren;
}) {
  return (
    <span class={`mark-at ${tone}`} data-sym="" style={{ left: percent(at.x), top: percent(1 - at.y) }}>
      {children}
    </span>
  );
}

export interface Touching {
  readonly x: number;
  /** The quotient of the masses, infinite where only P has mass. */
  readonly t: number;
  readonly score: number;
  readonly price: number;
  readonly value: number;
}

export function touching({ a, b, score, conjugate, term }: Outcome, x: number): Touching {
  const t = b === 0 ? Infinity : a / b;
  const value = b === 0 ? Infinity : inNumbers(term, b);
  return { x, t, score: inNumbers(score), price: inNumbers(conjugate), value };
}
