import { fromWeights } from '../../../src/core/pmf.ts';
import { jensenShannonDivergence } from '../../../src/core/jensen-shannon-divergence.ts';
import { toBits } from '../../../src/core/units.ts';
import { log } from '../../../src/core/elementary/log.ts';
import { fields, integer, word } from '../frame/codec.ts';
import type { Givens, LabModel } from '../frame/contract.ts';
import { decimal, type Grid } from '../frame/grid.ts';
import { coreBounds, inBits, type Reading } from '../reading.ts';
import { runOf } from './results.ts';
import type { Request, Run } from './run.ts';
import { type Kind, kinds } from './kinds.ts';

/** How many images the script makes, from which seed, and what becomes of them. */
export interface Setting {
  readonly kind: Kind;
  readonly images: (typeof amounts)[number];
  readonly seed: number;
}

/** Powers of ten, so that shares are exact decimals. */
export const amounts = ['100', '1000', '10000'] as const;
export const seedGrid: Grid = { places: 0, least: 1, most: 9999, step: 1 };

export const histograms = ['distances', 'entropies'] as const;
export type Histogram = (typeof histograms)[number];

export const requestOf = ({ images, seed }: Setting): Request => ({ images: Number(images), seed });

/** Only of one image, again and again, does the script see another thing than of the images themselves. */
export const countsOf = (run: Run, of: Histogram, kind: Kind): readonly number[] =>
  run[of][kind === 'one' ? 'one' : 'made'];

/** P is the histogram of the images, Q that of what became of them. */
export function histogramGivens(run: Run, of: Histogram, kind: Kind): Givens {
  const places = String(run.images).length - 1;
  const shares = (counts: readonly number[]) => counts.map((count) => decimal({ places }, count));
  return { P: shares(run[of].made), Q: shares(countsOf(run, of, kind)), ...runGivens(run) };
}

export const runGivens = ({ images, seed }: Request): Givens => ({ N: String(images), seed: String(seed) });

/** P and Q are the two sets of images, each image with the same mass, and c their distances. */
export function setGivens(run: Run, kind: Kind): Givens {
  const { distances } = run.costs[kind];
  const masses = Array.from({ length: setSize(run) }, () => `1/${setSize(run)}`);
  return { P: masses, Q: masses, c: distances.map((size) => decimal({ places: 3 }, size)) };
}

export const setSize = (run: Run): number => Math.sqrt(run.costs.same.distances.length);

/** What the two histograms of the script differ by. */
export function seen(run: Run, of: Histogram, kind: Kind): Reading {
  const [p, q] = [fromWeights(run[of].made), fromWeights(countsOf(run, of, kind))];
  return inBits({
    of: '\\JSD{P}{Q}',
    unit: 'nats',
    value: jensenShannonDivergence(p, q),
    ...coreBounds,
    certify: (core) => core.jensenShannonDivergence(p, q),
  });
}

const u = 2 ** -53;

/** The least that it costs to move the one set of images to the other. */
export const moved = (run: Run, kind: Kind): Reading => ({
  of: '\\inf_{\\gamma \\in \\Pi(P, Q)} \\sum_{x, y} \\gamma(x, y) c(x, y)',
  unit: '',
  value: run.costs[kind].total / (1000 * setSize(run)),
  relativeErrorBound: 2 * u,
  absoluteErrorBound: 0,
});

/** The entropy of an image that is equally bright everywhere. */
export const greatest: Reading = {
  of: '\\log 784',
  unit: 'bits',
  value: toBits(log(784)),
  relativeErrorBound: 4 * u,
  absoluteErrorBound: 0,
};

const first: Setting = { kind: 'sorted', images: '10000', seed: 1 };

/** A seed that nobody has run yet. */
export const seedAgain = (setting: Setting): Setting => ({
  ...setting,
  seed: setting.seed === seedGrid.most ? seedGrid.least : setting.seed + 1,
});

export const model: LabModel<Setting> = {
  name: 'paper-script',
  first,
  codec: fields('1', first, {
    kind: word(kinds),
    images: word(amounts),
    seed: integer(seedGrid.least, seedGrid.most),
  }),
  givens: (setting) => runGivens(requestOf(setting)),
  /** While its run has not been made, a setting shows no number of its own. */
  readings: (setting) => {
    const run = runOf(requestOf(setting));
    if (!run) return [];
    const { kind } = setting;
    return [
      ...histograms.map((of) => ({ ...seen(run, of, kind), givens: histogramGivens(run, of, kind) })),
      { ...moved(run, kind), givens: setGivens(run, kind) },
      { ...greatest, givens: {} },
    ];
  },
};
