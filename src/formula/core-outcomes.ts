import { condition } from './core-conditions.ts';
import * as doubles from './doubles.ts';
import { nothing, real, zero } from './doubles.ts';
import type { Approximate, Vector } from './doubles.ts';
import { number, vector } from './evaluate-core.ts';
import type { Frame, Program } from './evaluate-core.ts';
import type { Expression } from './expression.ts';
import { sizeIn } from './rational.ts';

/** What runs over outcomes: masses, tables, sums and their kin, expectations. */

export function mass({
  of,
  outcome,
  rest = [],
}: Extract<Expression, { kind: 'mass' }>): Program<Approximate> {
  const [masses, first] = [vector(of), number(outcome)];
  const others = rest.map((place) => ({ at: number(place.outcome), size: place.size }));
  return (frame) => {
    let index = first(frame).value - 1;
    for (const { at, size } of others) {
      const [k, most] = [at(frame).value, sizeIn(frame.environment, size)];
      if (!(k >= 1 && k <= most)) return nothing;
      index = index * most + k - 1;
    }
    return masses(frame)[index] ?? nothing;
  };
}

export function array({ axes, body }: Extract<Expression, { kind: 'array' }>): Program<Vector> {
  const value = number(body);
  const from = (k: number, frame: Frame): Approximate[] => {
    const axis = axes[k];
    if (!axis) return [value(frame)];
    return each1(sizeIn(frame.environment, axis.size), axis.variable, frame, () => from(k + 1, frame)).flat();
  };
  return (frame) => from(0, frame);
}

/** The values for `variable` = 1, …, n, or from another integer on. */
export function each1<Result>(
  n: number,
  variable: string,
  frame: Frame,
  value: (k: number) => Result,
  first = 1,
): Result[] {
  const before = frame.bound.get(variable);
  const values: Result[] = [];
  for (let k = first; k <= n; k++) {
    frame.bound.set(variable, k);
    values.push(value(k));
  }
  if (before === undefined) frame.bound.delete(variable);
  else frame.bound.set(variable, before);
  return values;
}

export function expectation(of: Extract<Expression, { kind: 'expectation' }>): Program<Approximate> {
  const [pmf, body] = [vector(of.pmf), number(of.body)];
  return (frame) => {
    const masses = pmf(frame);
    const terms = each1(masses.length, of.variable, frame, (k) =>
      doubles.multiply(masses[k - 1]!, body(frame)),
    );
    return terms.reduce(doubles.add, zero);
  };
}

export function fold(of: Extract<Expression, { kind: 'fold' }>): Program {
  const from = of.from && number(of.from);
  const to = of.to && number(of.to);
  const where = of.where && condition(of.where);
  const body = number(of.body);
  return (frame) => {
    const first = from ? from(frame).value : 1;
    const last = to ? to(frame).value : frame.environment.outcomes;
    if (!(Number.isInteger(first) && Number.isInteger(last) && last - first <= 1000)) return nothing;
    const terms: Approximate[] = [];
    const indices: number[] = [];
    each1(
      last,
      of.variable,
      frame,
      (k) => {
        if (where && !where(frame)) return;
        terms.push(body(frame));
        indices.push(k);
      },
      first,
    );
    if (of.over === 'sum') return terms.reduce(doubles.add, zero);
    if (of.over === 'product') return terms.reduce(doubles.multiply, doubles.one);
    if (of.over === 'maximum' || of.over === 'minimum') return doubles.extremum(of.over, terms);
    const values = terms.map(({ value }) => value);
    const best = of.over === 'argmax' ? Math.max(...values) : Math.min(...values);
    const where1 = values.indexOf(best);
    return where1 === values.lastIndexOf(best) && where1 >= 0 ? real(indices[where1]!) : nothing;
  };
}
