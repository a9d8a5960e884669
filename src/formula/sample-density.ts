import type { Random } from './families.ts';

const short = (value: number): string => String(Number(value.toPrecision(3)));
const positive = (random: Random): string => short(10 ** (1.2 * random() - 0.6));
const place = (random: Random): string => short(6 * random() - 3);

/** Kinds of densities with the same support, so that two of one kind have a finite divergence. */
const KINDS: readonly ((random: Random) => string)[] = [
  (random) => `N(${place(random)}, ${positive(random)})`,
  (random) => `Laplace(${place(random)}, ${positive(random)})`,
  (random) => `Exp(${positive(random)})`,
  (random) => {
    const weight = Math.round(20 * (0.1 + 0.8 * random())) / 20;
    const rest = short(1 - weight);
    return `${weight} N(${place(random)}, ${positive(random)}) + ${rest} N(${place(random)}, ${positive(random)})`;
  },
  (random) => `Gamma(${short(1 + 3 * random())}, ${positive(random)})`,
  (random) => `N(0, ${positive(random)})`,
  (random) => `Beta(${short(1 + 3 * random())}, ${short(1 + 3 * random())})`,
  (random) => `N(${place(random)}, 1)`,
  (random) => `U(${short(-2 * random())}, ${short(1 + 2 * random())})`,
];

/** A density for the k-th instance: all of an instance are of one kind; every so often two are the same. */
export function sampleDensity(random: Random, k: number, before: string | undefined): string {
  return before !== undefined && k % 11 === 5 ? before : KINDS[k % KINDS.length]!(random);
}
