/** What the data are drawn from: equal mixtures of round normal distributions, whose centres are the modes. */
export const dataNames = ['ring', 'grid', 'blobs'] as const;
export type DataName = (typeof dataNames)[number];

/** What the generator makes small. The first two meet a discriminator, the last one a critic with a gradient penalty. */
export const lossNames = ['original', 'other', 'wasserstein'] as const;
export type LossName = (typeof lossNames)[number];

/** How the discriminator learns: once in five steps of the generator, once a step, twice, or five times. */
export const paces = ['fifth', 'once', 'twice', 'five'] as const;
export type Pace = (typeof paces)[number];

/** What a training run is of: it has the same course wherever it is run. */
export interface Task {
  readonly data: DataName;
  readonly loss: LossName;
  /** Of Adam, in ten-thousandths. */
  readonly rate: number;
  readonly pace: Pace;
  readonly seed: number;
}

/** So often does the generator learn in a round. */
export const stepsOfRound = 25;

export const keyOf = ({ data, loss, rate, pace, seed }: Task): string =>
  [data, loss, rate, pace, seed].join('~');
