import type { Givens } from '../../src/formula/environment.ts';
import type { WrittenScope } from '../../src/formula/written-scope.ts';
import { limits } from './limits.ts';
import type { Reading } from './reading.ts';
import { goesOn } from './ending.ts';
import type { Answer, Request } from './worker.ts';

const spawn = (): Worker => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });

/** Why a worker was ended. */
export type Failed = 'slow' | 'broken';

interface Listener {
  readonly heard: (answer: Answer) => void;
  readonly failed: (why: Failed) => void;
}

/** A worker that is ended when it falls silent while it has something to do. What it loads counts no time. */
class Watched {
  readonly #worker = spawn();
  readonly #listener: Listener;
  #ready = false;
  #busy = false;
  #alarm: ReturnType<typeof setTimeout> | undefined;

  constructor(listener: Listener) {
    this.#listener = listener;
    this.#worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
      clearTimeout(this.#alarm);
      if (data.kind === 'ready') this.#ready = true;
      else this.#busy = data.kind === 'progress' && goesOn(data.ending);
      if (this.#busy) this.#watch();
      if (data.kind !== 'ready' && data.kind !== 'loading') listener.heard(data);
    });
    this.#worker.addEventListener('error', () => this.#fail('broken'));
  }

  ask(request: Request): void {
    this.#busy = true;
    this.#worker.postMessage(request);
    if (this.#ready) this.#watch();
  }

  end(): void {
    clearTimeout(this.#alarm);
    this.#worker.terminate();
  }

  #watch(): void {
    clearTimeout(this.#alarm);
    this.#alarm = setTimeout(() => this.#fail('slow'), limits.silence);
  }

  #fail(why: Failed): void {
    this.end();
    this.#listener.failed(why);
  }
}

/** Starts a search in a worker of its own. Returns the way to end it. */
export function startSearch(
  tex: readonly string[],
  scope: WrittenScope,
  seed: number,
  listener: Listener,
): () => void {
  const worker = new Watched({
    heard: (answer) => {
      const over = answer.kind !== 'progress' || !goesOn(answer.ending);
      if (over) worker.end();
      listener.heard(answer);
    },
    failed: listener.failed,
  });
  worker.ask({ kind: 'search', tex, scope, seed });
  return () => worker.end();
}

/** Reads formulas one after the other; what was typed in between is skipped, so that the last one is read soon. */
export class Reader {
  #worker: Watched | undefined;
  #reading = false;
  #next: Request | undefined;
  readonly #shown: (reading: Reading, scope: WrittenScope) => void;
  readonly #failed: (why: Failed) => void;

  constructor(shown: (reading: Reading, scope: WrittenScope) => void, failed: (why: Failed) => void) {
    this.#shown = shown;
    this.#failed = failed;
  }

  read(tex: string, scope: WrittenScope, values: Givens, display = false): void {
    this.#next = { kind: 'read', tex, scope, values, display };
    if (!this.#reading) this.#go();
  }

  /** Ends what is going on; nothing more is shown. */
  end(): void {
    this.#next = undefined;
    this.#worker?.end();
    this.#worker = undefined;
  }

  #go(): void {
    const request = this.#next;
    this.#next = undefined;
    this.#reading = request !== undefined;
    if (!request) return;
    this.#worker ??= new Watched({
      heard: (answer) => {
        if (answer.kind === 'read' && !this.#next) this.#shown(answer.reading, answer.scope);
        this.#go();
      },
      failed: (why) => {
        this.#worker = undefined;
        if (!this.#next) this.#failed(why);
        this.#go();
      },
    });
    this.#worker.ask(request);
  }
}
