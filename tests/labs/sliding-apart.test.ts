import { Decimal } from 'decimal.js';
import { describe, expect, test } from 'vitest';
import {
  model,
  quantities,
  type Setting,
  slopeReading,
  valueReading,
} from '../../components/labs/sliding-apart/model.ts';
import { oracleValue } from '../formula/oracle-value.ts';

const h = '0.0001';

/** The difference quotient of what is shown as the value, at fifty digits: its error is of the order h². */
function quotient(name: (typeof quantities)[number], setting: Setting): number {
  const { of, unit } = valueReading(name, setting);
  const givens = model.givens(setting);
  const at = (t: Decimal) => new Decimal(oracleValue(of, { ...givens, t: t.toString() }, unit));
  const t = new Decimal(givens['t'] as string);
  return at(t.plus(h))
    .minus(at(t.minus(h)))
    .div(h)
    .div(2)
    .toNumber();
}

describe('what the figure calls a slope is the derivative of the value beside it', () => {
  test.each<Setting>([
    { shape: 'points', shift: 150, width: 25 },
    { shape: 'uniforms', shift: 30, width: 25 },
    { shape: 'uniforms', shift: 100, width: 25 },
    { shape: 'normals', shift: 1, width: 30 },
    { shape: 'normals', shift: 30, width: 25 },
    { shape: 'normals', shift: 80, width: 20 },
  ])('of two $shape, $shift apart', (setting) => {
    for (const name of quantities) {
      const slope = slopeReading(name, setting);
      if (typeof slope === 'string') continue;
      expect(slope.value, name).toBeCloseTo(quotient(name, setting), 5);
    }
  });
});

test('disjoint supports: KL infinite, JSD log 2 and level, the Wasserstein distance the shift with slope one', () => {
  for (const shape of ['points', 'uniforms'] as const) {
    for (const shift of [100, 200, 300]) {
      const setting: Setting = { shape, shift, width: 25 };
      const [kl, jsd, , w] = quantities.map((name) => valueReading(name, setting).value);
      expect([kl, jsd, w]).toEqual([Infinity, Math.LN2, shift / 100]);
      const slopes = quantities.map((name) => slopeReading(name, setting));
      expect(slopes.map((slope) => (typeof slope === 'string' ? slope : slope.value))).toEqual([
        'infinite',
        0,
        0,
        1,
      ]);
    }
  }
});
