import fc from 'fast-check';
import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { readingText } from '../../components/labs/reading.ts';
import { presetPair, presets } from '../../components/labs/pair-editor/presets.ts';
import { shown } from '../../components/labs/pair-editor/quantities.ts';
import { PairEditor } from '../../components/labs/pair-editor/view.tsx';
import { tickLabel } from '../../components/labs/tick-label.ts';
import { pairs } from './pair-editor.arbitraries.ts';

const sums = [
  ['ce', 'hp', 'kl'],
  ['ec', 'hq', 'lk'],
] as const;

/** The figure's own part of the page, as HTML and as it is read aloud. */
function stacksOf(preset: (typeof presets)[number]['name']) {
  const html = render(<PairEditor preset={preset} />);
  const from = html.indexOf('<div class="stacks">');
  const own = html.slice(from, html.indexOf('<details', from));
  const spoken = own
    .replace(
      /<svg.*?<\/svg>|<span aria-hidden="true">.*?<\/span>(?=<\/span>)|<div class="ticks.*?<\/div>/g,
      '',
    )
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');
  return { own, spoken };
}

describe('the bars made of two', () => {
  test('say in words and numbers what they draw', () => {
    expect(stacksOf('script').spoken).toBe(
      'Cross-entropy is entropy plus divergence:' +
        'cross-entropy of P and Q =entropy of P 0.8018 nats+ KL divergence of P from Q 1.293 nats= 2.095 nats' +
        'cross-entropy of Q and P =entropy of Q 0.6390 nats+ KL divergence of Q from P 1.400 nats= 2.039 nats' +
        'nats',
    );
  });

  test.each(presets.map(({ name }) => name))(
    'carry the six numbers of the preset %s, each once',
    (preset) => {
      const readings = shown({ pair: presetPair(preset), unit: 'nats' });
      const numbers = [...stacksOf(preset).own.matchAll(/<data [^>]*data-of="([^"]*)"[^>]*>(.*?)<\/data>/g)];
      expect(numbers.map(([, of, text]) => [of, text!.replace('<wbr/>', '')])).toEqual(
        sums.flatMap(([whole, first, second]) =>
          [first, second, whole].map((name) => [readings[name].of, readingText(readings[name]).text]),
        ),
      );
    },
  );

  test('end in an arrow where the divergence is infinite, and only there', () => {
    const arrows = presets.map(({ name }) => stacksOf(name).own.match(/class="arrow"/g)?.length ?? 0);
    expect(Object.fromEntries(presets.map(({ name }, index) => [name, arrows[index]]))).toEqual({
      script: 0,
      symmetric: 0,
      disjoint: 2,
      near: 0,
      zero: 1,
    });
  });

  test('add up: what is drawn end to end is the total that is shown', () => {
    fc.assert(
      fc.property(pairs, fc.constantFrom('nats' as const, 'bits' as const), (pair, unit) => {
        const readings = shown({ pair, unit });
        for (const [whole, first, second] of sums) {
          const total = readings[whole].value;
          const laid = readings[first].value + readings[second].value;
          if (total === Infinity) expect(laid).toBe(Infinity);
          else expect(Math.abs(laid - total)).toBeLessThanOrEqual(1e-14 * total);
        }
      }),
    );
  });
});

test.each([
  [0, '0'],
  [0.15, '0.15'],
  [2.5, '2.5'],
  [20, '20'],
  [0.0001, '0.0001'],
  [1e-6, '1 × 10⁻⁶'],
  [1.5e-12, '1.5 × 10⁻¹²'],
])('the tick of %d reads %s', (value, label) => expect(tickLabel(value)).toBe(label));
