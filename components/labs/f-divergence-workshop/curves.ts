import type { Point } from '../../charts/curve.tsx';
import { along, type Axis } from '../../charts/plot.tsx';
import { inNumbers } from './critic.ts';
import { cornersInHundredths } from './drawn.ts';
import { ruleOf } from './exact.ts';
import type { Generated } from './kinds.ts';

type Ends = Pick<Axis, 'from' | 'to'>;

const steps = 96;

const placed = (x: Ends, y: Ends, at: Point): Point => ({ x: along(x, at.x), y: along(y, at.y) });

/** f over its axis, denser towards zero, where generators are steep; what is drawn by hand, by its corners. */
export function functionPoints(generated: Generated, x: Ends, y: Ends): readonly Point[] {
  if (generated.kind === 'dr')
    return cornersInHundredths(generated.levels).map(({ t, v }) => placed(x, y, { x: t / 4, y: v / 100 }));
  const rule = ruleOf(generated);
  const atZero = inNumbers(rule.atZero);
  const start = Number.isFinite(atZero) ? [{ x: 0, y: atZero }] : [];
  const inner = Array.from({ length: steps }, (_, k) => {
    const [a, b] = [(k + 1) * (k + 1), (steps * steps) / x.to];
    return { x: a / b, y: inNumbers(rule.term(a, b), b) };
  });
  return [...start, ...inner].map((at) => placed(x, y, at));
}

/** f* over its axis, as far as it is finite; it is drawn up to just where it ends, too. */
export function conjugatePoints(generated: Generated, x: Ends, y: Ends): readonly Point[] {
  const rule = ruleOf(generated);
  const end = inNumbers(rule.slopeAtInfinity);
  const even = Array.from({ length: 2 * steps + 1 }, (_, k) => x.from + ((x.to - x.from) * k) / (2 * steps));
  const near = end < x.to ? [0.02, 0.01, 0.004, 0.001].map((gap) => end - gap) : [];
  const last = end < x.to ? [{ x: end, y: inNumbers(rule.touchedAtInfinity) }] : [];
  return [...even, ...near]
    .filter((u) => u < end)
    .sort((a, b) => a - b)
    .map((u) => ({ x: u, y: inNumbers(rule.conjugate(100 * u)) }))
    .concat(last)
    .filter(({ y: value }) => Number.isFinite(value))
    .map((at) => placed(x, y, at));
}
