import { type ReadonlySignal, signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { samePair, type Setting, start, type State } from './model.ts';
import { fromQuery, intoQuery } from './url.ts';

/** What the parts of the view share: the state now, the state after a pause, and ways to change it. */
export interface Lab {
  /** Names the lab on its page: the key of its state in the URL. */
  readonly name: string;
  readonly first: Setting;
  readonly state: ReadonlySignal<State>;
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

function createLab(first: Setting, name: string): Lab {
  const state = signal(start(first));
  const settled = signal(state.value);
  const announced = signal<State | undefined>(undefined);
  const note = signal('');
  const alive = signal(false);
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
    return () => timers.forEach(clearTimeout);
  };
  return { name, first, state, settled, announced, note, alive, act, say, link, wake };
}

export function useLab(first: Setting, name: string): Lab {
  const lab = useMemo(() => createLab(first, name), []);
  useEffect(lab.wake, []);
  return lab;
}
