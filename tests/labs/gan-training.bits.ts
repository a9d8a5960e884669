import { runOf } from '../../components/labs/gan-training/run.ts';
import { lossNames, type Task } from '../../components/labs/gan-training/task.ts';
import { training } from '../../components/labs/gan-training/training.ts';

/** FNV-1a over the bytes of some doubles, as eight hexadecimal digits. */
function hashOf(values: Iterable<number>): string {
  const bytes = new Uint8Array(Float64Array.from(values).buffer);
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

const tasks: readonly Task[] = lossNames.map((loss) => ({
  ...{ data: 'ring', loss, rate: 40, pace: 'once', seed: 7 },
}));

/** The bits of every weight of both networks after so many rounds of each loss, and of what is measured before any. */
export function trainingHashes(rounds: number): Readonly<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const task of tasks) {
    const { generator, discriminator, round } = training(task);
    for (let k = 0; k < rounds; k++) round();
    hashes[task.loss] = hashOf([...generator, ...discriminator].flatMap((layer) => [...layer]));
    const { made, counts, moves, margins, field } = runOf(task).shown();
    hashes[`${task.loss}, measured`] = hashOf([...made, ...counts, ...moves, ...margins, ...field]);
  }
  return hashes;
}
