import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawn } from '../../components/labs/gan-game/drawn.ts';
import { massesAt, whole } from '../../components/labs/gan-game/line.ts';
import {
  bestAnswers,
  gameReading,
  isReading,
  losses,
  type LossName,
  lossReading,
  model,
  presets,
  type Setting,
  slopeReading,
  takeBest,
  undecided,
} from '../../components/labs/gan-game/model.ts';
import { numberOf, share, shareCodec } from '../../components/labs/gan-game/share.ts';
import { oracleValue } from '../formula/oracle-value.ts';
import { lab } from './settings/gan-game.ts';

/** Between two whole cells the masses are quadratic in the shift: their symmetric difference quotient is their derivative, at any step. */
function quotient(name: LossName, setting: Setting): number {
  const at = (shift: number) => {
    const moved = { ...setting, shift };
    const { of, unit } = lossReading(name, moved);
    return new Decimal(oracleValue(of, model.givens(moved), unit));
  };
  return at(setting.shift + 1)
    .minus(at(setting.shift - 1))
    .div('0.2')
    .toNumber();
}

describe('what the figure calls a slope is the derivative of the loss beside it', () => {
  test.each([7, 15, 23, 45, 52, 66])('with Q shifted by %i tenths', (shift) => {
    const setting = { ...model.first, shift };
    for (const name of losses) {
      const slope = slopeReading(name, setting);
      if (!isReading(slope)) throw new Error(`${name}: ${slope}`);
      // The divergence is no polynomial of the shift: there the quotient is off by the order of the square of the step.
      expect(slope.value, name).toBeCloseTo(quotient(name, setting), name === 'best' ? 2 : 12);
    }
  });
});

test('no discriminator has more than the best one, and one that has as much is the best wherever there is mass', () => {
  fc.assert(
    fc.property(lab.settings, (setting) => {
      const [value, best, lost] = (['value', 'best', 'lost'] as const).map(
        (name) => gameReading(name, setting).value,
      );
      expect(value).toBeLessThanOrEqual(best! + 1e-14);
      expect(lost).toBeGreaterThanOrEqual(0);
      const answers = bestAnswers(setting.shift);
      const isBest = answers.every(
        (answer, x) => !answer || expect.objectContaining(answer).asymmetricMatch(setting.answers[x]),
      );
      expect(lost === 0).toBe(isBest);
      expect(gameReading('value', takeBest(setting)).value).toBe(best);
    }),
  );
});

test('once the supports are apart, the best discriminator leaves the loss of the game flat and the other one infinite', () => {
  for (const shift of [40, 41, 55, 80]) {
    const setting = takeBest({ ...model.first, shift });
    expect(losses.map((name) => lossReading(name, setting).value)).toEqual([0, Infinity, 0, shift / 10]);
    const slopes = losses.map((name) => slopeReading(name, setting));
    expect(slopes.map((slope) => (isReading(slope) ? slope.value : slope))).toEqual([0, 'infinite', 0, 1]);
  }
});

test('the loss of the game against the best discriminator has the slope of twice the divergence', () => {
  for (const shift of [3, 10, 21, 35]) {
    const setting = takeBest({ ...model.first, shift });
    const [game, best] = (['game', 'best'] as const).map((name) => slopeReading(name, setting));
    expect(isReading(game!) && game.value).toBe(isReading(best!) && best.value);
  }
});

test('against a discriminator that is nearly sure the other loss has the steeper slope', () => {
  const setting = { ...model.first, shift: 70 };
  const [game, other] = (['game', 'other'] as const).map((name) => slopeReading(name, setting));
  expect(isReading(game!) && isReading(other!) && game.value > 0 && other.value > 4 * game.value).toBe(true);
});

test('all mass stays on the line, and a shift by whole cells moves every mass', () => {
  for (let shift = 0; shift <= 80; shift++) {
    expect(massesAt(shift).reduce((sum, mass) => sum + mass)).toBe(whole);
    if (shift >= 10) expect(massesAt(shift).slice(1)).toEqual(massesAt(shift - 10).slice(0, -1));
  }
});

test('a discriminator that is sure and wrong has lost the game', () => {
  const answers = model.first.answers.map((answer, x) => (x === 1 ? share(0, 100) : answer));
  const setting = { ...model.first, answers };
  expect(gameReading('value', setting).value).toBe(-Infinity);
  expect(gameReading('lost', setting).value).toBe(Infinity);
});

test('the presets are what they say', () => {
  const lost = presets.map(({ setting }) => gameReading('lost', setting).value);
  expect(lost.map((loss) => loss === 0)).toEqual([false, true, true, false, true]);
});

test('a handle drawn sideways leaves a straight line, and drawn up or down one answer', () => {
  const level = undecided(model.first);
  const line = drawn(level, 2, 6.4, 0.1).answers.map(numberOf);
  expect(line).toEqual([0.5, 0.5, 0.5, 0.4, 0.3, 0.2, 0.1, 0.5, 0.5, 0.5, 0.5, 0.5]);
  const up = drawn(level, 2, 2.9, 1.3).answers.map(numberOf);
  expect(up.map((answer, x) => (answer === 0.5 ? 0 : x))).toEqual([0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(up[2]).toBe(1);
});

test('an answer has one spelling in a link, and no other is read', () => {
  expect(['0', '1', '3-7', '37-100'].map((text) => shareCodec.write(shareCodec.read(text)!))).toEqual([
    '0',
    '1',
    '3-7',
    '37-100',
  ]);
  for (const text of ['2-4', '3-2', '2', '1-0', '0-0', '0-5', '1-1', '01', '1-02', '-1', '']) {
    expect(shareCodec.read(text), text).toBeUndefined();
  }
});
