import * as core from '../../src/core/index.ts';
import { seededRandom } from '../../src/core/random.ts';
import {
  coordinates,
  count,
  double,
  hashOfAll,
  onLine,
  pair,
  restart,
  signed,
  unit,
  type Hashes,
} from './golden-inputs.ts';
import { families } from './golden-families.ts';
import { ofPmfs } from './golden-pmfs.ts';
import { transport } from './golden-transport.ts';

/** The bits of every other quantity of the core; like golden.ts, this needs nothing but the language. */

const samples = (n: number, d: number) => Array.from({ length: n }, () => coordinates(d));

const rest: Hashes = {
  'information projections': () =>
    hashOfAll(100, (i) => {
      const [p, q] = pair(4 * i);
      const statistics = [p.map((_, x) => x), p.map((_, x) => (x * x) % 5)];
      const expectations = statistics.map((f) => f.reduce((sum, v, x) => sum + p[x]! * v, 0));
      const found = core.informationProjection(q, { statistics, expectations });
      return [found.value, ...found.pmf, ...found.multipliers];
    }),
  'moment projections': () =>
    hashOfAll(100, (i) => {
      const [q, base] = pair(4 * i);
      const found = core.momentProjection(q, { statistics: [q.map((_, x) => x)], base });
      return [found.value, ...found.pmf, ...found.multipliers];
    }),
  'KL of densities': () =>
    hashOfAll(3, () => {
      const [p, q] = [0, 1].map(() =>
        core.normal({ mean: signed(double(-3, -1)), standardDeviation: double(-1, 0) }),
      );
      const { value, errorBound } = core.klOfDensities(p!, q!, { from: -16, to: 16, breaks: [0] });
      return [value, errorBound];
    }),
  integrals: () =>
    hashOfAll(20, () => {
      const [a, b] = [unit(), unit()];
      const { value, errorBound } = core.integral((x) => 1 / (a + x * x) + b / (1 + x), { from: 0, to: 4 });
      return [value, errorBound];
    }),
  estimators: () =>
    hashOfAll(100, (i) => {
      const [x, y] = [samples(12, 1 + (i % 3)), samples(10, 1 + (i % 3))];
      const [n, m] = [0, 1].map(() => Array.from({ length: 5 }, () => 1 + count()));
      const { k1, k2, k3 } = core.monteCarloKlDivergence(coordinates(9));
      return [
        core.nearestNeighbourKlDivergence(x, y, { neighbours: 1 + (i % 3) }),
        core.plugInKlDivergence(n!, m!).value,
        core.plugInKlDivergence(n!, m!).bias,
        core.millerMadowEntropy(n!),
        ...[k1, k2, k3].flatMap(({ value, variance, standardError }) => [value, variance, standardError]),
        core.sampleWassersteinDistance(coordinates(5), coordinates(7), { order: 2 }),
      ];
    }),
  'directions and orders of draws': () => {
    const random = seededRandom(11);
    return hashOfAll(200, () => [random.below(1000), random.normal(), random.uniform()]);
  },
};

const certified: Hashes = {
  'certified values to 29 digits': () =>
    hashOfAll(300, (i) => {
      const [p, q] = pair(i);
      const [mu, nu] = [onLine(p), onLine(q)];
      const numbers = [
        core.certifiedCrossEntropy(p, q),
        core.certifiedJeffreysDivergence(p, q),
        core.certifiedJensenShannonDivergence(p, q),
        core.certifiedJensenShannonDistance(p, q),
        core.certifiedTotalVariationDistance(p, q),
        core.certifiedWassersteinDistance(mu, nu),
        ...core.certifiedEntropyTerms(p),
        ...core.certifiedCrossEntropyTerms(p, q),
        ...core.certifiedKlTerms(p, q),
        ...core.certifiedJensenShannonTerms(p, q),
        ...core.certifiedTotalVariationTerms(p, q),
        ...core.certifiedWassersteinTerms(mu, nu),
      ];
      return numbers.flatMap(({ value: fast, refine }) => {
        const { hi, lo, exponent } = refine();
        return [fast, hi, lo, exponent];
      });
    }),
};

const sections: Hashes = { ...ofPmfs, ...families, ...transport, ...rest, ...certified };

/** The hash of each section; each takes the inputs from the first one on, so that one changes no other. */
export function quantityHashes(): Record<string, string> {
  const hashes: Record<string, string> = {};
  for (const [name, section] of Object.entries(sections)) {
    restart();
    hashes[name] = section();
  }
  return hashes;
}
