import { signal, type ReadonlySignal } from '@preact/signals';
import { remember } from './results.ts';
import { keyOf, type Setting } from './setting.ts';
import type { Answer } from './worker.ts';

/** Runs in a worker, which is fetched when it is first needed, and kept, with what it has drawn, while nothing is cancelled. */
export interface Running {
  /** The share that is done; undefined while nothing runs. */
  readonly share: ReadonlySignal<number | undefined>;
  /** Ends what runs for another setting. `ended` hears whether the run has come to its end. */
  readonly start: (setting: Setting, ended: (well: boolean) => void) => void;
  readonly cancel: () => void;
}

export function createRunning(): Running {
  const share = signal<number | undefined>(undefined);
  let worker: Worker | undefined;
  let asked: { readonly key: string; readonly ended: (well: boolean) => void } | undefined;
  const cancel = (): void => {
    // A worker that is idle keeps what it has drawn.
    if (asked) {
      worker?.terminate();
      worker = undefined;
    }
    asked = undefined;
    share.value = undefined;
  };
  const fetched = (): Worker => {
    const made = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
    made.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      if (data.kind === 'progress') {
        share.value = data.share;
        return;
      }
      const { ended } = asked ?? {};
      asked = undefined;
      share.value = undefined;
      remember(data.run);
      ended?.(true);
    });
    made.addEventListener('error', () => {
      const { ended } = asked ?? {};
      cancel();
      ended?.(false);
    });
    return made;
  };
  return {
    share,
    cancel,
    start: (setting, ended) => {
      const key = keyOf(setting);
      if (asked?.key === key) return;
      cancel();
      asked = { key, ended };
      share.value = 0;
      worker ??= fetched();
      worker.postMessage(setting);
    },
  };
}
