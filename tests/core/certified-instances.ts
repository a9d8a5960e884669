import {
  certifiedCrossEntropy,
  certifiedCrossEntropyTerms,
  certifiedEntropy,
  certifiedEntropyTerms,
} from '../../src/core/certified/information.ts';
import {
  certifiedJeffreysDivergence,
  certifiedJensenShannonDistance,
  certifiedJensenShannonDivergence,
  certifiedJensenShannonTerms,
  certifiedKlDivergence,
  certifiedKlTerms,
  certifiedTotalVariationDistance,
  certifiedTotalVariationTerms,
} from '../../src/core/certified/divergences.ts';
import { inBits, type Certified } from '../../src/core/certified/refined.ts';
import {
  certifiedWassersteinDistance,
  certifiedWassersteinTerms,
} from '../../src/core/certified/wasserstein.ts';
import { fromWeights, pointsOnLine, type Pmf } from '../../src/core/index.ts';
import { lcg } from './reference.ts';

/** The pair of weights that generate-certified.py calls instance `index`: eight hard families in turn. */
export function certifiedInstance(index: number): [number[], number[]] {
  const draw = lcg((Math.imul(index, 2654435761) + 12345) >>> 0);
  for (let i = 0; i < 3; i++) draw();
  const n = 2 + (draw() >>> 30);
  const p: number[] = [];
  const q: number[] = [];
  for (let x = 0; x < n; x++) {
    const [a, b] = families[index % 8]!(draw, x, Math.floor(index / 8));
    p.push(a);
    q.push(b);
  }
  return [p, q];
}

type Draw = () => number;

const twice = (mass: () => number): [number, number] => {
  const first = mass();
  return [first, mass()];
};

/** Two masses of outcome x. Every product is exact. */
const families: readonly ((draw: Draw, x: number, round: number) => [number, number])[] = [
  (draw) => twice(() => 1 + (draw() >>> 28)),
  (draw) => twice(() => 1 + draw()),
  (draw, _, round) => {
    const mass = 2 ** 51 + draw() * 2 ** 19;
    return [mass, mass + (draw() >>> (round % 32)) * 2 ** 11];
  },
  (draw) => {
    const high = draw();
    const mass = 2 ** 52 + high * 2 ** 20 + (draw() % 2 ** 20);
    return [mass, mass + ((draw() >>> 16) % 3) - 1];
  },
  (draw) =>
    twice(() => {
      const mass = 1 + draw();
      return mass * 2 ** -((draw() >>> 16) % 200);
    }),
  (draw, x) => {
    const mass = (often: number) => ((draw() >>> 16) % often !== 0 || x === 0 ? draw() >>> 4 : 0);
    const first = mass(4);
    return [first, mass(8)];
  },
  (draw, x) => {
    const scale = x === 0 ? 1 : 2 ** -(900 + ((draw() >>> 16) % 60));
    return twice(() => (1 + draw()) * scale);
  },
  (draw, x) => twice(() => (x === 1 ? 2 ** 50 : 1 + (draw() >>> 26))),
];

/** Every certified number of a pair, in the order of generate-certified.py. */
export function certifiedNumbers([first, second]: [number[], number[]]): Certified[] {
  const p = fromWeights(first);
  const q = fromWeights(second);
  const mu = onLine(p);
  const nu = onLine(q);
  const entropy = certifiedEntropy(p);
  const kl = certifiedKlDivergence(p, q);
  const jsd = certifiedJensenShannonDivergence(p, q);
  return [
    entropy,
    certifiedCrossEntropy(p, q),
    kl,
    certifiedKlDivergence(q, p),
    certifiedJeffreysDivergence(p, q),
    jsd,
    certifiedJensenShannonDistance(p, q),
    certifiedTotalVariationDistance(p, q),
    certifiedWassersteinDistance(mu, nu),
    inBits(entropy),
    inBits(kl),
    inBits(jsd),
    ...certifiedEntropyTerms(p),
    ...certifiedCrossEntropyTerms(p, q),
    ...certifiedKlTerms(p, q),
    ...certifiedJensenShannonTerms(p, q),
    ...certifiedTotalVariationTerms(p, q),
    ...certifiedWassersteinTerms(mu, nu),
  ];
}

function onLine(p: Pmf) {
  return pointsOnLine(
    p.map((_, x) => x),
    p,
  );
}
