import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { certifiedCore } from '../../components/labs/certified-core.ts';
import { measureNames, type Triple, verdictOf, waysOf } from '../../components/labs/pair-editor/detour.ts';
import { givensOf, start, toggleThird, type Unit } from '../../components/labs/pair-editor/model.ts';
import { presets } from '../../components/labs/pair-editor/presets.ts';
import { type Reading, readingText } from '../../components/labs/reading.ts';
import * as onDemand from '../../src/core/certified/on-demand.ts';
import type { Givens } from '../../src/formula/environment.ts';
import { oracleValue } from '../formula/oracle-value.ts';
import { roundTo } from '../oracle/round.ts';
import { triples } from './pair-editor.arbitraries.ts';

const units = fc.constantFrom<Unit>('nats', 'bits');

function expectWhatItsExpressionSays(reading: Reading, pair: Triple): void {
  const { of, value, unit, relativeErrorBound, absoluteErrorBound } = reading;
  const exact = oracleValue(of, JSON.parse(givensOf(pair)) as Givens, unit);
  const error = new Decimal(value).minus(exact).abs();
  const bound = new Decimal(exact).abs().times(relativeErrorBound).plus(absoluteErrorBound);
  const within = exact === String(value) || error.lte(bound);
  expect(within, `${of} is ${exact}, and ${value} is shown, of ${givensOf(pair)}`).toBe(true);
  const { text } = readingText(reading);
  const [shown] = text.split('\u00a0');
  expect(shown, `${of} of ${givensOf(pair)}`).toBe(roundTo(exact, shown!));
}

const withThird = (at: number): Triple =>
  toggleThird(start({ pair: presets[at]!.pair, unit: 'nats', chosen: 'kl' })).pair as Triple;

describe('the way over R', () => {
  beforeAll(() => {
    certifiedCore.value = onDemand;
  });

  test('is what its expression is worth at fifty digits, and so are its legs and the straight way', () => {
    fc.assert(
      fc.property(triples, units, (pair, unit) => {
        for (const name of measureNames) {
          const { straight, legs, detour } = waysOf(name, pair, unit);
          for (const reading of [straight, ...legs, detour]) expectWhatItsExpressionSays(reading, pair);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('is settled by the certified core where the double of a sum leaves a digit open', () => {
    // Half of 0.12345 and half of it again, which no double can tell from its neighbours.
    const tie: Triple = {
      P: [623_450, 376_550],
      Q: [500_000, 500_000],
      R: [560_000, 440_000],
      labels: ['a', 'b'],
    };
    const { detour } = waysOf('tv', tie, 'nats');
    expect(readingText(detour)).toEqual({ text: '0.12345', certainty: 'undecided' });
    const edge: Triple = { ...tie, P: [500_100, 499_900], R: [500_060, 499_940] };
    expect(readingText(waysOf('tv', edge, 'nats').detour)).toEqual({
      text: '0.0001000',
      certainty: 'settled',
    });
  });
});

describe('which way is shorter', () => {
  test('is what fifty digits say', () => {
    fc.assert(
      fc.property(triples, (pair) => {
        const givens = JSON.parse(givensOf(pair)) as Givens;
        for (const name of measureNames) {
          const { straight, detour } = waysOf(name, pair, 'nats');
          const [direct, over] = [straight, detour].map(({ of, unit }) => oracleValue(of, givens, unit));
          const gained = new Decimal(direct!).minus(over!);
          const must = gained.isNaN()
            ? 'endless'
            : gained.abs().lte(new Decimal(direct!).times('1e-45'))
              ? 'level'
              : gained.gt(0)
                ? 'over'
                : 'straight';
          const told = verdictOf(name, pair);
          if (told === 'open') expect(gained.abs().div(direct!).toNumber()).toBeLessThan(1e-14);
          else expect(told, `${name} of ${givensOf(pair)}`).toBe(must);
        }
      }),
      { numRuns: 25 },
    );
  });

  test('is never the one over R by a distance', () => {
    fc.assert(
      fc.property(triples, (pair) => {
        for (const name of measureNames.slice(1)) expect(verdictOf(name, pair)).not.toBe('over');
      }),
      { numRuns: 300 },
    );
  });

  test('is the one over the mixture by the divergence, wherever that is finite and the mixture is neither end', () => {
    fc.assert(
      fc.property(triples, ({ P, Q, labels }) => {
        const pair = toggleThird(start({ pair: { P, Q, labels }, unit: 'nats', chosen: 'kl' }))
          .pair as Triple;
        const verdict = verdictOf('kl', pair);
        if (Math.abs(waysOf('tv', pair, 'nats').straight.value) > 1e-3)
          expect(['over', 'endless']).toContain(verdict);
        expect(['level', 'straight', 'endless']).toContain(verdictOf('w', pair));
        expect(['level', 'endless']).toContain(verdictOf('tv', pair));
      }),
    );
  });

  test('is neither where the straight way is infinite: then every other is, too', () => {
    fc.assert(
      fc.property(triples, (pair) => {
        const { straight, detour } = waysOf('kl', pair, 'nats');
        if (straight.value === Infinity) expect(detour.value).toBe(Infinity);
      }),
    );
    expect(verdictOf('kl', withThird(2))).toBe('endless');
  });

  test.each([
    [0, { kl: 'over', root: 'straight', tv: 'level', w: 'level' }],
    [2, { kl: 'endless', root: 'straight', tv: 'level', w: 'level' }],
    [3, { kl: 'level', root: 'level', tv: 'level', w: 'level' }],
  ])('over the mixture of preset %d is %o', (at, verdicts) => {
    const pair = withThird(at);
    expect(Object.fromEntries(measureNames.map((name) => [name, verdictOf(name, pair)]))).toEqual(verdicts);
  });
});
