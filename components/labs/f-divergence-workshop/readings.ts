import { add, type DoubleDouble, subtract } from '../../../src/core/double-double.ts';
import { decimal } from '../frame/grid.ts';
import { whole } from '../masses.ts';
import type { Reading } from '../reading.ts';
import { bestIn, type Criticised, inNumbers, type Outcome, outcomeAt, outcomesOf } from './critic.ts';
import { exact, ruleOf } from './exact.ts';
import { type JointName, type NamedKind, sidesOf } from './kinds.ts';
import { remembered } from './remembered.ts';
import { enclosed, quotient, type Written, writtenOf } from './written.ts';

const u = 2 ** -53;

/** Of a double-double of which at most 2⁻⁸⁸ of `size` is wrong. */
const number = (of: string, value: number, size: number, unit: Reading['unit'] = ''): Reading => ({
  of,
  unit,
  value: value + 0,
  relativeErrorBound: 2 * u,
  absoluteErrorBound: Number.isFinite(value) ? 2 ** -88 * size : 0,
});

const sizeOf = (value: number): number => (Number.isFinite(value) ? Math.abs(value) : 0);

/** How this critic's generator writes its numbers. */
const writingOf = remembered((critic: Criticised): Written =>
  writtenOf(critic, (x) => Math.round(1000 * inNumbers(outcomeAt(critic, Number(x) - 1)!.best))),
);

/** A divergence by its terms, which cancel; nothing is rounded where all of them are nothing, or integers. */
const divergenceOf = remembered((critic: Criticised): Reading => {
  const { divergence, unit } = writingOf(critic);
  const value = inNumbers(total(present(outcomesOf(critic)).map(({ term }) => term)), whole);
  return number(divergence, Math.max(0, value), isExact(critic) ? 0 : 64, unit);
});

const isExact = ({ kind, P, Q }: Criticised): boolean =>
  kind === 'dr' || kind === 'tv' || P.every((mass, x) => mass === Q[x]);

/** A named divergence of a pair. */
export const namedReading = (kind: NamedKind, P: readonly number[], Q: readonly number[]): Reading =>
  divergenceOf({ kind, order: 0, levels: [], P, Q, T: bestIn(P.length) });

export interface Paired {
  readonly P: readonly number[];
  readonly Q: readonly number[];
  readonly joint: JointName;
}

/** The two divergences of a pair. */
export const sideReadings = ({ P, Q, joint }: Paired): readonly [across: Reading, up: Reading] => {
  const [across, up] = sidesOf[joint];
  return [namedReading(across, P, Q), namedReading(up, P, Q)];
};

const total = (values: readonly DoubleDouble[]): DoubleDouble =>
  values.every(({ hi }) => Number.isFinite(hi))
    ? values.reduce(add, exact(0))
    : exact(values.some(({ hi }) => hi === -Infinity) ? -Infinity : Infinity);

const present = (outcomes: readonly (Outcome | undefined)[]): readonly Outcome[] =>
  outcomes.filter((outcome) => outcome !== undefined);

/** D_f(P ‖ Q). */
export const divergenceReading = divergenceOf;

const own = (score: number): string => decimal({ places: 2 }, score);

/** T(x), f*(T(x)) and the gain of an outcome as expressions. */
function expressionsOf(critic: Criticised, x: number, outcome: Outcome) {
  const { slope, touched, conjugate } = writingOf(critic);
  const at = String(x + 1);
  const T = critic.T[x]!;
  const score = T === 'best' ? slope(at) : own(T);
  const star = T === 'best' ? touched(at) : conjugate(enclosed(own(T)));
  const finite = outcome.conjugate.hi === Infinity && T !== 'best' ? '\\infty' : star;
  const gain =
    outcome.gain.hi === -Infinity ? '-\\infty' : `P(${at}) \\cdot (${score}) - Q(${at}) \\cdot (${finite})`;
  return { score, star: finite, gain };
}

export const rowNames = ['quotient', 'best', 'score', 'conjugate', 'term', 'gain'] as const;
export type RowName = (typeof rowNames)[number];

/** What stands under an outcome; nothing where neither has mass. */
export function outcomeReadings(
  critic: Criticised,
  x: number,
): Readonly<Record<RowName, Reading>> | undefined {
  const outcome = outcomeAt(critic, x);
  if (!outcome) return undefined;
  const { a, b, best, score, conjugate, term, gain } = outcome;
  const { slope, term: summand } = writingOf(critic);
  const at = String(x + 1);
  const of = expressionsOf(critic, x, outcome);
  const plain = (tex: string, value: DoubleDouble): Reading =>
    number(tex, inNumbers(value), isCritical(critic) ? 64 : 0);
  const ofMass = (tex: string, value: DoubleDouble): Reading =>
    number(
      tex,
      inNumbers(value, whole),
      isCritical(critic) ? (64 * (a + b)) / whole + sizeOf(inNumbers(value, whole)) : 0,
    );
  return {
    quotient: number(quotient(at), a / b, 0),
    best: plain(slope(at), best),
    score: plain(of.score, score),
    conjugate: plain(of.star, conjugate),
    term: ofMass(summand(at), term),
    gain: ofMass(of.gain, gain),
  };
}

/** Whether anything of it is rounded: what is drawn by hand, and total variation, are integers all along. */
const isCritical = ({ kind }: Criticised): boolean => kind !== 'dr' && kind !== 'tv';

/** E_P T − E_Q f*(T). */
export const boundReading = remembered((critic: Criticised): Reading => {
  const outcomes = outcomesOf(critic);
  const gains = outcomes.flatMap((outcome, x) => (outcome ? [expressionsOf(critic, x, outcome).gain] : []));
  const value = inNumbers(total(present(outcomes).map(({ gain }) => gain)), whole);
  const { unit } = writingOf(critic);
  return number(
    value === -Infinity ? '-\\infty' : gains.join(' + '),
    value,
    isExact(critic) && (!isCritical(critic) || critic.T.every((score) => score === 'best')) ? 0 : 256,
    unit,
  );
});

/** What the critic misses; undefined where both are infinite. */
export const gapReading = remembered((critic: Criticised): Reading | undefined => {
  const [whatIs, whatIsFound] = [divergenceReading(critic), boundReading(critic)];
  if (whatIs.value === Infinity && whatIsFound.value === Infinity) return undefined;
  const of = `${whatIs.of} - (${whatIsFound.of})`;
  const infinite = whatIs.value === Infinity || whatIsFound.value === -Infinity;
  const lost = outcomesOf(critic).flatMap((outcome, x) =>
    outcome && critic.T[x] !== 'best' ? [outcome] : [],
  );
  const value = infinite
    ? Infinity
    : Math.max(0, inNumbers(total(lost.map(({ term, gain }) => subtract(term, gain))), whole));
  return number(of, value, isCritical(critic) && lost.length > 0 ? 256 : 0, whatIs.unit);
});

/** f(0), the price of a mass of Q without P, and f′(∞), that of a mass of P without Q. */
export function limitReadings(critic: Criticised): Readonly<Record<'atZero' | 'atInfinity', Reading>> {
  const [rule, { atZero, slopeAtInfinity }] = [ruleOf(critic), writingOf(critic)];
  return {
    atZero: number(atZero, inNumbers(rule.atZero), 0),
    atInfinity: number(slopeAtInfinity, inNumbers(rule.slopeAtInfinity), 0),
  };
}

export function criticReadings(critic: Criticised): readonly Reading[] {
  const gap = gapReading(critic);
  return [
    divergenceReading(critic),
    boundReading(critic),
    ...(gap ? [gap] : []),
    ...Object.values(limitReadings(critic)),
    ...critic.P.flatMap((_, x) => Object.values(outcomeReadings(critic, x) ?? {})),
  ];
}
