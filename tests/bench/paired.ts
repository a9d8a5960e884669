/** CPU seconds of some calls, and the last value. */
export type Timed = readonly [seconds: number, value: number];
export type Measure = (repeat: number) => Timed | Promise<Timed>;

const BATCH_SECONDS = 0.02;
const WARM_SECONDS = 0.3;

/** The CPU time of this process for calls of a function. */
export const measured =
  (call: () => number): Measure =>
  (repeat) => {
    let value = 0;
    const start = process.cpuUsage();
    for (let i = 0; i < repeat; i++) value = call();
    const { user, system } = process.cpuUsage(start);
    return [(user + system) / 1e6, value];
  };

/** So many calls fill a batch, at least one; found after warming up: engines compile while they run. */
async function calibrate(run: Measure): Promise<number> {
  let repeat = 1;
  for (let warm = 0; warm < WARM_SECONDS;) {
    const [seconds] = await run(repeat);
    warm += seconds;
    if (seconds < BATCH_SECONDS / 4) repeat *= 4;
  }
  const [seconds] = await run(repeat);
  return Math.max(1, Math.round((repeat * BATCH_SECONDS) / seconds));
}

/** Seconds of one call: the median of three batches. */
export async function secondsOf(run: Measure): Promise<number> {
  const repeat = await calibrate(run);
  const seconds: number[] = [];
  for (let batch = 0; batch < 3; batch++) seconds.push((await run(repeat))[0] / repeat);
  return median(seconds);
}

export interface Comparison {
  /** Ours over theirs: the median over rounds, in which both are measured in turn, in alternating order. */
  readonly ratio: number;
  /** The relative difference of the values. */
  readonly apart: number;
}

export async function compare(ours: Measure, theirs: Measure, rounds = 11): Promise<Comparison> {
  const [ourRepeat, theirRepeat] = [await calibrate(ours), await calibrate(theirs)];
  const ratios: number[] = [];
  let apart = 0;
  for (let round = 0; round < rounds; round++) {
    let mine: Timed = [0, 0];
    if (round % 2 === 0) mine = await ours(ourRepeat);
    const peer = await theirs(theirRepeat);
    if (round % 2 === 1) mine = await ours(ourRepeat);
    ratios.push(mine[0] / ourRepeat / (peer[0] / theirRepeat));
    apart = mine[1] === peer[1] ? 0 : Math.abs(mine[1] / peer[1] - 1);
  }
  return { ratio: median(ratios), apart };
}

function median(values: number[]): number {
  return values.sort((x, y) => x - y)[values.length >> 1]!;
}
