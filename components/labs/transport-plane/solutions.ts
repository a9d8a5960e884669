import type { Enclosure } from '../../../src/core/index.ts';
import { costsOf, type Exact, exactly, type Order } from './exact.ts';
import { type Entropic, entropic, independent, ofItself, roughly } from './entropic.ts';
import { between, lastStep } from './ladder.ts';
import { type Cloud, totalOf } from './points.ts';

/** Two clouds of points, the order of the cost, the step of ε, the point whose fields are shown, and what stands beside the points. */
export interface Setting {
  readonly P: Cloud;
  readonly Q: Cloud;
  readonly order: Order;
  readonly step: number;
  readonly chosen: number;
  readonly beside: 'potentials' | 'nothing';
}

/** Which of the two ends ε stands at, if it does. */
export type End = 'exact' | 'independent' | undefined;
export const endOf = ({ step }: Pick<Setting, 'step'>): End =>
  step === 0 ? 'exact' : step === lastStep ? 'independent' : undefined;

export const epsilonOf = ({ step }: Pick<Setting, 'step'>): number => Number(between[step - 1]);

/** What is computed of a setting, once. */
function once<Value>(compute: (setting: Setting) => Value): (setting: Setting) => Value {
  const known = new WeakMap<Setting, { readonly value: Value }>();
  return (setting) => {
    const found = known.get(setting) ?? { value: compute(setting) };
    known.set(setting, found);
    return found.value;
  };
}

export const exactOf: (setting: Setting) => Exact = once(({ P, Q, order }) => exactly(P, Q, order));

export interface Blurred extends Entropic {
  readonly ofP: Enclosure;
  readonly ofQ: Enclosure;
}

const nothing: Enclosure = { value: 0, relativeErrorBound: 0, absoluteErrorBound: 0 };
const independentPlan = ({ P, Q }: Setting): Float64Array =>
  Float64Array.from(
    P.flatMap((from) => Q.map((to) => (from.weight * to.weight) / (totalOf(P) * totalOf(Q)))),
  );
const exactPlan = (setting: Setting): Float64Array => {
  const { plan, whole } = exactOf(setting);
  return Float64Array.from(plan, (parts) => parts / whole);
};
/** Of sums of costs that are rounded once each, and of powers of distances. */
export const rounded = 2e-14;

/** The plan at this ε, the two ends among them, and what it is worth. */
export const blurredOf: (setting: Setting) => Blurred = once((setting) => {
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
});

/** The plan to be drawn while a point moves; nothing where it takes longer. */
export function planInMotion(setting: Setting): Float64Array | undefined {
  const end = endOf(setting);
  if (end !== undefined) return end === 'exact' ? exactPlan(setting) : independentPlan(setting);
  return roughly(setting.P, setting.Q, setting.order, epsilonOf(setting));
}

export const largestCost = ({ P, Q, order }: Setting): number =>
  costsOf([...P, ...Q], [...P, ...Q], order).reduce((one, other) => (one > other ? one : other), 0);
