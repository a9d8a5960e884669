import { decimalOf, fewestOutcomes, mostOutcomes, share, whole, withMass } from '../masses.ts';
import type { QuantityName } from './quantities.ts';

export type Side = 'P' | 'Q' | 'R';
export type Unit = 'nats' | 'bits';

/** Two pmfs on the same outcomes, and a third one if the reader wants it. The masses of each are integers in millionths and add up to exactly one million. */
export interface Pair {
  readonly P: readonly number[];
  readonly Q: readonly number[];
  readonly R?: readonly number[];
  readonly labels: readonly string[];
}

/** What a link carries. */
export interface Setting {
  readonly pair: Pair;
  readonly unit: Unit;
  /** The quantity whose terms are drawn under the bars. */
  readonly chosen: QuantityName;
}

export interface State extends Setting {
  readonly past: readonly Pair[];
  /** A bar being moved, and the pair from before: dragging it to one and back restores the others. */
  readonly moving: { readonly side: Side; readonly outcome: number; readonly from: Pair } | undefined;
}

const deepestPast = 200;
export const longestLabel = 12;

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** a, b, …, z, aa, ab, … */
export const defaultLabels = (outcomes: number): readonly string[] =>
  Array.from({ length: outcomes }, (_, x) => {
    const [tens, units] = [Math.floor(x / letters.length), x % letters.length];
    return (tens === 0 ? '' : letters[tens - 1]!) + letters[units]!;
  });

export const start = (setting: Setting): State => ({ ...setting, past: [], moving: undefined });

export const samePair = (one: Pair, other: Pair): boolean =>
  (['P', 'Q', 'R', 'labels'] as const).every(
    (part) =>
      one[part]?.length === other[part]?.length &&
      one[part]?.every((value, x) => value === other[part]![x]) !== false,
  );

/** Leaves the bar where it is; a movement that came back to where it began leaves no trace. */
export function release(state: State): State {
  if (!state.moving) return state;
  const unmoved = samePair(state.moving.from, state.pair);
  return { ...state, moving: undefined, past: unmoved ? state.past.slice(0, -1) : state.past };
}

/** Puts the pair back to where the bar being moved was taken up. */
export const cancel = (state: State): State =>
  state.moving ? release({ ...state, pair: state.moving.from }) : state;

function become(state: State, pair: Pair): State {
  const still = release(state);
  if (samePair(still.pair, pair)) return still;
  return { ...still, pair, past: [...still.past, still.pair].slice(-deepestPast) };
}

/**
 * Gives one outcome a mass; the others share the rest in the proportion they had when the movement began
 * (see `withMass`). Moves of one bar, until `release`, are one step of undo.
 */
export function move(state: State, side: Side, outcome: number, mass: number): State {
  if (outcome < 0 || outcome >= state.pair.labels.length || !Number.isFinite(mass)) return state;
  if (!state.pair[side]) return state;
  const same = state.moving?.side === side && state.moving.outcome === outcome;
  const held = same ? state : release(state);
  const from = held.moving?.from ?? held.pair;
  const pair = { ...from, [side]: withMass(from[side]!, outcome, mass) };
  const past = same ? held.past : [...held.past, from].slice(-deepestPast);
  return { ...held, pair, past, moving: { side, outcome, from } };
}

/** The pair with each of its pmfs changed. */
const each = <To>({ P, Q, R }: Pair, change: (masses: readonly number[]) => To) => ({
  P: change(P),
  Q: change(Q),
  ...(R && { R: change(R) }),
});

/** A further outcome, without mass in any pmf: it changes no quantity until it is given some. */
export function addOutcome(state: State): State {
  const { labels } = state.pair;
  if (labels.length >= mostOutcomes) return state;
  const label = defaultLabels(mostOutcomes).find((name) => !labels.includes(name))!;
  return become(state, { ...each(state.pair, (masses) => [...masses, 0]), labels: [...labels, label] });
}

/** Drops the last outcome; the others share its mass in proportion. */
export function removeOutcome(state: State): State {
  const { labels } = state.pair;
  if (labels.length <= fewestOutcomes) return state;
  const without = (masses: readonly number[]): number[] => share(whole, masses.slice(0, -1));
  return become(state, { ...each(state.pair, without), labels: labels.slice(0, -1) });
}

/** A label as it can be kept: one line, not empty, of at most twelve characters. */
export const cleanLabel = (text: string): string =>
  [...text.replace(/[\p{C}\s]+/gu, ' ').trim()].slice(0, longestLabel).join('').trim();

/** The labels of outcomes that were given these names; the usual one where a name is none. */
export function labelsOf(names: readonly string[]): readonly string[] {
  const usual = defaultLabels(names.length);
  return names.map((name, x) => cleanLabel(name) || usual[x]!);
}

export function rename(state: State, outcome: number, text: string): State {
  const label = cleanLabel(text);
  if (label === '' || outcome < 0 || outcome >= state.pair.labels.length) return state;
  return become(state, {
    ...state.pair,
    labels: state.pair.labels.map((old, x) => (x === outcome ? label : old)),
  });
}

export const swap = (state: State): State =>
  become(state, { ...state.pair, P: state.pair.Q, Q: state.pair.P });

/** Takes R away, or adds one: the even mixture, to a millionth. Where it is neither P nor Q, the KL divergence over it is shorter, if finite. */
export function toggleThird(state: State): State {
  const { P, Q, R, labels } = state.pair;
  const pair = { P, Q, labels };
  return become(
    state,
    R
      ? pair
      : {
          ...pair,
          R: share(
            whole,
            P.map((mass, x) => mass + Q[x]!),
          ),
        },
  );
}

/** A preset, or the first state again; the way back stays open. */
export const load = (state: State, pair: Pair): State => become(state, pair);

export function undo(state: State): State {
  const still = release(state);
  const pair = still.past.at(-1);
  return pair ? { ...still, pair, past: still.past.slice(0, -1) } : still;
}

export const choose = (state: State, chosen: QuantityName): State => ({ ...state, chosen });
export const measureIn = (state: State, unit: Unit): State => ({ ...state, unit });

/** The pmfs as the exact decimals from which anyone can recompute what is shown. */
export const givensOf = (pair: Pair): string => JSON.stringify(each(pair, (masses) => masses.map(decimalOf)));

/** Outcomes where `side` has no mass and the other pmf has some: the divergence of the other from it is infinite. */
export function missing(pair: Pair, side: 'P' | 'Q'): readonly number[] {
  const other = side === 'P' ? pair.Q : pair.P;
  return pair[side].flatMap((mass, x) => (mass === 0 && other[x]! > 0 ? [x] : []));
}
