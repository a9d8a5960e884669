import type { Expression } from './expression.ts';
import type { Proposition } from './proposition.ts';
import { children } from './symbols.ts';

/** What is known about an integrand before it is evaluated. */
export interface Integrand {
  /** The densities whose value at the variable stands in it, which say where it has its mass. */
  readonly densities: readonly Expression[];
  /** What changes its sign where it has a corner or a jump: the inside of an absolute value, the difference of what a maximum is of. */
  readonly kinks: readonly Expression[];
}

export function integrand(variable: string, body: Expression): Integrand {
  const parts = [...descendants(body)];
  const isAt = (of: Expression | Proposition): boolean => of.kind === 'symbol' && of.name === variable;
  const depends = (of: Expression): boolean => [...descendants(of)].some(isAt);
  const densities = parts.flatMap((of) => (of.kind === 'density' && isAt(of.point) ? [of.of] : []));
  const kinks = parts.flatMap((of): readonly Expression[] => {
    if (of.kind === 'absolute') return [of.of];
    if (of.kind === 'extremum') return differences(of.of);
    if (of.kind !== 'indicator') return [];
    return [...descendants(of.where)].flatMap((part) =>
      part.kind === 'chain' ? differences(part.sides.map((side) => side.expression)) : [],
    );
  });
  return { densities, kinks: kinks.filter(depends) };
}

const differences = (values: readonly Expression[]): readonly Expression[] =>
  values.slice(1).map((right, k) => ({ kind: 'subtract', left: values[k]!, right, at: right.at }));

function* descendants(of: Expression | Proposition): Generator<Expression | Proposition> {
  yield of;
  for (const part of children(of)) yield* descendants(part);
  if (of.kind === 'indicator') yield* descendants(of.where);
}
