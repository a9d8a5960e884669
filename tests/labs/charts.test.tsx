import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { PairedBars } from '../../components/charts/paired-bars.tsx';
import { percent, roundLimit } from '../../components/charts/scale.ts';
import { SignedBars, signedScale } from '../../components/charts/signed-bars.tsx';
import { StackedBar, stackEnd, stackLimit } from '../../components/charts/stacked-bar.tsx';
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
    // Among subnormal doubles half as much again is not a number of its own.
    const value = fc
      .double({ min: -20, max: 20, noNaN: true })
      .filter((x) => x === 0 || Math.abs(x) > 1e-300);
    const values = fc.array(value, { minLength: 1, maxLength: 12 });
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

  test('made of two lie end to end, from zero', () => {
    const html = render(<StackedBar first={0.5} second={1} tone="solid" limit={2} />);
    expect(html).toContain('<rect class="bar solid" width="25%"');
    expect(html).toContain('<rect class="bar hatched" x="25%" width="50%"');
    expect(html).toContain('<line class="hatch" x1="25%" x2="75%"');
    expect(html).not.toContain('arrow');
    expect(stackEnd({ first: 0.5, second: 1 }, 2)).toBe(0.75);
  });

  test('made of two run to the edge and on in an arrow where the second is infinite', () => {
    const html = render(<StackedBar first={0.5} second={Infinity} tone="dashed" limit={1} />);
    expect(html).toContain('<rect class="bar dashed" width="50%"');
    expect(html).toContain('<rect class="bar hatched" x="50%" width="50%"');
    expect(html).toContain('class="arrow" x="100%"');
  });

  test('made of two stand on one scale that has room for each, and for an infinite one to be seen', () => {
    // No entropy or divergence of masses in millionths is between 0 and 1e-15.
    const length = fc.oneof(fc.constant(0), fc.double({ min: 1e-15, max: 50, noNaN: true }));
    const stack = fc.record({ first: length, second: fc.oneof(length, fc.constant(Infinity)) });
    fc.assert(
      fc.property(fc.array(stack, { minLength: 1, maxLength: 3 }), (stacks) => {
        const limit = stackLimit(stacks);
        expect(limit).toBeGreaterThan(0);
        for (const { first, second } of stacks) {
          expect(stackEnd({ first, second }, limit)).toBeLessThanOrEqual(1);
          if (second === Infinity) expect(first / limit).toBeLessThan(0.67);
        }
      }),
    );
  });

  test('have ticks that stand where the scale says', () => {
    const html = render(<Ticks ticks={[{ value: 0.5, label: '0.5', at: 0.5 }]} />);
    expect(html).toContain('data-tick="0.5"');
    expect(html).toMatch(/bottom:\s?50%/);
    expect(render(<Ticks across ticks={[{ value: 3, label: '3', at: 1 }]} />)).toMatch(/left:\s?100%/);
  });
});
