import { walk } from './adversary.ts';
import type { Trial } from './binding.ts';
import { crossings } from './crossings.ts';
import type { Evidence } from './evidence.ts';
import type { Proposition } from './proposition.ts';
import type { Failure } from './report.ts';
import { Screen } from './screen.ts';
import type { Target, Verdict } from './screen.ts';
import { closedSide } from './instance.ts';
import { isInequality } from './tightness.ts';
import type { Verification } from './verify.ts';
import type { Binding, Instance } from './instance.ts';

/** The oracle sees at least so many instances of a formula that speaks of all. */
const FEWEST_AT_50_DIGITS = 60;
/** Of the instances that doubles cannot decide, the oracle sees so many. */
const MOST_UNSURE = 12;
/** Sides that are nearer to each other than that, relative to their size, touch as far as doubles can tell. */
const TOUCH = 1e-9;
/** Below it, sides may touch for being near zero both. */
const SMALL = 1e-3;
const STEPS = { inequality: 160, equality: 60 };

/**
 * Tries a proposition on every instance: at 50 digits on the fixed ones, in doubles on a thousand more, and where a
 * search for the smallest slack or the largest gap ends. What doubles find suspicious goes to the oracle.
 */
export function attack(
  proposition: Proposition,
  trial: Trial,
  verification: Verification,
): { readonly failure?: Failure; readonly evidence: Evidence } {
  const { tried, screened, binding, budget } = trial;
  const heavy = budget.atFiftyDigits !== undefined;
  const seen = new Set<object>();
  const broken = (instance: Instance): Failure | undefined => {
    seen.add(instance.environment);
    return verification.broken(proposition, instance);
  };
  const evidence = (doubles: number, steps: number): Evidence => {
    const { gap, slack } = verification.observed.extremes;
    return { doubles, digits50: seen.size, steps, ...(gap && { gap }), ...(slack && { slack }) };
  };
  const doubles = countEnvironments([...tried, ...screened]);

  for (const instance of tried) {
    const failure = broken(instance);
    if (failure) return { failure, evidence: evidence(seen.size, 0) };
  }
  const screen = new Screen(binding);
  const { fails, unsure, nearest, touching } = screenAll(proposition, [...tried, ...screened], screen);
  const topUp = heavy ? [] : screened.slice(0, Math.max(0, FEWEST_AT_50_DIGITS - seen.size));
  const doubtful = [...fails.slice(0, MOST_UNSURE), ...evenly(unsure, heavy ? 2 : MOST_UNSURE)];
  for (const instance of new Set([...doubtful, ...touching.values(), ...topUp])) {
    const failure = broken(instance);
    if (failure) return { failure, evidence: evidence(doubles, 0) };
  }
  for (const instance of crossings(proposition, trial, verification.oracle)) {
    const failure = broken(instance);
    if (failure) return { failure, evidence: evidence(doubles, 0) };
  }
  verification.observed.tightness.walking = true;
  let steps = 0;
  for (const [target, start] of screened.length > 0 ? nearest : []) {
    const most = 'sign' in target && target.sign === '=' ? STEPS.equality : STEPS.inequality;
    for (const from of new Set([start, screened[steps % screened.length]!])) {
      const walked = walk(proposition, target, from, screen, trial.allowed, Math.ceil(most * budget.steps));
      steps += walked.steps;
      const failure = walked.instance === from ? undefined : broken(walked.instance);
      if (failure) return { failure, evidence: evidence(doubles, steps) };
    }
  }
  return { evidence: evidence(doubles, steps) };
}

/**
 * What doubles say about the instances; for each target the instance that is nearest to breaking it, and for each
 * inequality the first one on which the sides touch away from zero: the bound may be tight there and nowhere else.
 */
export function screenAll(
  proposition: Proposition,
  instances: readonly Instance[],
  screen: Screen,
): {
  readonly fails: readonly Instance[];
  readonly unsure: readonly Instance[];
  readonly nearest: ReadonlyMap<Target, Instance>;
  readonly touching: ReadonlyMap<Target, Instance>;
} {
  const found: Record<Verdict, Instance[]> = { holds: [], fails: [], unsure: [] };
  const nearest = new Map<Target, Instance>();
  const least = new Map<Target, number>();
  const touching = new Map<Target, Instance>();
  const targets = new Set(targetsOf(proposition, screen.binding));
  const inequalities = [...targets].filter((target) => 'sign' in target && isInequality(target));
  for (const instance of instances) {
    found[screen.verdict(proposition, instance)].push(instance);
    for (const inequality of inequalities) {
      const size = screen.sizes.get(inequality) ?? 0;
      const touches = Math.abs(screen.margins.get(inequality)!) <= TOUCH && size > SMALL && size < Infinity;
      if (touches && !touching.has(inequality)) touching.set(inequality, instance);
    }
    for (const [target, margin] of screen.margins) {
      // What is nearest without touching: from a tie on the boundary, no walk leads on.
      if (!targets.has(target) || !(Math.abs(margin) > TOUCH || !nearest.has(target))) continue;
      if (nearest.has(target) && !(margin < least.get(target)!)) continue;
      least.set(target, Math.abs(margin) > TOUCH ? margin : Infinity);
      nearest.set(target, instance);
    }
  }
  return { fails: found.fails, unsure: found.unsure, nearest, touching };
}

function targetsOf(proposition: Proposition, binding: Binding): Target[] {
  switch (proposition.kind) {
    case 'and':
      return proposition.parts.flatMap((part) => targetsOf(part, binding));
    case 'implies':
      return targetsOf(proposition.right, binding);
    case 'iff':
      return [proposition];
    case 'chain':
      return proposition.relations.filter(({ negated }, k) => {
        const sides = [proposition.sides[k]!, proposition.sides[k + 1]!];
        return !negated && !sides.every((side) => closedSide(side, binding));
      });
  }
}

export const countEnvironments = (tried: readonly Instance[]): number =>
  new Set(tried.map(({ environment }) => environment)).size;

function evenly<Item>(items: readonly Item[], most: number): readonly Item[] {
  const count = Math.min(items.length, most);
  return Array.from({ length: count }, (_, k) => items[Math.floor((k * items.length) / count)]!);
}
