/** Work spread over the cores: a worker thread each, every one with its own copy of the checker. */
import { availableParallelism } from 'node:os';
import { Worker, parentPort } from 'node:worker_threads';

interface Asked {
  readonly index: number;
  readonly task: unknown;
}
interface Answered {
  readonly index: number;
  readonly result: unknown;
}

/** Hands the tasks out in turn, and tells each result as it comes. Give the longest tasks first. */
export async function onAllCores<Task, Result>(
  script: URL,
  tasks: readonly Task[],
  told: (result: Result, task: Task) => void = () => undefined,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const run = (worker: Worker): Promise<void> =>
    new Promise((resolve, reject) => {
      const ask = (): void => {
        if (next >= tasks.length) {
          void worker.terminate().then(() => {
            resolve();
          });
          return;
        }
        const index = next++;
        worker.postMessage({ index, task: tasks[index] } satisfies Asked);
      };
      worker.on('message', ({ index, result }: Answered) => {
        results[index] = result as Result;
        told(result as Result, tasks[index]!);
        ask();
      });
      worker.on('error', reject);
      ask();
    });
  const workers = Array.from(
    { length: Math.min(availableParallelism(), tasks.length) },
    () => new Worker(script),
  );
  try {
    await Promise.all(workers.map(run));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
  return results;
}

/** The other side: what a worker does with a task. */
export function work<Task, Result>(handle: (task: Task) => Result): void {
  parentPort!.on('message', ({ index, task }: Asked) => {
    parentPort!.postMessage({ index, result: handle(task as Task) } satisfies Answered);
  });
}
