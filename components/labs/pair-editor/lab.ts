import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { publish } from '../publish.ts';
import { givensOf, samePair, type Setting, type Side, start, type State, type Unit } from './model.ts';
import { type QuantityName, type Shown, shown } from './quantities.ts';
import { fromQuery, intoQuery } from './url.ts';

/**
 * What the parts of the view share: the state now, the state after a pause, and ways to change it. A part reads the
 * narrowest signal that it needs, so that a drag touches only what changes.
 */
export interface Lab {
  /** Names the lab on its page: the key of its state in the URL. */
  readonly name: string;
  readonly first: Setting;
  readonly state: ReadonlySignal<State>;
  readonly outcomes: ReadonlySignal<number>;
  readonly unit: ReadonlySignal<Unit>;
  readonly chosen: ReadonlySignal<QuantityName>;
  readonly undoable: ReadonlySignal<boolean>;
  readonly givens: ReadonlySignal<string>;
  readonly readings: ReadonlySignal<Shown>;
  readonly hasThird: ReadonlySignal<boolean>;
  readonly mass: (side: Side, outcome: number) => number;
  readonly label: (outcome: number) => string;
  /** The state when the hand rested last: what the table shows and what is read aloud need not follow every move. */
  readonly settled: ReadonlySignal<State>;
  readonly announced: ReadonlySignal<State | undefined>;
  readonly note: ReadonlySignal<string>;
  /** False on the server and until the script has taken over. */
  readonly alive: ReadonlySignal<boolean>;
  readonly act: (transition: (state: State) => State) => void;
  readonly say: (note: string) => void;
  /** The address of the page with this lab in its present state. */
  readonly link: () => string;
  readonly wake: () => () => void;
}

const pauses = { settle: 150, url: 300, announce: 500 } as const;

const sameSetting = (one: Setting, other: Setting): boolean =>
  one.unit === other.unit && one.chosen === other.chosen && samePair(one.pair, other.pair);

/** The signal under a key, made when it is first asked for. */
function once<Key, Value>(signals: Map<Key, ReadonlySignal<Value>>, key: Key, read: () => Value) {
  const known = signals.get(key) ?? computed(read);
  signals.set(key, known);
  return known;
}

function createLab(first: Setting, name: string): Lab {
  const state = signal(start(first));
  const settled = signal(state.value);
  const announced = signal<State | undefined>(undefined);
  const note = signal('');
  const alive = signal(false);
  const givens = computed(() => givensOf(state.value.pair));
  const timers = new Map<keyof typeof pauses, ReturnType<typeof setTimeout>>();
  const afterPause = (pause: keyof typeof pauses, run: () => void): void => {
    clearTimeout(timers.get(pause));
    timers.set(pause, setTimeout(run, pauses[pause]));
  };
  const writeUrl = (): void => {
    const kept = sameSetting(first, state.value) ? undefined : state.value;
    const { pathname, search, hash } = window.location;
    window.history.replaceState(window.history.state, '', pathname + intoQuery(search, name, kept) + hash);
  };
  const announceSoon = (): void => afterPause('announce', () => (announced.value = state.value));
  const act: Lab['act'] = (transition) => {
    const next = transition(state.value);
    if (next === state.value) return;
    const changed = !sameSetting(next, state.value);
    state.value = next;
    if (!changed) return;
    note.value = '';
    afterPause('settle', () => (settled.value = state.value));
    afterPause('url', writeUrl);
    announceSoon();
  };
  const say: Lab['say'] = (text) => {
    note.value = text;
    announceSoon();
  };
  const link: Lab['link'] = () => {
    const { origin, pathname, search, hash } = window.location;
    return origin + pathname + intoQuery(search, name, state.value) + hash;
  };
  const wake: Lab['wake'] = () => {
    const linked = fromQuery(window.location.search, name);
    if (linked === 'unreadable')
      say('The link could not be read, so this is the pair that the figure starts with.');
    else if (linked !== 'none') settled.value = state.value = start(linked);
    alive.value = true;
    const stop = publish(name, givens);
    return () => {
      stop();
      timers.forEach(clearTimeout);
    };
  };
  const masses = new Map<string, ReadonlySignal<number>>();
  const labels = new Map<number, ReadonlySignal<string>>();
  return {
    outcomes: computed(() => state.value.pair.labels.length),
    unit: computed(() => state.value.unit),
    chosen: computed(() => state.value.chosen),
    undoable: computed(() => state.value.past.length > 0),
    givens,
    readings: computed(() => shown(state.value)),
    hasThird: computed(() => !!state.value.pair.R),
    mass: (side, x) => once(masses, side + x, () => state.value.pair[side]?.[x] ?? 0).value,
    label: (x) => once(labels, x, () => state.value.pair.labels[x] ?? '').value,
    name,
    first,
    state,
    settled,
    announced,
    note,
    alive,
    act,
    say,
    link,
    wake,
  };
}

export function useLab(first: Setting, name: string): Lab {
  const lab = useMemo(() => createLab(first, name), []);
  useEffect(lab.wake, []);
  return lab;
}
