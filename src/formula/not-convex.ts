import type { Definition, Environment } from './environment.ts';
import type { Expression } from './expression.ts';
import type { Exact, Oracle } from './oracle.ts';
import type { Failure } from './report.ts';

/** Where a function that is to be convex is looked at: pairs of points, and what lies between them. */
const POINTS = {
  generator: ['0.001', '0.2', '0.5', '0.9', '1', '1.1', '2', '5', '40', '1000'],
  convex: ['-30', '-5', '-1', '-0.3', '0', '0.3', '1', '5', '30'],
} as const;

/** Why a function that the page defines is not what its type says: convex, and 0 at 1 if it is a generator. */
export function notConvex(
  { name, type, parameter, expression }: Definition,
  environment: Environment,
  oracle: Oracle,
): Failure | undefined {
  const { at } = expression;
  const kind = type === 'generator' ? 'generator' : 'convex';
  const number = (text: string): Expression => ({ kind: 'number', text, at });
  const curve = {
    kind: 'curve',
    name,
    type: kind,
    defined: { parameter: parameter!, body: expression },
    at,
  } as const;
  const value = (point: Expression): Exact =>
    oracle.evaluate({ kind: 'apply', curve, order: 0, point, body: expression, at }, environment);
  const size = (exact: Exact): number => (exact.kind === 'number' ? Number(exact.digits) : NaN);
  if (kind === 'generator') {
    const atOne = size(value(number('1')));
    if (!(Math.abs(atOne) < 1e-40))
      return {
        message: `${name} is a generator in the notation, and a generator is 0 at 1, where this is ${atOne}`,
        offset: at,
      };
  }
  const points = POINTS[kind];
  for (const [k, a] of points.slice(0, -1).entries()) {
    const b = points[k + 1]!;
    const between: Expression = {
      kind: 'divide',
      left: { kind: 'add', left: number(a), right: number(b), at },
      right: number('2'),
      at,
    };
    const [low, high, middle] = [number(a), number(b), between].map((point) => size(value(point)));
    const mean = (low! + high!) / 2;
    if (middle! <= mean + 1e-12 * (Math.abs(low!) + Math.abs(high!))) continue;
    const message = `${name} is ${kind === 'generator' ? 'a generator' : 'convex'} in the notation, but this is not convex: halfway between ${a} and ${b} it is ${middle!}, and the mean of its values there is ${mean}`;
    return { message, offset: at };
  }
  return undefined;
}
