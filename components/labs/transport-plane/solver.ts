import type { Enclosure } from '../../../src/core/index.ts';
import { entropic, independent, ofItself, roughly } from './entropic.ts';
import { costsOf, exactly } from './exact.ts';
import { totalOf } from './points.ts';
import { endOf, epsilonOf, type Exact, rounded, type Setting, type Solution } from './solution.ts';

/** What is computed of a setting, once. */
function once<Value>(compute: (setting: Setting) => Value): (setting: Setting) => Value {
  const known = new WeakMap<Setting, { readonly value: Value }>();
  return (setting) => {
    const found = known.get(setting) ?? { value: compute(setting) };
    known.set(setting, found);
    return found.value;
  };
}

const exactOf: (setting: Setting) => Exact = once(({ P, Q, order }) => exactly(P, Q, order));

const nothing: Enclosure = { value: 0, relativeErrorBound: 0, absoluteErrorBound: 0 };
const independentPlan = ({ P, Q }: Setting): number[] =>
  P.flatMap((from) => Q.map((to) => (from.weight * to.weight) / (totalOf(P) * totalOf(Q))));
const exactPlan = (setting: Setting): number[] => {
  const { plan, whole } = exactOf(setting);
  return plan.map((parts) => parts / whole);
};
type Blurred = Omit<Solution, 'exact' | 'largestCost'>;

/** The plan at this ε, the two ends among them, and what it is worth. */
function blurred(setting: Setting): Blurred {
  const { P, Q, order } = setting;
  const end = endOf(setting);
  if (end === 'exact') {
    const cost = { value: exactOf(setting).cost, relativeErrorBound: rounded, absoluteErrorBound: 0 };
    return { plan: exactPlan(setting), value: cost, moved: cost, ofP: nothing, ofQ: nothing };
  }
  if (end === 'independent') {
    const cost = independent(P, Q, order);
    const [ofP, ofQ] = [independent(P, P, order), independent(Q, Q, order)];
    return { plan: independentPlan(setting), value: cost, moved: cost, ofP, ofQ };
  }
  const epsilon = epsilonOf(setting);
  const [ofP, ofQ] = [ofItself(P, order, epsilon), ofItself(Q, order, epsilon)];
  return { ...entropic(P, Q, order, epsilon), ofP, ofQ };
}

export const solve: (setting: Setting) => Solution = once((setting) => {
  const all = [...setting.P, ...setting.Q];
  return {
    exact: exactOf(setting),
    ...blurred(setting),
    largestCost: Math.max(...costsOf(all, all, setting.order)),
  };
});

/** What is drawn while a point moves: the exact plan, and the one at this ε unless that takes longer. */
export function inMotion(setting: Setting): { readonly exact: Exact; readonly plan?: readonly number[] } {
  const exact = exactOf(setting);
  const end = endOf(setting);
  if (end !== undefined)
    return { exact, plan: end === 'exact' ? exactPlan(setting) : independentPlan(setting) };
  const plan = roughly(setting.P, setting.Q, setting.order, epsilonOf(setting));
  return { exact, ...(plan && { plan }) };
}
