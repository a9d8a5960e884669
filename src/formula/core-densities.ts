import { nothing, real } from './doubles.ts';
import type { Approximate } from './doubles.ts';
import { number } from './evaluate-core.ts';
import type { Frame, Program } from './evaluate-core.ts';
import type { Expression } from './expression.ts';

type Density = Extract<Expression, { readonly kind: 'density' }>;

/** The logarithm of a density of the family at x; densities themselves underflow far out, their logarithms do not. */
function logarithmAt(family: string, [a, b]: readonly number[], x: number): number {
  switch (family) {
    case 'normal':
      return b! > 0 ? -((x - a!) ** 2) / (2 * b!) - Math.log(2 * Math.PI * b!) / 2 : NaN;
    case 'uniform':
      return b! > a! ? (x >= a! && x <= b! ? -Math.log(b! - a!) : -Infinity) : NaN;
    default:
      return a! > 0 ? (x >= 0 ? Math.log(a!) - a! * x : -Infinity) : NaN;
  }
}

function logarithmOf({ of, point }: Density): Program<number> {
  const at = number(point);
  return (frame) => {
    const family = familyOf(of, frame);
    if (family?.kind !== 'family') return NaN;
    const parameters = family.parameters.map((parameter) => number(parameter)(frame).value);
    return logarithmAt(family.family, parameters, at(frame).value);
  };
}

function familyOf(of: Expression, frame: Frame): Expression | undefined {
  if (of.kind !== 'symbol') return of;
  const definition = frame.environment.definitions.findLast(({ name }) => name === of.name);
  return definition && familyOf(definition.expression, frame);
}

export function density(expression: Density): Program<Approximate> {
  const logarithm = logarithmOf(expression);
  return (frame) => {
    const log = logarithm(frame);
    return Number.isNaN(log) ? nothing : real(Math.exp(log), Math.exp(log) * (1 + Math.abs(log)));
  };
}

/** log p(x) and log (p(x) / q(x)), if that is what this is. */
export function densityLogarithm(of: Expression): Program<Approximate> | undefined {
  if (of.kind === 'density') {
    const logarithm = logarithmOf(of);
    return (frame) => real(logarithm(frame));
  }
  if (of.kind !== 'divide' || of.left.kind !== 'density' || of.right.kind !== 'density') return undefined;
  const [above, below] = [logarithmOf(of.left), logarithmOf(of.right)];
  return (frame) => {
    const [a, b] = [above(frame), below(frame)];
    return real(a - b, Math.abs(a) + Math.abs(b));
  };
}
