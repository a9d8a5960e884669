import Decimal from 'decimal.js';
import { lcg, millionWeights, readReference, type Recipe } from '../core/reference.ts';

/** Two lists of integer weights, and the quantities of the pmfs that they are proportional to. */
export interface LargeFamily {
  readonly name: string;
  readonly weights: readonly [Float64Array, Float64Array];
  readonly values: Readonly<Record<string, string>>;
}

const Exact = Decimal.clone({ precision: 60, minE: -9e15, maxE: 9e15 });

export function* largeFamilies(): Generator<LargeFamily> {
  for (const { recipe, values } of readReference<Recipe>('million.json')) {
    const weights = millionWeights(recipe);
    const name = `10⁶ outcomes, ${recipe === 'near' ? 'nearly equal' : recipe}`;
    yield { name, weights, values: { ...values, w1: distanceOnGrid(...weights) } };
  }
  yield tenMillion('10⁷ outcomes, ordinary', false);
  yield tenMillion('10⁷ outcomes, nearly equal', true);
}

const KINDS = 4096;

/** Outcomes of few kinds, in random order, so that sixty digits need only be taken of each kind. */
function tenMillion(name: string, near: boolean): LargeFamily {
  const next = lcg(near ? 32 : 31);
  const kinds = Array.from({ length: KINDS }, () => {
    const a = near ? 2 ** 44 + next() * 4096 : 1 + (next() >>> 12);
    return [a, near ? a + (next() >>> 13) - 2 ** 18 : 1 + (next() >>> 12)] as const;
  });
  const counts = new Array<number>(KINDS).fill(0);
  const weights = [new Float64Array(1e7), new Float64Array(1e7)] as const;
  for (let x = 0; x < 1e7; x++) {
    const kind = next() >>> 20;
    counts[kind]!++;
    [weights[0][x], weights[1][x]] = kinds[kind]!;
  }
  return { name, weights, values: { ...valuesOf(kinds, counts), w1: distanceOnGrid(...weights) } };
}

function valuesOf(kinds: readonly (readonly [number, number])[], counts: readonly number[]) {
  const total = (side: 0 | 1): Decimal =>
    kinds.reduce((sum, weights, kind) => sum.plus(new Exact(weights[side]).mul(counts[kind]!)), new Exact(0));
  const totals = [total(0), total(1)] as const;
  let [kl, jsd, entropy] = [new Exact(0), new Exact(0), new Exact(0)];
  kinds.forEach(([a, b], kind) => {
    const [p, q] = [new Exact(a).div(totals[0]), new Exact(b).div(totals[1])];
    const middle = p.plus(q).div(2);
    const count = counts[kind]!;
    kl = kl.plus(p.div(q).ln().mul(p).mul(count));
    entropy = entropy.minus(p.ln().mul(p).mul(count));
    jsd = jsd.plus(p.div(middle).ln().mul(p).plus(q.div(middle).ln().mul(q)).mul(count).div(2));
  });
  return { kl: kl.toString(), jsd: jsd.toString(), entropy: entropy.toString() };
}

/** W₁ of the pmfs, the outcomes lying at 0, 1, 2, …: Σ |F − G|, exactly. */
function distanceOnGrid(p: Float64Array, q: Float64Array): string {
  const sum = (weights: Float64Array): bigint => {
    let whole = 0n;
    for (const weight of weights) whole += BigInt(weight);
    return whole;
  };
  const [ofP, ofQ] = [sum(p), sum(q)];
  let [before, area] = [0n, 0n];
  for (let x = 0; x < p.length; x++) {
    before += BigInt(p[x]!) * ofQ - BigInt(q[x]!) * ofP;
    area += before < 0n ? -before : before;
  }
  return new Exact(area.toString()).div((ofP * ofQ).toString()).toString();
}
