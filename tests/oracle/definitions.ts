import type { QuantityName } from '../../src/formula/quantity-table.ts';
import { undefinedValue } from './arithmetic.ts';
import type { Arithmetic, Value } from './arithmetic.ts';
import { operations } from './operations.ts';
import { cheapestCoupling } from './transport.ts';

interface Numbers {
  readonly kind: 'number';
}

/** What a definition is given: checked pmfs on the same outcomes, and the numbers before them. */
export interface Inputs<N> {
  readonly p: readonly N[];
  readonly q: readonly N[];
  /** P, Q, … and their weights, where there may be more than two. */
  readonly pmfs: readonly (readonly N[])[];
  readonly weights: readonly N[];
  readonly order: N;
  /** The number after it. */
  readonly epsilon: N;
  /** How many rows a table has whose columns run fastest. */
  readonly rows: number;
  /** Where the outcomes lie, one coordinate after the other; at 1, …, n on the line without it. */
  readonly positions: readonly (readonly N[])[] | undefined;
  readonly generator?: Generator<N> | undefined;
}

/** A convex f, and lim f(t)/t as t → ∞, which an outcome that only P has costs. */
export interface Generator<N> {
  value(t: Value<N>): Value<N>;
  growth(): Value<N>;
}
type Definition<N> = (inputs: Inputs<N>) => Value<N>;

/** Every quantity of the site, term by term, as the field defines it. */
export function definitions<N extends Numbers>(
  arithmetic: Arithmetic<N>,
): Readonly<Record<QuantityName, Definition<N>>> {
  const o = operations(arithmetic);
  const { add, minus, negate, multiply, divide, power, square, root, log, exp, absolute, zero, one } = o;
  const half = o.read('0.5');
  const two = o.read('2');
  type Masses = readonly N[];
  const total = (p: Masses, q: Masses, term: (a: N, b: N) => Value<N>): Value<N> =>
    o.sum(p.map((mass, x) => term(mass, q[x]!)));
  const mixture = (p: Masses, q: Masses, share: Value<N>): Masses =>
    p.map((mass, x) => add(multiply(share, mass), multiply(minus(one, share), q[x]!)) as N);
  const kl = (p: Masses, q: Masses): Value<N> => total(p, q, (a, b) => multiply(a, log(divide(a, b))));
  const entropy = (p: Masses): Value<N> => negate(o.sum(p.map((a) => multiply(a, log(a)))));
  /** Σ P^α Q^(1−α) over the outcomes that both have. */
  const affinity = (p: Masses, q: Masses, order: Value<N>): Value<N> =>
    total(p, q, (a, b) =>
      o.isZero(a) || o.isZero(b) ? zero : multiply(power(a, order), power(b, minus(one, order))),
    );
  const jsd = (p: Masses, q: Masses, share: Value<N>): Value<N> => {
    const middle = mixture(p, q, share);
    return add(multiply(share, kl(p, middle)), multiply(minus(one, share), kl(q, middle)));
  };
  const hellingerSq = (p: Masses, q: Masses): Value<N> =>
    multiply(
      half,
      total(p, q, (a, b) => square(minus(root(a), root(b)))),
    );
  const chiSq = (p: Masses, q: Masses): Value<N> =>
    total(p, q, (a, b) => (o.isZero(a) ? b : divide(square(minus(a, b)), b)));
  const triangular = (p: Masses, q: Masses): Value<N> =>
    total(p, q, (a, b) => (o.isZero(add(a, b)) ? zero : divide(square(minus(a, b)), add(a, b))));
  const inUnitInterval = (order: N): boolean => !o.below(order, zero) && !o.below(one, order);
  const weighted = (order: N, what: string, value: () => Value<N>): Value<N> =>
    inUnitInterval(order) ? value() : undefinedValue(`${what} is not between 0 and 1`);

  const renyi = (p: Masses, q: Masses, order: N): Value<N> => {
    if (o.below(order, zero)) return undefinedValue('the order of \\Renyi is negative');
    if (o.isZero(minus(order, one))) return kl(p, q);
    if (o.isZero(order)) return negate(log(o.sum(q.filter((_, x) => !o.isZero(p[x])))));
    const ratios = p.flatMap((mass, x) => (o.isZero(mass) ? [] : [divide(mass, q[x]!)]));
    if (o.isZero(divide(one, order))) return log(o.largest(ratios));
    const terms = p.map((mass, x) =>
      o.isZero(mass) ? zero : multiply(power(mass, order), power(q[x]!, minus(one, order))),
    );
    return divide(log(o.sum(terms)), minus(order, one));
  };
  const information = (table: Masses, rows: number): Value<N> => {
    const columns = table.length / rows;
    const inRow = (x: number): Masses => table.slice(x * columns, (x + 1) * columns);
    const inColumn = (y: number): Masses => table.filter((_, cell) => cell % columns === y);
    return o.sum(
      table.map((mass, cell) => {
        const y = cell % columns;
        const independent = multiply(o.sum(inRow((cell - y) / columns)), o.sum(inColumn(y)));
        return multiply(mass, log(divide(mass, independent)));
      }),
    );
  };
  const renyiEntropy = (p: Masses, order: N): Value<N> => {
    if (o.below(order, zero)) return undefinedValue('the order of \\RenyiH is negative');
    const masses = p.filter((mass) => !o.isZero(mass));
    if (o.isZero(minus(order, one))) return entropy(p);
    if (o.isZero(divide(one, order))) return negate(log(o.largest(masses)));
    return divide(log(o.sum(masses.map((mass) => power(mass, order)))), minus(one, order));
  };
  const alpha = (p: Masses, q: Masses, order: N): Value<N> => {
    if (o.isZero(order)) return kl(q, p);
    if (o.isZero(minus(order, one))) return kl(p, q);
    const terms = p.map((mass, x) =>
      o.isZero(mass) && o.isZero(q[x]) ? zero : multiply(power(mass, order), power(q[x]!, minus(one, order))),
    );
    return divide(minus(o.sum(terms), one), multiply(order, minus(order, one)));
  };
  const geometric = (p: Masses, q: Masses, share: N): Value<N> => {
    if (o.isZero(share) || o.isZero(minus(one, share))) return zero;
    const whole = affinity(p, q, share);
    const middle = p.map((mass, x) =>
      o.isZero(mass) || o.isZero(q[x])
        ? zero
        : (divide(multiply(power(mass, share), power(q[x]!, minus(one, share))), whole) as N),
    );
    return add(multiply(share, kl(p, middle)), multiply(minus(one, share), kl(q, middle)));
  };
  const resistor = (p: Masses, q: Masses): Value<N> => {
    const [forward, backward] = [kl(p, q), kl(q, p)];
    if (o.isZero(forward) || o.isZero(backward)) return zero;
    return divide(one, add(divide(one, forward), divide(one, backward)));
  };
  const manyJsd = (pmfs: readonly Masses[], weights: Masses): Value<N> => {
    if (weights.length !== pmfs.length)
      return undefinedValue(`${weights.length} weights for ${pmfs.length} pmfs`);
    const middle = pmfs[0]!.map((_, x) =>
      o.sum(pmfs.map((masses, i) => multiply(weights[i]!, masses[x]!))),
    ) as N[];
    return o.sum(pmfs.map((masses, i) => multiply(weights[i]!, kl(masses, middle))));
  };
  /** How far the outcomes x and y, from 0, are from each other. */
  type Apart = (x: number, y: number) => N;
  const apartOn =
    (positions: Inputs<N>['positions']): Apart =>
    (x, y) => {
      if (!positions) return o.read(String(Math.abs(x - y)));
      const steps = positions.map((at) => minus(at[x]!, at[y]!));
      return (steps.length === 1 ? absolute(steps[0]!) : root(o.sum(steps.map(square)))) as N;
    };
  /** E k(X, Y). */
  const mean = (p: Masses, q: Masses, kernel: (distance: N) => Value<N>, apart: Apart): Value<N> =>
    o.sum(p.flatMap((a, x) => q.map((b, y) => multiply(multiply(a, b), kernel(apart(x, y))))));
  const discrepancy = ({ p, q, positions }: Inputs<N>, kernel: (distance: N) => Value<N>): Value<N> => {
    const apart = apartOn(positions);
    const alone = add(mean(p, p, kernel, apart), mean(q, q, kernel, apart));
    return minus(alone, multiply(two, mean(p, q, kernel, apart)));
  };
  const costsOn = ({ p, order, positions }: Inputs<N>): N[][] => {
    const apart = apartOn(positions);
    return p.map((_, x) => p.map((_mass, y) => power(apart(x, y), order) as N));
  };
  /** The cost of moving P to Q: on the line in its order, since no plan costs less. */
  const transport = (inputs: Inputs<N>): Value<N> => {
    const { p, q, order, positions } = inputs;
    if (o.below(order, one)) return undefinedValue('the order of \\W is less than 1');
    const rooted = (cost: Value<N>): Value<N> =>
      o.isZero(minus(order, one)) ? cost : power(cost, divide(one, order));
    if (positions && positions.length > 1)
      return rooted(cheapestCoupling(arithmetic, [p, q], costsOn(inputs)));
    const apart = apartOn(positions);
    const inOrder = p.map((_, x) => x);
    const line = positions?.[0];
    if (line) inOrder.sort((x, y) => (o.below(line[x]!, line[y]!) ? -1 : 1));
    let cost: Value<N> = zero;
    const [left, room] = [[...p], [...q]];
    for (let i = 0, j = 0; i < p.length && j < q.length;) {
      const [from, to] = [inOrder[i]!, inOrder[j]!];
      const moved = o.below(left[from]!, room[to]!) ? left[from]! : room[to]!;
      cost = add(cost, multiply(moved, power(apart(from, to), order)));
      left[from] = minus(left[from]!, moved) as N;
      room[to] = minus(room[to]!, moved) as N;
      if (o.isZero(left[from])) i++;
      else j++;
    }
    return rooted(cost);
  };

  const entropic = (p: Masses, q: Masses, inputs: Inputs<N>): Value<N> =>
    arithmetic.numerical.entropicTransport([p, q], costsOn(inputs), inputs.epsilon).value;

  return {
    EOT: (inputs) => entropic(inputs.p, inputs.q, inputs),
    PlanCost: (inputs) =>
      arithmetic.numerical.entropicTransport([inputs.p, inputs.q], costsOn(inputs), inputs.epsilon).moved,
    Sinkhorn: (inputs) => {
      const { p, q } = inputs;
      const alone = add(entropic(p, p, inputs), entropic(q, q, inputs));
      return minus(entropic(p, q, inputs), multiply(half, alone));
    },
    KL: ({ p, q }) => kl(p, q),
    JSD: ({ p, q }) => jsd(p, q, half),
    JSDist: ({ p, q }) => root(jsd(p, q, half)),
    JSDw: ({ p, q, order }) => weighted(order, 'the weight of \\JSDw', () => jsd(p, q, order)),
    JSDn: ({ pmfs, weights }) => manyJsd(pmfs, weights),
    GJS: ({ p, q, order }) => weighted(order, 'the weight of \\GJS', () => geometric(p, q, order)),
    Jeffreys: ({ p, q }) => add(kl(p, q), kl(q, p)),
    Resistor: ({ p, q }) => resistor(p, q),
    Skew: ({ p, q, order }) => weighted(order, 'the share in \\Skew', () => kl(p, mixture(q, p, order))),
    H: ({ p }) => entropy(p),
    MI: ({ p, rows }) => information(p, rows),
    CE: ({ p, q }) => negate(total(p, q, (a, b) => multiply(a, log(b)))),
    Perplexity: ({ p }) => exp(entropy(p)),
    TV: ({ p, q }) =>
      multiply(
        half,
        total(p, q, (a, b) => absolute(minus(a, b))),
      ),
    Hellinger: ({ p, q }) => root(hellingerSq(p, q)),
    HellingerSq: ({ p, q }) => hellingerSq(p, q),
    BC: ({ p, q }) => total(p, q, (a, b) => root(multiply(a, b))),
    Bhattacharyya: ({ p, q }) => negate(log(total(p, q, (a, b) => root(multiply(a, b))))),
    Chernoff: ({ p, q, order }) =>
      weighted(order, 'the order of \\Chernoff', () => negate(log(affinity(p, q, order)))),
    ChernoffInfo: ({ p, q }) =>
      arithmetic.numerical.supremum((order) => negate(log(affinity(p, q, order))), zero, one).value,
    Renyi: ({ p, q, order }) => renyi(p, q, order),
    RenyiH: ({ p, order }) => renyiEntropy(p, order),
    AlphaDiv: ({ p, q, order }) => alpha(p, q, order),
    FDiv: ({ p, q, generator }) =>
      generator
        ? total(p, q, (a, b) => {
            if (o.isZero(b)) return o.isZero(a) ? zero : multiply(a, generator.growth());
            return multiply(b, generator.value(divide(a, b)));
          })
        : undefinedValue('\\FDiv without a generator'),
    ChiSq: ({ p, q }) => chiSq(p, q),
    Neyman: ({ p, q }) => chiSq(q, p),
    Triangular: ({ p, q }) => triangular(p, q),
    W: transport,
    Energy: (inputs) => root(negate(discrepancy(inputs, (distance) => distance))),
    MMD: (inputs) =>
      root(
        discrepancy(inputs, (distance) => exp(negate(divide(square(divide(distance, inputs.order)), two)))),
      ),
  };
}
