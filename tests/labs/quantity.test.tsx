import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { beforeEach, describe, expect, test } from 'vitest';
import { certifiedCore, loadCertifiedCore } from '../../components/labs/certified-core.ts';
import { defaultLabels, givensOf, type Pair } from '../../components/labs/pair-editor/model.ts';
import { quantity, quantityNames, termsOf } from '../../components/labs/pair-editor/quantities.ts';
import { Quantity } from '../../components/labs/Quantity.tsx';
import { inBits, type Reading, readingText } from '../../components/labs/reading.ts';
import * as onDemand from '../../src/core/certified/on-demand.ts';
import { oracleValue } from '../formula/oracle-value.ts';
import { roundTo } from '../oracle/round.ts';
import { pairs } from './pair-editor.arbitraries.ts';
import { ties } from './ties.ts';

const pairOf = (P: readonly number[], Q: readonly number[]): Pair => ({
  P,
  Q,
  labels: defaultLabels(P.length),
});
const exactly = ({ of, unit }: Reading, pair: Pair): string =>
  oracleValue(of, JSON.parse(givensOf(pair)), unit);
const token = (reading: Reading): string => readingText(reading).text.split('\u00a0')[0]!;

beforeEach(() => {
  certifiedCore.value = undefined;
});

describe('where the double leaves a digit open', () => {
  for (const { name, P, Q, of, open, settled, certainty, why } of ties) {
    test(`${why}: ${open}, then ${settled}`, () => {
      const pair = pairOf(P, Q);
      const reading = quantity(name, pair, 'nats');
      expect(reading.of).toBe(of);
      expect([token(reading), readingText(reading).certainty]).toEqual([open, 'open']);
      certifiedCore.value = onDemand;
      expect([token(reading), readingText(reading).certainty]).toEqual([settled, certainty]);
      expect(settled).toBe(roundTo(exactly(reading, pair), settled));
    });
  }

  test('every text is the correctly rounded truth, to four digits where that is not a tie', () => {
    certifiedCore.value = onDemand;
    fc.assert(
      fc.property(pairs, fc.constantFrom('nats' as const, 'bits' as const), (pair, unit) => {
        const readings = quantityNames.flatMap((name) => [
          quantity(name, pair, unit),
          ...termsOf(name, pair, unit),
        ]);
        for (const reading of readings) {
          const { certainty } = readingText(reading);
          const exact = exactly(reading, pair);
          expect(token(reading), reading.of).toBe(
            roundTo(exact, certainty === 'settled' ? '0.1234' : token(reading)),
          );
        }
      }),
      { numRuns: 25 },
    );
  });
});

describe('a number with bounds and nothing better', () => {
  const plain = (value: number, absoluteErrorBound: number): Reading => ({
    of: '\\KL{P}{Q}',
    unit: 'nats',
    value,
    relativeErrorBound: 0,
    absoluteErrorBound,
  });

  test.each([
    [0.25, 1e-9, '0.2500', 'settled'],
    [0.25, 1e-3, '0.25', 'undecided'],
    [0.25, 0.06, '< 0.4', 'undecided'],
    [0.12345, 1e-12, '0.12345', 'undecided'],
    [-0.3, 1e-2, '−0.3', 'undecided'],
    [3e-13, 1e-12, '< 2 × 10⁻¹²', 'undecided'],
    [0, 1e-12, '< 2 × 10⁻¹²', 'undecided'],
    [0.2, 0.9, '< 2', 'undecided'],
    [0, 0, '0', 'settled'],
    [Infinity, 0, '∞', 'settled'],
  ])('%d ± %d reads %s', (value, bound, text, certainty) => {
    expect(readingText(plain(value, bound))).toEqual({ text: `${text}\u00a0nats`, certainty });
  });

  test('keeps its bounds in bits', () => {
    expect(inBits(plain(Math.log(2), 1e-9))).toMatchObject({
      value: 1,
      unit: 'bits',
      absoluteErrorBound: 1.5 * 1e-9,
    });
    expect(readingText(inBits(plain(Math.log(2), 1e-9))).text).toBe('1.000\u00a0bits');
  });
});

describe('the element of a number', () => {
  const { name, P, Q } = ties.find(({ certainty }) => certainty === 'undecided')!;
  const html = () => render(<Quantity {...quantity(name, pairOf(P, Q), 'nats')} />);

  test('says that it waits, while it does', () => {
    expect(html()).toMatch(/^<data [^>]*data-certainty="open" aria-busy="true">[^<]*<\/data>$/);
  });

  test('says so, to eyes and ears, where four digits cannot be settled', () => {
    certifiedCore.value = onDemand;
    expect(html()).toMatch(
      /^<data [^>]*data-certainty="undecided" title="not certain[^"]*">[^<]*<\/data><span class="visually-hidden"> \(not certain[^<]*\)<\/span>$/,
    );
  });

  test('fetches what settles it', async () => {
    await loadCertifiedCore();
    expect(Object.keys(certifiedCore.value!)).toEqual(Object.keys(onDemand));
  });

  test('says nothing where they are settled', () => {
    expect(
      render(<Quantity {...quantity('kl', pairOf([500_000, 500_000], [250_000, 750_000]), 'nats')} />),
    ).toMatch(
      /^<data class="q" value="0\.14384103622589\d+" data-of="[^"]*" data-in="nats">0\.1438\u00a0nats<\/data>$/,
    );
  });
});
