import { beforeEach, expect, test, vi } from 'vitest';
import { latestOf, remember, shownOf } from '../../components/labs/gan-training/results.ts';
import { createRunning } from '../../components/labs/gan-training/running.ts';
import type { Shown } from '../../components/labs/gan-training/shown.ts';
import type { Task } from '../../components/labs/gan-training/task.ts';

/** A worker that says what the test lets it say. */
class Told extends EventTarget {
  static last: Told;
  ended = false;
  readonly asked: unknown[] = [];
  constructor() {
    super();
    Told.last = this;
  }
  postMessage(request: unknown): void {
    this.asked.push(request);
  }
  terminate(): void {
    this.ended = true;
  }
  say(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
}
beforeEach(() => void vi.stubGlobal('Worker', Told));

const taskOf = (seed: number): Task => ({ data: 'ring', loss: 'other', rate: 40, pace: 'once', seed });
const at = (task: Task, round: number): Shown => ({
  ...{ task, round, made: [], counts: [], inModes: [], moves: [], floorMoves: [], margins: [], field: [] },
});

test('a run tells how far it is, and that it is there', () => {
  const running = createRunning();
  const ends: boolean[] = [];
  const task = taskOf(1);
  running.train(task, 2, (well) => ends.push(well));
  expect(Told.last.asked).toEqual([{ task, rounds: 2 }]);
  Told.last.say([at(task, 0), at(task, 1)]);
  expect(running.way.value).toEqual({ task, rounds: 2, round: 1 });
  expect(latestOf(task, 2)?.round).toBe(1);
  Told.last.say([at(task, 2)]);
  expect([running.way.value, ends]).toEqual([undefined, [true]]);
  expect(shownOf(task, 2)?.round).toBe(2);
});

test('what comes after another task was asked for is remembered, and moves nothing', () => {
  const running = createRunning();
  const ends: boolean[] = [];
  running.train(taskOf(2), 9, () => ends.push(false));
  running.train(taskOf(3), 9, () => ends.push(true));
  Told.last.say([at(taskOf(2), 9)]);
  expect(running.way.value).toEqual({ task: taskOf(3), rounds: 9, round: 0 });
  expect(ends).toEqual([]);
  expect(shownOf(taskOf(2), 9)?.round).toBe(9);
});

test('a stop keeps the worker, so that it can go on, and a failure ends it', () => {
  const running = createRunning();
  const ends: boolean[] = [];
  running.train(taskOf(4), 9, (well) => ends.push(well));
  running.stop();
  expect([running.way.value, Told.last.ended]).toEqual([undefined, false]);
  expect(Told.last.asked.at(-1)).toBe('stop');
  running.train(taskOf(4), 9, (well) => ends.push(well));
  Told.last.dispatchEvent(new Event('error'));
  expect([running.way.value, Told.last.ended, ends]).toEqual([undefined, true, [false]]);
});

test('of the tasks that have been run only the first and the last few are kept', () => {
  const first = taskOf(1);
  for (let seed = 100; seed < 120; seed++) remember([at(taskOf(seed), 0)]);
  expect(shownOf(first, 2)?.round).toBe(2);
  expect(shownOf(taskOf(100), 0)).toBeUndefined();
  expect(shownOf(taskOf(119), 0)?.round).toBe(0);
});
