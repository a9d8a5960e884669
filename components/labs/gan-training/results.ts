import { signal } from '@preact/signals';
import type { Shown } from './shown.ts';
import { keyOf, type Task } from './task.ts';

/** What is known of the runs, by task and round. Rounds are pushed in their order, from where a run began to be known. */
const known = signal<ReadonlyMap<string, ReadonlyMap<number, Shown>>>(new Map());

/** So many tasks are kept, besides the first one. */
const kept = 9;

/** What a round has shown, once it has been reached. Reading it subscribes to the runs. */
export const shownOf = (task: Task, round: number): Shown | undefined =>
  known.value.get(keyOf(task))?.get(round);

/** The greatest round that is known and not beyond this one. */
export function latestOf(task: Task, most: number): Shown | undefined {
  const rounds = known.value.get(keyOf(task));
  const reached = rounds && [...rounds.keys()].filter((round) => round <= most);
  return reached && rounds.get(Math.max(...reached));
}

export function remember(found: readonly Shown[]): void {
  const [first] = found;
  if (!first) return;
  const key = keyOf(first.task);
  const all = new Map(known.peek());
  const rounds = new Map(all.get(key));
  for (const shown of found) rounds.set(shown.round, shown);
  all.delete(key);
  all.set(key, rounds);
  const [oldest] = [...all.keys()].slice(1);
  if (all.size > kept + 1) all.delete(oldest!);
  known.value = all;
}
