import { kldivergence } from 'mathjs';
import { distance } from 'ml-distance';
import { entropy, jensenShannonDivergence, klDivergence, type Pmf } from '../../src/core/index.ts';

export type Quantity = 'kl' | 'jsd' | 'entropy';

/** Our own function and the peers' for one quantity; peers take plain arrays of probabilities. */
export interface Contest {
  readonly quantity: Quantity;
  readonly column: 'KL' | 'JSD' | 'entropy';
  readonly ours: (p: Pmf, q: Pmf) => number;
  readonly peers: Readonly<Record<string, (p: number[], q: number[]) => number>>;
}

const textbookKl = (p: number[], q: number[]): number => {
  let sum = 0;
  for (let i = 0; i < p.length; i++) if (p[i]! > 0) sum += p[i]! * Math.log(p[i]! / q[i]!);
  return sum;
};

const textbookJsd = (p: number[], q: number[]): number => {
  let sum = 0;
  for (let i = 0; i < p.length; i++) {
    const [a, b] = [p[i]!, q[i]!];
    const m = (a + b) / 2;
    if (a > 0) sum += a * Math.log(a / m);
    if (b > 0) sum += b * Math.log(b / m);
  }
  return sum / 2;
};

const textbookEntropy = (p: number[]): number => {
  let sum = 0;
  for (const mass of p) if (mass > 0) sum -= mass * Math.log(mass);
  return sum;
};

export const contests: readonly Contest[] = [
  {
    quantity: 'kl',
    column: 'KL',
    ours: klDivergence,
    peers: {
      'textbook loop': textbookKl,
      'ml-distance': (p, q) => distance.kullbackLeibler(p, q),
      mathjs: (p, q) => Number(kldivergence(p, q)),
    },
  },
  {
    quantity: 'jsd',
    column: 'JSD',
    ours: jensenShannonDivergence,
    peers: { 'textbook loop': textbookJsd, 'ml-distance': (p, q) => distance.jensenShannon(p, q) },
  },
  {
    quantity: 'entropy',
    column: 'entropy',
    ours: (p) => entropy(p),
    peers: { 'textbook loop': textbookEntropy },
  },
];
