import {
  costMatrix,
  fromWeights,
  optimalTransport,
  pointsOnLine,
  sinkhornTransport,
  wassersteinDistance,
} from '../../src/core/index.ts';
import { installed } from '../../src/core/kernels/installed.ts';
import { lcg } from '../core/reference.ts';

/** Functions of SciPy and POT that peer.py knows, and the package `highs`. */
export type Peer = 'wasserstein_distance' | 'emd2_1d' | 'emd' | 'sinkhorn_log' | 'highs';

/** One kind of work on one input. */
export interface Work {
  readonly name: string;
  readonly arrays: readonly Float64Array[];
  readonly ours: () => number;
  /** Each with the most that ours may take of its time. */
  readonly peers: Readonly<Partial<Record<Peer, number | undefined>>>;
  readonly rounds: number;
}

/** As in peer.py. */
const SINKHORN = { epsilon: 0.1, tolerance: 0, maxIterations: 50 };

export function* works(scaling: typeof installed.scaling): Generator<Work> {
  for (const n of [1e3, 1e4, 1e5, 1e6]) {
    const [u, v] = [uniforms(n, 11), uniforms(n, 12)];
    yield {
      name: `W₁ of two samples of ${n}`,
      arrays: [u, v],
      ours: () => wassersteinDistance(pointsOnLine(u), pointsOnLine(v)),
      peers:
        n < 1e4
          ? { wasserstein_distance: undefined, emd2_1d: undefined }
          : { wasserstein_distance: 0.09, emd2_1d: 0.16 },
      rounds: n < 1e6 ? 9 : 5,
    };
  }
  for (const n of [10, 100, 500, 1000, 2000]) {
    for (const weights of ['equal', 'random']) {
      const { a, b, cost, arrays } = squareProblem(n, weights === 'equal');
      const emd = n < 100 ? undefined : 1;
      yield {
        name: `exact transport, n = ${n}, ${weights} weights`,
        arrays,
        ours: () => optimalTransport(a, b, cost).cost,
        // HiGHS takes seconds for 500 points, and minutes for 2000.
        peers: n < 100 || n > 500 ? { emd } : { emd, highs: 0.01 },
        rounds: n < 500 ? 9 : 3,
      };
    }
  }
  for (const wasm of [false, true]) {
    for (const n of [100, 500, 1000]) {
      const { a, b, cost, arrays } = squareProblem(n, false);
      yield {
        name: `Sinkhorn${wasm ? ' by WebAssembly' : ''}, n = ${n}`,
        arrays,
        ours: () => {
          installed.scaling = wasm ? scaling : undefined;
          return sinkhornTransport(a, b, cost, SINKHORN).cost;
        },
        peers: { sinkhorn_log: wasm ? 0.12 : 0.25 },
        rounds: n < 500 ? 9 : 5,
      };
    }
  }
}

function uniforms(n: number, seed: number): Float64Array {
  const next = lcg(seed);
  return Float64Array.from({ length: n }, () => (next() + 0.5) * 2 ** -32);
}

/** Points in the unit square, at squared distance. */
export function squareProblem(n: number, equal: boolean) {
  const points = (seed: number) => {
    const values = uniforms(2 * n, seed);
    return Array.from({ length: n }, (_, i) => values.subarray(2 * i, 2 * i + 2));
  };
  const weights = (seed: number) => fromWeights(equal ? new Float64Array(n).fill(1) : uniforms(n, seed));
  const [a, b] = [weights(23), weights(24)];
  const cost = costMatrix(points(21), points(22), { exponent: 2 });
  return { a, b, cost, arrays: [Float64Array.from(a), Float64Array.from(b), cost] };
}
