import { run } from '../../components/labs/paper-script/run.ts';
import { against, ratioText } from './goals.ts';
import { compare, measured } from './paired.ts';
import type { Python } from './python.ts';
import { printed } from './table.ts';

const images = 10_000;
const goal = 0.3;

/** The mean of the distances, from the middles of their bins. */
function meanDistance(): number {
  const { from, to, made } = run({ images, seed: 1 }).distances;
  const width = (to - from) / made.length;
  return made.reduce((sum, count, bin) => sum + count * (from + (bin + 0.5) * width), 0) / images;
}

async function* rows(pythons: readonly Python[]): AsyncGenerator<string[]> {
  for (const python of pythons) {
    if (!python.has('script')) continue;
    const { ratio, apart } = await compare(
      measured(meanDistance),
      (repeat) => python.run('script', repeat),
      3,
    );
    yield [
      `the paper’s first script, ${images} images`,
      python.name,
      against(goal, ratio, ratioText(ratio), 'the script, of NumPy and SciPy'),
      apart.toExponential(0),
    ];
  }
}

/** Prints Markdown: the whole script, ours as its worker runs it. Random numbers differ, so the means do by their errors. */
export const printScript = (pythons: readonly Python[]): Promise<void> =>
  printed(['', 'peer', 'of it', 'means apart'], rows(pythons));
