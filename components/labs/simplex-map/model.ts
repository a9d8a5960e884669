import { fromWeights, type Pmf } from '../../../src/core/index.ts';
import { fields, masses, word } from '../frame/codec.ts';
import type { Givens, LabModel } from '../frame/contract.ts';
import { decimalOf } from '../masses.ts';
import { coreBounds, type Reading } from '../reading.ts';
import { type DivergenceName, divergenceNames, divergenceOf } from './divergences.ts';
import type { Masses } from './triangle.ts';

export const drawings = ['triangle', 'from', 'to', 'asymmetry'] as const;
export type Drawing = (typeof drawings)[number];

export const letters = ['P', 'Q', 'R'] as const;
export type Letter = (typeof letters)[number];

/** Three pmfs, the divergence that they are compared by, and what is drawn of it. */
export interface Setting extends Readonly<Record<Letter, Masses>> {
  readonly by: DivergenceName;
  readonly drawn: Drawing;
}

const first: Setting = {
  P: [700_000, 200_000, 100_000],
  Q: [350_000, 400_000, 250_000],
  R: [100_000, 200_000, 700_000],
  by: 'kl',
  drawn: 'triangle',
};

export const presets = [
  { shows: 'a detour that is shorter', setting: first },
  { shows: 'no detour is shorter', setting: { ...first, by: 'root' } },
  { shows: 'there is not as far as back', setting: { ...first, drawn: 'asymmetry' } },
  {
    shows: 'a ball that keeps off the sides',
    setting: { ...first, drawn: 'from', Q: [200_000, 300_000, 500_000] },
  },
  { shows: 'a ball that reaches them', setting: { ...first, drawn: 'to', Q: [300_000, 700_000, 0] } },
] as const satisfies readonly { readonly shows: string; readonly setting: Setting }[];

export const givensOf = ({ P, Q, R }: Setting): Givens => ({
  P: P.map(decimalOf),
  Q: Q.map(decimalOf),
  R: R.map(decimalOf),
});

const pmfs = new WeakMap<Masses, Pmf>();
export function pmfOf(weights: Masses): Pmf {
  const made = pmfs.get(weights) ?? fromWeights(weights);
  pmfs.set(weights, made);
  return made;
}

/** From one letter to another. */
export type Leg = readonly [from: Letter, to: Letter];

/** What the panel and the table show: there, back, the straight way and the detour. */
export const ways = {
  there: [['P', 'Q']],
  back: [['Q', 'P']],
  straight: [['P', 'R']],
  detour: [
    ['P', 'Q'],
    ['Q', 'R'],
  ],
} as const satisfies Readonly<Record<string, readonly Leg[]>>;
export type WayName = keyof typeof ways;
export const wayNames = Object.keys(ways) as readonly WayName[];
export const legsOf = (name: WayName): readonly Leg[] => ways[name];

/** Its bounds are those of the core: each leg is right to ten units of the last place, and a sum adds one. */
export function reading(way: WayName, setting: Setting, by = setting.by): Reading {
  const { of, unit, value, certify } = divergenceOf(by);
  const legs = legsOf(way);
  const [[from, to]] = legs as readonly [Leg];
  const sum = legs.reduce((all, [one, other]) => all + value(pmfOf(setting[one]), pmfOf(setting[other])), 0);
  return {
    of: legs.map((leg) => of(...leg)).join(' + '),
    unit,
    value: sum,
    ...coreBounds,
    ...(certify &&
      legs.length === 1 && { certify: (core) => certify(core, pmfOf(setting[from]), pmfOf(setting[to])) }),
  };
}

/** How the way by Q compares with the straight one; 'level' also where doubles cannot tell. */
export type Verdict = 'shorter' | 'longer' | 'level' | 'endless';

/** What the straight way has over the detour, more than the errors of both; −∞ where the detour is infinite, which it is where the straight way is. */
export function excess(straight: number, detour: number): number {
  if (detour === Infinity) return -Infinity;
  return straight - detour - coreBounds.relativeErrorBound * (straight + detour);
}

export function verdictOf(setting: Setting): Verdict {
  const straight = reading('straight', setting).value;
  const detour = reading('detour', setting).value;
  if (straight === Infinity) return 'endless';
  if (excess(straight, detour) > 0) return 'shorter';
  return excess(detour, straight) > 0 || detour === Infinity ? 'longer' : 'level';
}

export const model: LabModel<Setting> = {
  name: 'simplex-map',
  first,
  codec: fields('1', first, {
    P: masses(3, 3),
    Q: masses(3, 3),
    R: masses(3, 3),
    by: word(divergenceNames),
    drawn: word(drawings),
  }),
  givens: givensOf,
  readings: (setting) => divergenceNames.flatMap((by) => wayNames.map((way) => reading(way, setting, by))),
};
