import type { QuantityName } from '../../src/formula/quantity-table.ts';
import { sum, undefinedValue } from './arithmetic.ts';
import type { Arithmetic, Value } from './arithmetic.ts';
import { definitions } from './definitions.ts';
import type { Generator } from './definitions.ts';

interface Numbers {
  readonly kind: 'number';
}
type Masses<N> = readonly Value<N>[];

type Definitions<N extends Numbers> = ReturnType<typeof definitions<N>>;
const known = new WeakMap<object, unknown>();

function definitionsIn<N extends Numbers>(arithmetic: Arithmetic<N>): Definitions<N> {
  const made = (known.get(arithmetic) as Definitions<N> | undefined) ?? definitions(arithmetic);
  known.set(arithmetic, made);
  return made;
}

/** What stands in the braces besides the pmfs. */
interface Besides<N> {
  readonly numbers?: readonly Value<N>[];
  readonly weights?: Masses<N>;
  readonly rows?: number | undefined;
  readonly positions?: readonly Masses<N>[] | undefined;
  readonly generator?: Generator<N> | undefined;
}

/** Checks what stands in the braces of a quantity, and takes its definition, in either arithmetic. */
export class Quantities<N extends Numbers> {
  readonly arithmetic: Arithmetic<N>;

  constructor(arithmetic: Arithmetic<N>) {
    this.arithmetic = arithmetic;
  }

  evaluate(
    name: QuantityName,
    pmfs: readonly Masses<N>[],
    { numbers = [], weights = [], rows = 1, generator, positions }: Besides<N> = {},
  ): Value<N> {
    const weighted = weights.length > 0 ? [...pmfs, weights] : pmfs;
    for (const values of weighted) {
      const why = this.notPmf(values);
      if (why) return undefinedValue(`an argument of \\${name} is not a pmf: ${why}`);
    }
    const [p, q = p] = pmfs as readonly (readonly N[])[];
    const other = pmfs.find((masses) => masses.length !== p!.length);
    if (other)
      return undefinedValue(`the arguments of \\${name} have ${p!.length} and ${other.length} outcomes`);
    const [order = this.arithmetic.one, epsilon = this.arithmetic.one] = numbers;
    if (order.kind === 'undefined') return order;
    if (epsilon.kind === 'undefined') return epsilon;
    return definitionsIn(this.arithmetic)[name]({
      p: p!,
      q: q!,
      pmfs: pmfs as readonly (readonly N[])[],
      weights: weights as readonly N[],
      order: order as N,
      epsilon: epsilon as N,
      rows,
      generator,
      positions: positions as readonly (readonly N[])[] | undefined,
    });
  }

  /** Why these values are not the masses of a pmf, or undefined if they are. */
  notPmf(values: Masses<N>): string | undefined {
    const { arithmetic } = this;
    for (const value of values) {
      if (value.kind === 'undefined') return `a mass is undefined: ${value.why}`;
      if (!arithmetic.isZero(value) && arithmetic.compare(value, arithmetic.zero) < 0)
        return `a mass is ${arithmetic.show(value)}`;
    }
    const total = sum(arithmetic, values);
    if (total.kind === 'number' && arithmetic.mayEqual(total, arithmetic.one)) return undefined;
    return `the masses sum to ${total.kind === 'number' ? arithmetic.show(total) : total.why}`;
  }
}
