import type { Point } from '../../charts/curve.tsx';
import { along, type Axis } from '../../charts/plot.tsx';
import { cornersInHundredths, drawnGenerator } from './drawn.ts';
import { type Generated, generatorOf } from './kinds.ts';

type Ends = Pick<Axis, 'from' | 'to'>;

const steps = 96;

/** Denser towards zero, where generators are steep. */
const arguments_ = Array.from({ length: steps }, (_, k) => ((k + 1) / steps) ** 2);

const placed = (x: Ends, y: Ends, at: Point): Point => ({ x: along(x, at.x), y: along(y, at.y) });

/** f over its axis; what is drawn by hand, by its corners. */
export function functionPoints(generated: Generated, x: Ends, y: Ends): readonly Point[] {
  const { value, atZero } = generatorOf(generated);
  if (generated.kind === 'dr')
    return cornersInHundredths(generated.levels).map(({ t, v }) => placed(x, y, { x: t / 4, y: v / 100 }));
  const start = Number.isFinite(atZero) ? [{ x: 0, y: atZero }] : [];
  const inner = arguments_.map((share) => ({ x: x.to * share, y: value(x.to * share) }));
  return [...start, ...inner].map((at) => placed(x, y, at));
}

/** f* over its axis, as far as it is finite; it is drawn up to just where it ends, too. */
export function conjugatePoints(generated: Generated, x: Ends, y: Ends): readonly Point[] {
  const { conjugate, slopeAtInfinity } =
    generated.kind === 'dr' ? drawnGenerator(generated.levels) : generatorOf(generated);
  const even = Array.from({ length: 2 * steps + 1 }, (_, k) => x.from + ((x.to - x.from) * k) / (2 * steps));
  const end = slopeAtInfinity < x.to ? [slopeAtInfinity] : [];
  const near = [0.02, 0.01, 0.004, 0.001].map((gap) => slopeAtInfinity - gap);
  return [...even, ...(end.length > 0 ? [...near, ...end] : [])]
    .sort((a, b) => a - b)
    .map((u) => ({ x: u, y: conjugate(u) }))
    .filter(({ y: value }) => Number.isFinite(value))
    .map((at) => placed(x, y, at));
}
