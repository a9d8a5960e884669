import { Heap } from './heap.ts';
import { magnitude } from './magnitude.ts';
import type { Stretch } from './quadrature-interval.ts';
import { GAUSS, NODES, WEIGHTS } from './quadrature-rule.ts';

/** How many functions are integrated together, on the same panels. */
export const COMPONENTS = 4;

/** Values of the functions at x are left in `at`. */
export type Integrand = (x: number, at: Float64Array) => void;

export interface Integrals {
  /** The integral of each function. */
  readonly values: Float64Array;
  /** How far each may be off: what rules of 10 and 21 points differ by, and, on the way, a panel and its halves. */
  readonly errors: Float64Array;
  /** What rounding of the points may do to each. */
  readonly roundings: Float64Array;
  /** Whether halving every panel moved no integral by more than was thought possible: else the errors mean nothing. */
  readonly isVerified: boolean;
  readonly evaluations: number;
}

interface Panel extends Stretch {
  readonly values: Float64Array;
  readonly errors: Float64Array;
  readonly roundings: Float64Array;
  /** How far halving the panel that this one is a half of moved each integral; Infinity for a whole stretch. */
  readonly steps: Float64Array;
}

const POINTS = 21;
const UNIT = 1.1102230246251565e-16;
const samples = Array.from({ length: COMPONENTS }, () => new Float64Array(POINTS));
const at = new Float64Array(COMPONENTS);

/**
 * Integrals of several functions over some stretches, by adaptive Gauss–Kronrod quadrature on panels that all functions share: a
 * panel is halved until the errors add up to no more than `wanted` asks or the evaluations run short, and then every panel once more;
 * if that moves an integral by more than was thought possible, the search goes on.
 *
 * The error of a panel is the difference of the rules of 10 and 21 points: that of the first, and far above that of the second wherever
 * the functions are smooth at the scale of the panel. Where they are not, as at an end where one is infinite, halving moves the value by
 * a constant part ρ of what the last halving did, and all further ones together by ρ/(1 − ρ) of this: so much is added. Stretches
 * are halved at the start, so that ρ is known of every panel in the end.
 *
 * @see piessens-1983
 */
export function integralsOf(
  f: Integrand,
  stretches: readonly Stretch[],
  wanted: (values: Float64Array) => Float64Array,
  limit: number,
): Integrals {
  let evaluations = 0;
  const finished: Panel[] = [];
  const measure = (stretch: Stretch): Panel => {
    evaluations += POINTS;
    return measured(f, stretch);
  };
  const halve = (panel: Panel): readonly Panel[] => {
    const halves = halvesOf(panel, measure);
    if (halves.length === 0) finished.push(panel);
    return halves;
  };
  let panels = stretches.map(measure).flatMap(halve);
  for (;;) {
    const allowed = wanted(totalsOf(panels, finished).values);
    const heap = new Heap<Panel>(({ errors }) => largestOf(errors.map((error, i) => error / allowed[i]!)));
    for (const panel of panels) heap.add(panel);
    /** Room to halve a panel, and all of them afterwards. */
    const hasRoom = (): boolean => evaluations + 2 * POINTS * (heap.items.length + 2) <= limit;
    while (hasRoom() && !isWithin(totalsOf(heap.items, finished).errors, allowed)) {
      // Halving many at a time keeps the totals, which are summed afresh each time, from costing more than the values.
      for (let i = 1 + (heap.items.length >> 3); i > 0 && hasRoom(); i--) {
        const panel = heap.take();
        if (panel) for (const half of halve(panel)) heap.add(half);
      }
    }
    const coarse = totalsOf(heap.items, finished);
    const hasRoomForAll = evaluations + 2 * POINTS * heap.items.length <= limit;
    if (!hasRoomForAll) return { ...coarse, isVerified: false, evaluations };
    panels = heap.items.flatMap(halve);
    const fine = totalsOf(panels, finished);
    const moved = fine.values.map((value, i) => magnitude(value - coarse.values[i]!));
    const isSurprise = moved.some((step, i) => step > coarse.errors[i]! + coarse.roundings[i]!);
    if (isSurprise) continue;
    const errors = fine.errors.map((error, i) => (error > moved[i]! ? error : moved[i]!));
    return { ...fine, errors, isVerified: true, evaluations };
  }
}

/** Both halves of a panel, or none if it is as narrow as doubles allow. */
function halvesOf(panel: Panel, measure: (stretch: Stretch) => Panel): readonly Panel[] {
  const { from, to, pointOf, speedOf } = panel;
  const middle = from / 2 + to / 2;
  // Points closer than this would round to the ends, or leave the normal doubles.
  const narrowest = 1e-12 * magnitude(middle);
  const width = to - from;
  if (!(from < middle && middle < to) || width < narrowest || width < 1e-290) return [];
  const left = measure({ from, to: middle, pointOf, speedOf });
  const right = measure({ from: middle, to, pointOf, speedOf });
  for (let i = 0; i < COMPONENTS; i++) {
    const step = magnitude(panel.values[i]! - left.values[i]! - right.values[i]!);
    const ratio = step === 0 ? 0 : step / panel.steps[i]!;
    const further = ratio < 0.98 ? (step * ratio) / (1 - ratio) : 50 * step;
    const worse = left.errors[i]! > right.errors[i]! ? left : right;
    worse.errors[i]! += further;
    left.steps[i] = right.steps[i] = step;
  }
  return [left, right];
}

function isWithin(errors: Float64Array, allowed: Float64Array): boolean {
  return errors.every((error, i) => error <= allowed[i]!);
}

function largestOf(numbers: Float64Array): number {
  return numbers.reduce((most, x) => (x > most ? x : most), 0);
}

function totalsOf(...groups: readonly (readonly Panel[])[]): Pick<Panel, 'values' | 'errors' | 'roundings'> {
  const values = new Float64Array(COMPONENTS);
  const lost = new Float64Array(COMPONENTS);
  const errors = new Float64Array(COMPONENTS);
  const roundings = new Float64Array(COMPONENTS);
  for (const panel of groups.flat()) {
    for (let i = 0; i < COMPONENTS; i++) {
      const next = values[i]! + panel.values[i]!;
      const part = next - values[i]!;
      lost[i]! += values[i]! - (next - part) + (panel.values[i]! - part);
      values[i] = next;
      errors[i]! += panel.errors[i]!;
      roundings[i]! += panel.roundings[i]!;
    }
  }
  return { values: values.map((value, i) => value + lost[i]!), errors, roundings };
}

function measured(f: Integrand, stretch: Stretch): Panel {
  const { from, to, pointOf, speedOf } = stretch;
  const centre = from / 2 + to / 2;
  const half = to / 2 - from / 2;
  let farthest = 0;
  for (let k = 0; k < POINTS; k++) {
    const node = k < 10 ? -NODES[k]! : NODES[20 - k]!;
    const t = centre + half * node;
    const x = pointOf(t);
    const speed = speedOf(t);
    f(x, at);
    for (let i = 0; i < COMPONENTS; i++) samples[i]![k] = at[i]! * speed;
    const size = magnitude(x);
    // A point is off by its rounding: how much a function changes from one point to the next tells what that does.
    const step = (size * UNIT) / (magnitude(speed) * half);
    if (step > farthest) farthest = step;
  }
  const values = new Float64Array(COMPONENTS);
  const errors = new Float64Array(COMPONENTS);
  const roundings = new Float64Array(COMPONENTS);
  for (let i = 0; i < COMPONENTS; i++) {
    const { kronrod, gauss, size, change } = rulesOf(samples[i]!);
    values[i] = kronrod * half;
    errors[i] = magnitude(kronrod - gauss) * half;
    roundings[i] = (20 * UNIT * size + 4 * farthest * change) * half;
  }
  return { ...stretch, values, errors, roundings, steps: new Float64Array(COMPONENTS).fill(Infinity) };
}

/** Both rules on 21 samples, the size of what is summed, and how much the samples change in all. */
function rulesOf(of: Float64Array): { kronrod: number; gauss: number; size: number; change: number } {
  let kronrod = WEIGHTS[10]! * of[10]!;
  let size = WEIGHTS[10]! * magnitude(of[10]!);
  let gauss = 0;
  let change = 0;
  for (let i = 0; i < 10; i++) {
    const low = of[i]!;
    const high = of[20 - i]!;
    kronrod += WEIGHTS[i]! * (low + high);
    size += WEIGHTS[i]! * (magnitude(low) + magnitude(high));
    if (i % 2 === 1) gauss += GAUSS[(i - 1) / 2]! * (low + high);
  }
  for (let k = 1; k < POINTS; k++) change += magnitude(of[k]! - of[k - 1]!);
  return { kronrod, gauss, size, change };
}
