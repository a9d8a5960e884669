import { type ReadonlySignal, signal } from '@preact/signals';
import { remember } from './results.ts';
import { keyOf, type Task } from './task.ts';
import type { Answer, Request } from './worker.ts';

interface Way {
  readonly task: Task;
  readonly rounds: number;
  /** The round that has been reached. */
  readonly round: number;
}

/** Training in a worker, which is fetched with all that it computes with when it is first asked for. */
export interface Running {
  /** How far it has come; undefined while nothing runs. */
  readonly way: ReadonlySignal<Way | undefined>;
  /** Trains up to a round, and tells at the end whether it got there. */
  readonly train: (task: Task, rounds: number, ended: (well: boolean) => void) => void;
  /** What has been reached so far stays known, and can be gone on from. */
  readonly stop: () => void;
  readonly end: () => void;
}

export function createRunning(): Running {
  const way = signal<Way | undefined>(undefined);
  let worker: Worker | undefined;
  let ended: (well: boolean) => void = () => undefined;
  const say = (request: Request): void => worker?.postMessage(request);
  const end = (): void => {
    worker?.terminate();
    worker = undefined;
    way.value = undefined;
  };
  const begin = (): Worker => {
    const begun = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    begun.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      remember(data);
      const [now, reached] = [way.peek(), data.at(-1)!];
      // What comes after something else was asked for is true all the same, and is only remembered.
      if (!now || keyOf(now.task) !== keyOf(reached.task)) return;
      const there = reached.round === now.rounds;
      way.value = there ? undefined : { ...now, round: reached.round };
      if (there) ended(true);
    });
    begun.addEventListener('error', () => {
      end();
      ended(false);
    });
    return begun;
  };
  return {
    way,
    train: (task, rounds, then) => {
      worker ??= begin();
      ended = then;
      way.value = { task, rounds, round: 0 };
      say({ task, rounds });
    },
    stop: () => {
      way.value = undefined;
      say('stop');
    },
    end,
  };
}
