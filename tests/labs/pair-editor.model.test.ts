import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalOf, massTyped, mostOutcomes, whole, withMass } from '../../components/labs/masses.ts';
import * as model from '../../components/labs/pair-editor/model.ts';
import type { Pair, State } from '../../components/labs/pair-editor/model.ts';
import { presets } from '../../components/labs/pair-editor/presets.ts';
import { readingText } from '../../components/labs/reading.ts';
import { quantityNames, shown, termsOf } from '../../components/labs/pair-editor/quantities.ts';
import { pairs } from './pair-editor.arbitraries.ts';
import { massAfterDrag, massAfterKey } from '../../components/labs/pair-editor/slider.tsx';

const sum = (masses: readonly number[]): number => masses.reduce((a, b) => a + b, 0);

type Action = (state: State) => State;
const sides = fc.constantFrom('P' as const, 'Q' as const, 'R' as const);
const outcomes = fc.integer({ min: -1, max: mostOutcomes });
const actions: fc.Arbitrary<readonly Action[]> = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.tuple(sides, outcomes, fc.oneof(fc.integer({ min: -2e6, max: 3e6 }), fc.double())).map(
        ([side, x, mass]): Action =>
          (state) =>
            model.move(state, side, x, mass),
      ),
    },
    fc.tuple(outcomes, fc.string()).map(
      ([x, text]): Action =>
        (state) =>
          model.rename(state, x, text),
    ),
    fc.constantFrom(...presets).map(
      ({ pair }): Action =>
        (state) =>
          model.load(state, pair),
    ),
    fc.constantFrom<Action>(
      model.release,
      model.cancel,
      model.addOutcome,
      model.removeOutcome,
      model.swap,
      model.toggleThird,
      model.undo,
    ),
  ),
  { maxLength: 40 },
);

const begin = (pair: Pair): State => model.start({ pair, unit: 'nats', chosen: 'kl' });

function expectPmfs({ P, Q, R, labels }: Pair): void {
  for (const side of R ? [P, Q, R] : [P, Q]) {
    expect(side.every((mass) => Number.isInteger(mass) && mass >= 0)).toBe(true);
    expect(sum(side)).toBe(whole);
    expect(side).toHaveLength(labels.length);
  }
  expect(labels.every((label) => label !== '' && label === model.cleanLabel(label))).toBe(true);
}

describe('the state of the pair editor', () => {
  test('stays two pmfs, or three, on two to sixty-four named outcomes, whatever is done', () => {
    fc.assert(
      fc.property(pairs, actions, (pair, steps) => {
        let state = begin(pair);
        for (const step of steps) {
          state = step(state);
          expectPmfs(state.pair);
          expect(state.pair.labels.length).toBeGreaterThanOrEqual(2);
          expect(state.pair.labels.length).toBeLessThanOrEqual(mostOutcomes);
        }
      }),
    );
  });

  test('shows numbers and never NaN, and nothing that is at least zero by theorem below zero', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom('nats' as const, 'bits' as const), (pair, unit) => {
        for (const reading of Object.values(shown({ pair, unit })))
          expect(reading.value).toBeGreaterThanOrEqual(0);
        for (const name of quantityNames) {
          for (const term of termsOf(name, pair, unit)) expect(term.value).toBeGreaterThan(-1);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('comes back to the pair it began with when every step is undone', () => {
    fc.assert(
      fc.property(pairs, actions, (pair, steps) => {
        let state = steps.reduce((before, step) => step(before), begin(pair));
        while (state.past.length > 0) state = model.undo(state);
        expect(state.pair).toEqual(pair);
      }),
    );
  });

  test('undoes one step at a time', () => {
    fc.assert(
      fc.property(pairs, actions, sides, fc.nat(whole), (pair, steps, side, mass) => {
        const before = model.release(steps.reduce((state, step) => step(state), begin(pair)));
        const after = model.release(model.move(before, side, 0, mass));
        const expected = model.samePair(before.pair, after.pair) ? (before.past.at(-1) ?? pair) : before.pair;
        expect(model.undo(after).pair).toEqual(expected);
      }),
    );
  });

  test('makes one step of undo of a whole drag, and none of a drag back to its beginning', () => {
    const state = begin(presets[0].pair);
    const dragged = [0.3, 0.5, 0.9].reduce((held, at) => model.move(held, 'P', 0, at * whole), state);
    expect(model.release(dragged).past).toHaveLength(1);
    expect(model.release(model.move(dragged, 'P', 0, 100_000)).past).toHaveLength(0);
    expect(model.cancel(dragged).pair).toEqual(state.pair);
  });

  test('restores the other bars when a bar is dragged to one and back', () => {
    const state = begin(presets[0].pair);
    const back = model.move(model.move(state, 'P', 0, whole), 'P', 0, 100_000);
    expect(back.pair.P).toEqual([100_000, 200_000, 700_000]);
  });

  test('changes no number that is shown by adding an outcome', () => {
    const texts = (pair: Pair) =>
      Object.values(shown({ pair, unit: 'nats' })).map((reading) => readingText(reading).text);
    fc.assert(
      fc.property(pairs, (pair) => {
        expect(texts(model.addOutcome(begin(pair)).pair)).toEqual(texts(pair));
      }),
      { numRuns: 200 },
    );
  });

  test('swaps P and Q, and swapping twice changes nothing', () => {
    const swapped = model.swap(begin(presets[0].pair));
    expect(swapped.pair.P).toEqual([800_000, 100_000, 100_000]);
    expect(model.swap(swapped).pair).toEqual(presets[0].pair);
  });
});

describe('the third pmf', () => {
  const withThird = (pair: Pair): Pair => model.toggleThird(begin(pair)).pair;

  test('comes as the even mixture, and goes without a trace', () => {
    const first = begin(presets[0].pair);
    const added = model.toggleThird(first);
    expect(added.pair.R).toEqual([450_000, 150_000, 400_000]);
    expect(model.toggleThird(added).pair).toEqual(first.pair);
    expect(model.undo(model.toggleThird(added)).pair).toEqual(added.pair);
  });

  test('comes between P and Q at every outcome', () => {
    fc.assert(
      fc.property(pairs, ({ P, Q, labels }) => {
        withThird({ P, Q, labels }).R!.forEach((mass, x) => {
          expect(mass).toBeGreaterThanOrEqual(Math.min(P[x]!, Q[x]!));
          expect(mass).toBeLessThanOrEqual(Math.max(P[x]!, Q[x]!));
        });
      }),
    );
  });

  test('is moved like the others, stays when they are swapped, and goes when another pair is loaded', () => {
    const third = model.toggleThird(begin(presets[0].pair));
    const moved = model.release(model.move(third, 'R', 0, 0));
    expect(moved.pair).toEqual({ ...third.pair, R: [0, 272_727, 727_273] });
    expect(model.swap(moved).pair.R).toEqual(moved.pair.R);
    expect(model.load(moved, presets[1].pair).pair).toEqual(presets[1].pair);
    expect(model.givensOf(moved.pair)).toContain('"R":["0","0.272727","0.727273"]');
    expect(model.givensOf(presets[0].pair)).not.toContain('R');
  });

  test('that is not there cannot be moved', () => {
    const state = begin(presets[0].pair);
    expect(model.move(state, 'R', 0, whole)).toBe(state);
  });
});

describe('the rule of the bars', () => {
  test('gives the moved bar its mass and the others the rest in proportion, to within a millionth', () => {
    fc.assert(
      fc.property(pairs, fc.nat(whole), ({ P }, mass) => {
        const moved = withMass(P, 0, mass);
        expect(moved[0]).toBe(mass);
        const others = sum(P) - P[0]!;
        moved.slice(1).forEach((value, x) => {
          const exact =
            ((whole - mass) * (others === 0 ? 1 : P[x + 1]!)) / (others === 0 ? P.length - 1 : others);
          expect(Math.abs(value - exact)).toBeLessThan(1);
        });
      }),
    );
  });

  test('leaves bars without mass without mass while another has some', () => {
    expect(withMass([0, 0, whole], 2, 1)).toEqual([500_000, 499_999, 1]);
    expect(withMass([1, 0, 999_999], 2, 333_333)).toEqual([666_667, 0, 333_333]);
  });

  test('moves by a hundredth with an arrow, a thousandth with Shift, a tenth with Page, and to the ends', () => {
    expect(massAfterKey('ArrowUp', false, 333_333)).toBe(343_333);
    expect(massAfterKey('ArrowLeft', true, 333_333)).toBe(332_333);
    expect(massAfterKey('PageDown', false, 333_333)).toBe(233_333);
    expect([massAfterKey('Home', false, 5), massAfterKey('End', false, 5)]).toEqual([0, whole]);
    expect(massAfterKey('toString', false, 5)).toBeUndefined();
  });

  test('drags to whole hundredths, and taking hold of a bar does not move it', () => {
    expect(massAfterDrag(333_333, 0, false)).toBe(333_333);
    expect(massAfterDrag(333_333, 0.1049, false)).toBe(440_000);
    expect(massAfterDrag(333_333, 0.1049, true)).toBe(438_000);
  });
});

describe('a typed mass', () => {
  test('is read back from its canonical decimal', () => {
    fc.assert(
      fc.property(fc.nat(whole), (mass) => {
        expect(massTyped(decimalOf(mass))).toBe(mass);
      }),
    );
  });

  test.each([
    ['0.25', 250_000],
    [' .5 ', 500_000],
    ['0,3', 300_000],
    ['1.', 1_000_000],
    ['1.000000', 1_000_000],
    ['0.000001', 1],
  ])('%s is read', (text, mass) => expect(massTyped(text)).toBe(mass));

  test.each(['', '.', 'x', '1.1', '2', '-0.1', '0.1234567', '1e-3', '½', 'NaN', '0.1 0.2'])(
    '%s is refused',
    (text) => expect(massTyped(text)).toBeUndefined(),
  );

  test('is shown as the shortest exact decimal', () => {
    expect([0, 1, 100_000, 333_333, whole].map(decimalOf)).toEqual(['0', '0.000001', '0.1', '0.333333', '1']);
  });
});
