import { fromWeights, type Pmf } from '../../../src/core/index.ts';
import { type Height, isCutOff, simplexField, type SimplexField } from '../../charts/simplex.ts';
import { whole } from '../masses.ts';
import { type DivergenceName, divergenceOf } from './divergences.ts';
import { excess, pmfOf, reading, type Setting } from './model.ts';
import type { Masses } from './triangle.ts';

/** A number of [0, ∞] as one of [0, 1], nearly linear around a point where a divergence is 0: what is between two points of the grid is near to a line. */
const bounded = (value: number): number => (value === Infinity ? 1 : Math.sqrt(value / (1 + value)));
/** A number of [−∞, ∞] as one of [−1, 1]. */
const signed = (value: number): number =>
  Math.abs(value) === Infinity ? Math.sign(value) : value / (1 + Math.abs(value));

/** Where D is at most a level: where the field of nearness is at least this. */
export const levelOfBall = (radius: number): number => -bounded(radius);
/** Where a difference is at least a level. */
export const levelOfDifference = signed;
/** Where the straight way is longer for certain. */
export const levelOfExcess = Number.MIN_VALUE;

const other = (a: number, b: number, c: number): Pmf => fromWeights([a, b, c]);

/** D(x ‖ P) − D(P ‖ x); 0 where both are infinite, which is on sides alone. */
const differences = (by: DivergenceName, p: Pmf) => {
  const { value } = divergenceOf(by);
  return (x: Pmf): number => {
    const [to, from] = [value(x, p), value(p, x)];
    return to === from ? 0 : to - from;
  };
};

/** What is drawn over all x of the triangle, as a height. */
function heightOf({ P, R, by, drawn }: Setting): Height {
  const { value } = divergenceOf(by);
  const [p, r] = [pmfOf(P), pmfOf(R)];
  switch (drawn) {
    case 'from':
      return (a, b, c) => -bounded(value(p, other(a, b, c)));
    case 'to':
      return (a, b, c) => -bounded(value(other(a, b, c), p));
    case 'asymmetry': {
      const difference = differences(by, p);
      return (a, b, c) => signed(difference(other(a, b, c)));
    }
    case 'triangle': {
      const straight = value(p, r);
      return (a, b, c) => {
        const x = other(a, b, c);
        return signed(excess(straight, value(p, x) + value(x, r)));
      };
    }
  }
}

/** What the field of a setting depends on. */
export const fieldKey = ({ P, R, by, drawn }: Setting): string =>
  JSON.stringify([P, drawn === 'triangle' ? R : '', by, drawn]);

/** A field on the smallest grid around a point, of those that double in size, that shows all of where it reaches a level. */
function around(setting: Setting, steps: number, level: number, from: Masses, to: Masses): SimplexField {
  const height = heightOf(setting);
  const centre = from.map((mass, x) => (mass + to[x]!) / 2 / whole);
  const apart = Math.max(...from.map((mass, x) => Math.abs(mass - to[x]!))) / whole;
  for (let reach = 2 * Math.max(1e-6, apart); ; reach *= 2) {
    const [a, b, c] = centre.map((weight) => Math.max(0, weight - reach)) as [number, number, number];
    const field = simplexField(steps, height, [a, b, c]);
    if (reach > 1 || !isCutOff(field, level)) return field;
  }
}

export const landscape = (setting: Setting, steps: number): SimplexField =>
  setting.drawn === 'triangle'
    ? around(setting, steps, levelOfExcess, setting.P, setting.R)
    : simplexField(steps, heightOf(setting));

/** The ball around P that has Q on its rim, as a field and the level on its rim. */
export function ballOf(
  setting: Setting,
  steps: number,
): { readonly field: SimplexField; readonly level: number } {
  const level = levelOfBall(reading(setting.drawn === 'to' ? 'back' : 'there', setting).value);
  return { field: around(setting, steps, level, setting.P, setting.Q), level };
}

/** The differences at which lines are drawn, the same on both sides of zero. */
export const differenceLevels: readonly number[] = [0.02, 0.1, 0.3, 0.6, 1, 2];
