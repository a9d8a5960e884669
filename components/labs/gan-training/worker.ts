import { type Run, runOf } from './run.ts';
import type { Shown } from './shown.ts';
import { keyOf, type Task } from './task.ts';

/** What is asked for: a task and the round to be reached, or to stop where it is. */
export type Request = { readonly task: Task; readonly rounds: number } | 'stop';
/** What the rounds since the last answer have shown. */
export type Answer = readonly Shown[];

/** Milliseconds between two reports. */
const pause = 100;

let going: { readonly key: string; readonly run: Run } | undefined;
/** Tells a run that another one has been asked for. */
let turn = 0;

/** Lets what has been asked for meanwhile come in. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

async function train(task: Task, rounds: number): Promise<void> {
  const mine = ++turn;
  const key = keyOf(task);
  if (going?.key !== key || going.run.round() > rounds) going = { key, run: runOf(task) };
  const { run } = going;
  let found = [run.shown()];
  let said = performance.now();
  for (;;) {
    const done = run.round() === rounds;
    if (done || performance.now() - said >= pause) {
      postMessage(found satisfies Answer);
      if (done) return;
      found = [];
      await breath();
      if (turn !== mine) return;
      said = performance.now();
    }
    run.next();
    found.push(run.shown());
  }
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  if (data === 'stop') turn += 1;
  else void train(data.task, data.rounds);
});
