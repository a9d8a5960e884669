import { Decimal } from 'decimal.js';
import { undefinedValue } from './arithmetic.ts';
import { exponential } from './elementary.ts';
import type { Real, Value } from './number.ts';

const Digits = Decimal.clone({ precision: 70, toExpNeg: -20, toExpPos: 60 });
const toReal = (value: Decimal, scale: number): Real => ({
  kind: 'number',
  value,
  scale: Math.max(scale, value.abs().toNumber(), 1e-300),
});

/** A point of the rule: how far it is from where the change of variable starts, and the slope there. */
interface Node {
  readonly x: Decimal;
  readonly slope: Decimal;
}

const QUARTER_TURN = Digits.acos(-1).div(2);

/** Changes of variable after which the integrand dies out double-exponentially on both sides. */
const CHANGES: Readonly<Record<'line' | 'half-line' | 'interval', (t: Decimal) => Node>> = {
  line(t) {
    const [up, down] = [exponential(t), exponential(t.neg())];
    return { x: up.minus(down).div(2), slope: up.plus(down).div(2) };
  },
  'half-line'(t) {
    const down = exponential(t.neg());
    const x = exponential(t.minus(down));
    return { x, slope: x.times(down.plus(1)) };
  },
  /** tanh(π/2 sinh t) from the nearer end, so that no digit of the distance to it is lost. */
  interval(t) {
    const [up, down] = [exponential(t), exponential(t.neg())];
    const growth = exponential(up.minus(down).abs().times(QUARTER_TURN));
    const x = new Digits(1).div(growth.plus(1));
    return { x, slope: x.times(x).times(growth).times(up.plus(down)).times(QUARTER_TURN) };
  },
};
type Shape = keyof typeof CHANGES;

/** The rule has the same points for every integral. */
const nodes: Readonly<Record<Shape, Map<number, Node>>> = {
  line: new Map(),
  'half-line': new Map(),
  interval: new Map(),
};
function node(shape: Shape, t: number): Node {
  const known = nodes[shape].get(t) ?? CHANGES[shape](new Digits(t));
  nodes[shape].set(t, known);
  return known;
}

/** How far a rule goes: the coarsest step 2⁻ᵏ, the terms and changes that no longer matter, and what its scale says. */
const FINE = { coarsest: 3, gone: '1e-33', agreed: '1e-13', scale: '1e22' };
/** Of an integral inside of another one, twelve digits. */
const COARSE: typeof FINE = { coarsest: 2, gone: '1e-18', agreed: '1e-7', scale: '1e33' };
const FINEST = 8;
const FURTHEST = 9;
/** Closer to an end than this part of it, 60 digits do not tell a point from the end. */
const BLURRED = '1e-52';

/**
 * The double-exponential rule: the trapezoidal rule after a change of variable, over infinite ranges in units of `width`.
 * Each halving of the step doubles the number of right digits, so that agreement to 13 of them says that the finer result
 * has 26 or nearly so; its scale says 23. Fifty would take three times as long.
 */
export function integrate(
  f: (x: Real) => Value,
  from: Real,
  to: Real,
  { width, coarse = false }: { readonly width?: Real | undefined; readonly coarse?: boolean } = {},
): Value {
  const rule = coarse ? COARSE : FINE;
  const [low, high] = [new Digits(from.value), new Digits(to.value)];
  if (low.eq(high)) return toReal(new Digits(0), 0);
  if (low.gt(high)) return opposite(integrate(f, to, from, { width, coarse }));
  if (!low.isFinite() && high.isFinite()) {
    const mirrored = (x: Real): Value => f(toReal(x.value.neg(), x.scale));
    return integrate(mirrored, toReal(high.neg(), 1), toReal(new Digits(Infinity), 0), { width, coarse });
  }
  const shape = high.isFinite() ? 'interval' : low.isFinite() ? 'half-line' : 'line';
  const unit = shape === 'interval' ? high.minus(low) : new Digits(width?.value ?? 1);
  let failure: Value | undefined;
  let highest = new Digits(0);
  const isBlurred = (t: number): boolean => {
    if (shape === 'line') return false;
    const end = shape === 'interval' && t > 0 ? high : low;
    return node(shape, t).x.times(unit).lt(end.abs().times(BLURRED)) && (shape === 'interval' || t < 0);
  };
  const term = (t: number): Decimal => {
    const { x, slope } = node(shape, t);
    const along = x.times(unit);
    const point =
      shape === 'line' ? along : shape === 'interval' && t > 0 ? high.minus(along) : low.plus(along);
    if (point.eq(low) || point.eq(high)) return new Digits(0);
    const value = f(toReal(point, 0));
    if (value.kind === 'undefined') failure ??= value;
    if (value.kind === 'undefined') return new Digits(0);
    if (value.value.abs().gt(highest)) highest = value.value.abs();
    return value.value.times(slope).times(unit);
  };
  let sum = term(0);
  let size = sum.abs();
  let before: Decimal | undefined;
  for (let level = 0; level <= FINEST; level++) {
    const h = 2 ** -level;
    let doubt = new Digits(0);
    for (const sign of [1, -1]) {
      let [gone, last] = [0, new Digits(0)];
      for (let k = 1; gone < 3 && k * h <= FURTHEST; k += level === 0 ? 1 : 2) {
        if (isBlurred(sign * k * h)) {
          // What lies beyond is of the size of the last term.
          doubt = Decimal.max(doubt, last.abs());
          gone = 3;
          break;
        }
        last = term(sign * k * h);
        sum = sum.plus(last);
        size = size.plus(last.abs());
        gone = last.abs().lte(size.times(rule.gone)) && k * h > 2 ? gone + 1 : 0;
      }
      if (!sum.isFinite()) return toReal(sum, 0);
      if (level !== rule.coarsest || gone === 3) continue;
      const diverges = last.abs().gt(size.times(h).times('1e-3')) && sum.abs().gt(size.times('0.9'));
      return diverges
        ? toReal(sum.times(Infinity), 0)
        : undefinedValue('an integral whose tail does not end');
    }
    if (failure) return failure;
    const result = sum.times(h);
    const agreed = before && result.minus(before).abs().lte(size.times(h).times(rule.agreed));
    // What is nothing beside the highest value is the edge of a function that is 0 here.
    const nothing = size.times(h).lt(highest.times(unit).times('1e-40'));
    const scale = size.times(h).times(rule.scale).plus(doubt.times('1e46'));
    if ((agreed || nothing) && level >= rule.coarsest)
      return toReal(result, Math.min(scale.toNumber(), 1e300));
    before = result;
  }
  return undefinedValue('the integral does not settle');
}

const opposite = (value: Value): Value =>
  value.kind === 'undefined' ? value : toReal(value.value.neg(), value.scale);

/**
 * The value at distance 0 of the polynomials through values at shrinking distances (Neville's scheme); what is left of
 * their change is the error.
 */
export function settle(values: readonly Real[], distances: readonly Real[]): Value {
  let row = values.map(({ value }) => value);
  let best = row.at(-1)!;
  let error: Decimal = best.minus(row.at(-2)!).abs();
  for (let order = 1; row.length > 2; order++) {
    row = row.slice(1).map((value, k) => {
      const shrinks = distances[k]!.value.div(distances[k + order]!.value);
      return value.plus(value.minus(row[k]!).div(shrinks.minus(1)));
    });
    const change = row.at(-1)!.minus(row.at(-2)!).abs();
    if (change.lt(error)) [best, error] = [row.at(-1)!, change];
  }
  const size = Math.max(...values.map(({ scale }) => scale));
  if (!best.isFinite() || error.gt(best.abs().plus(1).times('1e-9')))
    return undefinedValue('the sequence does not settle');
  return toReal(best, error.times('1e46').toNumber() + size * 1e3);
}
