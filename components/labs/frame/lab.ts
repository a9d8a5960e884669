import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { publish } from '../publish.ts';
import type { LivingModel } from './contract.ts';
import * as history from './history.ts';
import { fromQuery, intoQuery } from './query.ts';

/** What the parts of a lab's view share. A part reads the narrowest signal that it needs, so that a drag touches only what changes. */
export interface Lab<Setting> {
  /** Names the lab on its page: the key of its state in the URL. */
  readonly name: string;
  readonly model: LivingModel<Setting>;
  readonly setting: ReadonlySignal<Setting>;
  /** The setting when the hand rested last: what tables show and what is slow to draw need not follow every move. */
  readonly settled: ReadonlySignal<Setting>;
  /** The setting to be read aloud. */
  readonly announced: ReadonlySignal<Setting | undefined>;
  readonly givens: ReadonlySignal<string>;
  readonly undoable: ReadonlySignal<boolean>;
  readonly note: ReadonlySignal<string>;
  /** False on the server and until the script has taken over. */
  readonly alive: ReadonlySignal<boolean>;
  /** One step of its own. */
  readonly act: (next: (setting: Setting) => Setting) => void;
  /** One move of the movement `key`, until `release`; `next` gets the setting in which the movement began. */
  readonly hold: (key: string, next: (from: Setting, now: Setting) => Setting) => void;
  readonly release: () => void;
  readonly cancel: () => void;
  readonly undo: () => void;
  readonly reset: () => void;
  readonly say: (note: string) => void;
  /** The address of this page, or of another one, with the lab in its present state. */
  readonly link: (pathname?: string) => string;
  readonly wake: () => () => void;
}

const pauses = { settle: 150, url: 300, announce: 500 } as const;

export function createLab<Setting>(
  model: LivingModel<Setting>,
  name: string = model.name,
  first: Setting = model.first,
): Lab<Setting> {
  const { codec } = model;
  const same = (one: Setting, other: Setting): boolean =>
    one === other || codec.write(one) === codec.write(other);
  const state = signal(history.begin(first));
  const setting = computed(() => state.value.now);
  const settled = signal(first);
  const announced = signal<Setting | undefined>(undefined);
  const note = signal('');
  const alive = signal(false);
  const givens = computed(() => JSON.stringify(model.givens(setting.value)));
  const timers = new Map<keyof typeof pauses, ReturnType<typeof setTimeout>>();
  const afterPause = (pause: keyof typeof pauses, run: () => void): void => {
    clearTimeout(timers.get(pause));
    timers.set(pause, setTimeout(run, pauses[pause]));
  };
  const writeUrl = (): void => {
    const kept = same(first, setting.value) ? undefined : codec.write(setting.value);
    const { pathname, search, hash } = window.location;
    window.history.replaceState(window.history.state, '', pathname + intoQuery(search, name, kept) + hash);
  };
  const announceSoon = (): void => afterPause('announce', () => (announced.value = setting.value));
  const become = (next: history.History<Setting>): void => {
    const before = setting.value;
    state.value = next;
    if (same(before, next.now)) return;
    note.value = '';
    afterPause('settle', () => (settled.value = setting.value));
    afterPause('url', writeUrl);
    announceSoon();
  };
  const say: Lab<Setting>['say'] = (text) => {
    note.value = text;
    announceSoon();
  };
  return {
    name,
    model,
    setting,
    settled,
    announced,
    note,
    alive,
    givens,
    undoable: computed(() => state.value.past.length > 0),
    act: (next) => become(history.change(state.value, next, same)),
    hold: (key, next) => become(history.hold(state.value, key, next, same)),
    release: () => become(history.release(state.value, same)),
    cancel: () => become(history.cancel(state.value, same)),
    undo: () => become(history.undo(state.value, same)),
    reset: () => become(history.change(state.value, () => first, same)),
    say,
    link: (pathname = window.location.pathname) => {
      const { origin, search } = window.location;
      return origin + pathname + intoQuery(search, name, codec.write(setting.value));
    },
    wake: () => {
      const linked = fromQuery(window.location.search, name, codec);
      if (linked === 'unreadable')
        say('The link could not be read, so this is the state that the figure starts with.');
      else if (linked !== 'none') {
        state.value = history.begin(linked);
        settled.value = linked;
      }
      alive.value = true;
      const stop = publish(name, givens);
      return () => {
        stop();
        timers.forEach(clearTimeout);
      };
    },
  };
}

/** The lab of a view; `first` is the setting of a preset that the author chose. */
export function useLab<Setting>(model: LivingModel<Setting>, name?: string, first?: Setting): Lab<Setting> {
  const lab = useMemo(() => createLab(model, name, first), []);
  useEffect(lab.wake, []);
  return lab;
}
