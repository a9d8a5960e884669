import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { givensOf, type Pair, type Unit } from '../../components/labs/pair-editor/model.ts';
import { presets } from '../../components/labs/pair-editor/presets.ts';
import { quantityNames, shown, termsOf } from '../../components/labs/pair-editor/quantities.ts';
import { readQuantity } from '../../src/formula/value.ts';
import { oracle } from '../oracle/oracle.ts';
import { pairs } from './pair-editor.arbitraries.ts';

const pmf = { type: 'pmf', reads: 'a pmf' } as const;

/** The core is within 16 · 2⁻⁵³ of a term, and bits cost another rounding. */
const tolerance = 2e-15;

function expectWhatTheExpressionsSay(pair: Pair, unit: Unit): void {
  const scope = { notation: { P: pmf, Q: pmf }, givens: JSON.parse(givensOf(pair)) };
  const readings = [
    ...Object.values(shown({ pair, unit })),
    ...quantityNames.flatMap((name) => termsOf(name, pair, unit)),
  ];
  for (const { of, value, unit: own } of readings) {
    const { expression, environment } = readQuantity(of, scope, own || undefined);
    const exact = oracle.evaluate(expression, environment);
    expect(exact.kind, of).toBe('number');
    if (exact.kind !== 'number') return;
    const error = new Decimal(value).minus(exact.digits).abs();
    const within =
      exact.digits === String(value) || error.lte(new Decimal(exact.digits).abs().times(tolerance));
    expect(within, `${of} is ${exact.digits} and ${value} is shown, of ${givensOf(pair)}`).toBe(true);
  }
}

describe('every number of the pair editor, recomputed from its own attributes at 50 digits', () => {
  for (const { name, pair } of presets) {
    test.each(['nats', 'bits'] as const)(`for the preset ${name} in %s`, (unit) =>
      expectWhatTheExpressionsSay(pair, unit),
    );
  }

  test('for pairs that nobody chose', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom('nats' as const, 'bits' as const), expectWhatTheExpressionsSay),
      { numRuns: 25 },
    );
  });
});
