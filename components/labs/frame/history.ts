/** A lab's setting, the settings before it, and a movement that is still under the hand. */
export interface History<Setting> {
  readonly now: Setting;
  readonly past: readonly Setting[];
  /** All moves with one key, from the setting in which the first of them began, are one step of undo. */
  readonly held: { readonly key: string; readonly from: Setting } | undefined;
}

type Same<Setting> = (one: Setting, other: Setting) => boolean;

const deepestPast = 200;

export const begin = <Setting>(now: Setting): History<Setting> => ({ now, past: [], held: undefined });

/** Leaves things where they are; a movement that came back to where it began leaves no trace. */
export function release<Setting>(history: History<Setting>, same: Same<Setting>): History<Setting> {
  if (!history.held) return history;
  const unmoved = same(history.held.from, history.now);
  return { ...history, held: undefined, past: unmoved ? history.past.slice(0, -1) : history.past };
}

/** Puts things back to where the movement began. */
export const cancel = <Setting>(history: History<Setting>, same: Same<Setting>): History<Setting> =>
  history.held ? release({ ...history, now: history.held.from }, same) : history;

/** One step of its own. */
export function change<Setting>(
  history: History<Setting>,
  next: (setting: Setting) => Setting,
  same: Same<Setting>,
): History<Setting> {
  const still = release(history, same);
  const now = next(still.now);
  if (same(still.now, now)) return still;
  return { now, past: [...still.past, still.now].slice(-deepestPast), held: undefined };
}

/** One move of a movement: `next` is given the setting in which the movement began, so that a move back restores it. */
export function hold<Setting>(
  history: History<Setting>,
  key: string,
  next: (from: Setting, now: Setting) => Setting,
  same: Same<Setting>,
): History<Setting> {
  const held = history.held?.key === key ? history : release(history, same);
  const from = held.held?.from ?? held.now;
  const past = held.held ? held.past : [...held.past, from].slice(-deepestPast);
  return { now: next(from, held.now), past, held: { key, from } };
}

export function undo<Setting>(history: History<Setting>, same: Same<Setting>): History<Setting> {
  const still = release(history, same);
  const now = still.past.at(-1);
  return now === undefined ? still : { now, past: still.past.slice(0, -1), held: undefined };
}
