import { countsOf } from './cells.ts';
import { drawn, inThousandths, type Sample, sampleSize, streamsOf } from './data.ts';
import { modeCounts } from './modes.ts';
import type { Task } from './task.ts';

/** A sample of the data, and how many of its points lie in each cell and belong to each mode. */
export interface Counted {
  readonly sample: Sample;
  readonly counts: readonly number[];
  readonly inModes: readonly number[];
}

/** Two independent samples of the data: what the generator is compared with, and what that one is compared with for the floor. */
export interface DataSamples {
  readonly P: Counted;
  readonly R: Counted;
}

let last: { readonly key: string; readonly samples: DataSamples } | undefined;

/** Made once for each kind of data and seed. */
export function dataOf(task: Task): DataSamples {
  const key = `${task.data}~${task.seed}`;
  if (last?.key !== key) {
    const { data } = streamsOf(task);
    const draw = (): Counted => {
      const sample = inThousandths(drawn(task.data, sampleSize, data));
      return { sample, counts: countsOf(sample), inModes: modeCounts(task.data, sample) };
    };
    last = { key, samples: { P: draw(), R: draw() } };
  }
  return last.samples;
}
