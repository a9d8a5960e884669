import { signal, type ReadonlySignal } from '@preact/signals';
import { isHere, loadLatecomers } from './divergences.ts';
import type { Outcome, Request } from './search.ts';

/** A search in slices, between which the page stays alive. It is fetched when it is first asked for. */
export interface Searching {
  /** The share that is done; undefined while nothing is searched. */
  readonly share: ReadonlySignal<number | undefined>;
  /** What was asked last, and what came of it. */
  readonly last: ReadonlySignal<{ readonly request: Request; readonly outcome: Outcome } | undefined>;
  /** `ended` gets what came of it, or nothing where the search could not be fetched. */
  readonly start: (request: Request, ended: (outcome?: Outcome) => void) => Promise<void>;
  readonly cancel: () => void;
}

/** Milliseconds without a pause: less than a frame. */
const slice = 8;

const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

export function createSearching(): Searching {
  const share = signal<number | undefined>(undefined);
  const last = signal<Searching['last']['value']>(undefined);
  let running: object | undefined;
  const cancel = (): void => {
    running = undefined;
    share.value = undefined;
  };
  return {
    share,
    last,
    cancel,
    start: async (request, ended) => {
      const mine = {};
      running = mine;
      share.value = 0;
      const fetched = await import('./search.ts').catch(() => undefined);
      await loadLatecomers();
      const going = isHere(request.question.divergence) ? fetched?.search(request) : undefined;
      while (going && running === mine) {
        const until = performance.now() + slice;
        let step = going.next();
        while (!step.done && performance.now() < until) step = going.next();
        if (step.done) {
          cancel();
          last.value = { request, outcome: step.value };
          ended(step.value);
          return;
        }
        share.value = step.value;
        await pause();
      }
      if (running !== mine) return;
      cancel();
      ended();
    },
  };
}
