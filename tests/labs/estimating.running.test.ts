import { beforeEach, expect, test, vi } from 'vitest';
import { runOf } from '../../components/labs/estimating/results.ts';
import { run } from '../../components/labs/estimating/run.ts';
import { createRunning } from '../../components/labs/estimating/running.ts';
import { first, type Setting } from '../../components/labs/estimating/setting.ts';

/** A worker that says what the test lets it say. */
class Told extends EventTarget {
  static made: Told[] = [];
  ended = false;
  readonly asked: unknown[] = [];
  constructor() {
    super();
    Told.made.push(this);
  }
  postMessage(setting: unknown): void {
    this.asked.push(setting);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
beforeEach(() => {
  Told.made = [];
  vi.stubGlobal('Worker', Told);
});

const setting: Setting = { ...first, kind: 'plugIn', seed: 31 };
const other: Setting = { ...setting, bins: 5 };

test('one worker serves one run after the other, and keeps what it has drawn', () => {
  const running = createRunning();
  const heard: boolean[] = [];
  running.start(setting, (well) => heard.push(well));
  Told.made[0]!.say({ kind: 'progress', share: 0.5 });
  expect(running.share.value).toBe(0.5);
  const made = run(setting);
  Told.made[0]!.say({ kind: 'done', run: made });
  expect([heard, running.share.value, runOf(setting)]).toEqual([[true], undefined, made]);
  running.cancel();
  running.start(other, (well) => heard.push(well));
  expect(Told.made).toHaveLength(1);
  expect(Told.made[0]!.asked).toEqual([setting, other]);
});

test('another setting ends what runs, the same setting does not, and what was ended is never heard of', () => {
  const running = createRunning();
  const heard: string[] = [];
  running.start(setting, () => heard.push('first'));
  running.start({ ...setting, size: '10', mean: 7 }, () => heard.push('again'));
  expect([Told.made.length, Told.made[0]!.ended]).toEqual([1, false]);
  running.start(other, () => heard.push('other'));
  expect(Told.made.map(({ ended }) => ended)).toEqual([true, false]);
  Told.made[1]!.say({ kind: 'done', run: run(other) });
  expect(heard).toEqual(['other']);
});

test('cancelling ends the worker, and a worker that breaks says that nothing was found', () => {
  const running = createRunning();
  const heard: boolean[] = [];
  running.start(setting, (well) => heard.push(well));
  running.cancel();
  expect([Told.made[0]!.ended, running.share.value]).toEqual([true, undefined]);
  running.start(setting, (well) => heard.push(well));
  Told.made[1]!.dispatchEvent(new Event('error'));
  expect([heard, Told.made[1]!.ended, running.share.value]).toEqual([[false], true, undefined]);
});
