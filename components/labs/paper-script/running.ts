import { signal, type ReadonlySignal } from '@preact/signals';
import { remember } from './results.ts';
import type { Request, Run } from './run.ts';
import type { Answer } from './worker.ts';

/** A run in a worker of its own, which is fetched when it is first asked for. */
export interface Running {
  /** The share that is done; undefined while nothing runs. */
  readonly share: ReadonlySignal<number | undefined>;
  /** `ended` gets the run, or nothing where it has failed. */
  readonly start: (request: Request, ended: (run?: Run) => void) => void;
  readonly cancel: () => void;
  /** Cancels what runs, unless it is this. */
  readonly keepTo: (request: Request) => void;
}

export function createRunning(): Running {
  const share = signal<number | undefined>(undefined);
  let worker: Worker | undefined;
  let asked: Request | undefined;
  const cancel = (): void => {
    worker?.terminate();
    worker = undefined;
    share.value = undefined;
  };
  return {
    share,
    cancel,
    keepTo: ({ images, seed }) => {
      if (asked?.images !== images || asked.seed !== seed) cancel();
    },
    start: (request, ended) => {
      cancel();
      asked = request;
      share.value = 0;
      worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
        if (data.kind === 'progress') share.value = data.share;
        else {
          cancel();
          remember(data.run);
          ended(data.run);
        }
      });
      worker.addEventListener('error', () => {
        cancel();
        ended();
      });
      worker.postMessage(request);
    },
  };
}
