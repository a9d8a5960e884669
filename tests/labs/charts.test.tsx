import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { PairedBars } from '../../components/charts/paired-bars.tsx';
import { percent, roundLimit } from '../../components/charts/scale.ts';
import { SignedBars, signedScale } from '../../components/charts/signed-bars.tsx';
import { Ticks } from '../../components/charts/ticks.tsx';

const heights = (html: string): number[] =>
  [...html.matchAll(/class="bar [^>]*? height="([\d.]+)%"/g)].map((match) => Number(match[1]));

describe('the scale of a chart', () => {
  test.each([
    [1.36, 2],
    [0.155, 0.2],
    [5, 5],
    [7, 10],
    [9.5e-7, 1e-6],
    [0, 1],
    [Infinity, 1],
  ])('ends at a round number: %d under %d', (size, limit) => expect(roundLimit(size)).toBe(limit));

  test('has room for every finite value, on its side of zero', () => {
    const values = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(values, (signed) => {
        const { limit, zero } = signedScale(signed, true);
        for (const value of signed) {
          const length = (Math.abs(value) / limit) * zero;
          expect(length).toBeLessThanOrEqual((value < 0 ? 1 - zero : zero) + 1e-12);
        }
      }),
    );
  });
});

describe('the bars', () => {
  test('are as high as the masses', () => {
    const html = render(<PairedBars solid={[0.1, 0.2, 0.7]} dashed={[0.8, 0.1, 0.1]} />);
    expect(heights(html)).toEqual([10, 20, 70, 80, 10, 10]);
  });

  test('of terms are in proportion, and an infinite one runs to the edge', () => {
    const scale = { limit: 2, zero: 0.6 };
    const tones = ['solid', 'dashed', 'solid'] as const;
    const html = render(<SignedBars values={[1, -0.5, Infinity]} tones={tones} columns={3} scale={scale} />);
    expect(heights(html)).toEqual([30, 15, 60]);
    expect(html.match(/endless/g)).toHaveLength(1);
  });

  test('between outcomes reach from one column to the next', () => {
    const html = render(
      <SignedBars values={[1, 2]} tones={['plan', 'plan']} columns={3} scale={{ limit: 2, zero: 1 }} />,
    );
    expect([...html.matchAll(/ x="([\d.]+)%" width="([\d.]+)%"/g)].map((match) => match.slice(1))).toEqual([
      [percent(1 / 6).slice(0, -1), percent(1 / 3).slice(0, -1)],
      [percent(1 / 2).slice(0, -1), percent(1 / 3).slice(0, -1)],
    ]);
  });

  test('have ticks that stand where the scale says', () => {
    const html = render(<Ticks ticks={[{ value: 0.5, label: '0.5', at: 0.5 }]} />);
    expect(html).toContain('data-tick="0.5"');
    expect(html).toMatch(/bottom:\s?50%/);
  });
});
