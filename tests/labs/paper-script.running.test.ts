import { beforeEach, expect, test, vi } from 'vitest';
import { runOf } from '../../components/labs/paper-script/results.ts';
import { type Run, run } from '../../components/labs/paper-script/run.ts';
import { createRunning } from '../../components/labs/paper-script/running.ts';

/** A worker that says what the test lets it say. */
class Told extends EventTarget {
  static last: Told;
  ended = false;
  asked: unknown;
  constructor() {
    super();
    Told.last = this;
  }
  postMessage(request: unknown): void {
    this.asked = request;
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
beforeEach(() => void vi.stubGlobal('Worker', Told));

const request = { images: 100, seed: 31 };

test('a run goes on while the setting stays what was asked for, and ends with it', () => {
  const running = createRunning();
  running.keepTo(request);
  running.start(request, () => undefined);
  expect(Told.last.asked).toEqual(request);
  running.keepTo({ ...request });
  Told.last.say({ kind: 'progress', share: 0.5 });
  expect(running.share.value).toBe(0.5);
  running.keepTo({ ...request, seed: 32 });
  expect(running.share.value).toBeUndefined();
  expect(Told.last.ended).toBe(true);
});

test('what a run has found is known from then on, and told once', () => {
  const running = createRunning();
  const found: (Run | undefined)[] = [];
  running.start(request, (one) => found.push(one));
  const made = run(request);
  Told.last.say({ kind: 'done', run: made });
  expect(found).toEqual([made]);
  expect(runOf(request)).toEqual(made);
  expect(running.share.value).toBeUndefined();
});

test('a worker that breaks ends the run, and finds nothing', () => {
  const running = createRunning();
  const found: (Run | undefined)[] = [];
  running.start(request, (one) => found.push(one));
  Told.last.dispatchEvent(new Event('error'));
  expect(found).toEqual([undefined]);
  expect(Told.last.ended).toBe(true);
});
