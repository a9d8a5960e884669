import { render } from 'preact-render-to-string';
import { describe, expect, test } from 'vitest';
import { type Reading, readingText } from '../../components/labs/reading.ts';
import { missing } from '../../components/labs/pair-editor/model.ts';
import { presetPair, presets, type PresetName } from '../../components/labs/pair-editor/presets.ts';
import {
  quantityNames,
  type QuantityName,
  shown,
  termsOf,
} from '../../components/labs/pair-editor/quantities.ts';
import { Table } from '../../components/labs/pair-editor/table.tsx';
import { PairEditor } from '../../components/labs/pair-editor/view.tsx';

const { log, sqrt, log2 } = Math;

interface Row {
  readonly preset: PresetName;
  readonly source: string;
  readonly nats: Partial<Record<QuantityName, number>>;
}

// Relative tolerance 1e-14: the closed forms are evaluated in doubles here.
const rows: readonly Row[] = [
  {
    preset: 'script',
    source: 'known answers, F1',
    nats: {
      kl: 1.2928223862827246,
      lk: 1.399647500382343,
      jsd: 0.2899875476837842,
      root: 0.538504918903982,
      w: 1.3,
      tv: 0.7,
    },
  },
  {
    preset: 'symmetric',
    source: 'closed forms of two outcomes',
    nats: {
      kl: 0.4 * log(7 / 3),
      lk: 0.4 * log(7 / 3),
      hp: -0.3 * log(0.3) - 0.7 * log(0.7),
      ce: -0.3 * log(0.7) - 0.7 * log(0.3),
      tv: 0.4,
      w: 0.4,
    },
  },
  {
    preset: 'disjoint',
    source:
      'JSD log 2 and TV 1 on disjoint supports; W₁ is the distance of the means, since Q lies right of P',
    nats: {
      kl: Infinity,
      lk: Infinity,
      ce: Infinity,
      ec: Infinity,
      jsd: log(2),
      root: sqrt(log(2)),
      tv: 1,
      w: 1.9,
      hq: log(2),
    },
  },
  {
    preset: 'near',
    source: 'definition, the two differing terms by their series to third order; TV and W₁ exact',
    nats: { tv: 1e-6, w: 1e-6, kl: nearlyEqual(0.2, 0.3), lk: nearlyEqual(0.200001, 0.299999, -1) },
  },
  {
    preset: 'zero',
    source: 'closed forms',
    nats: {
      kl: Infinity,
      lk: 0.5 * log(5 / 3) + 0.5 * log(5 / 4),
      hq: log(2),
      tv: 0.3,
      w: 0.3,
      ec: -0.5 * log(0.3) - 0.5 * log(0.4),
    },
  },
];

/** Σ p log(p/(p+δ)) over two outcomes with δ = ±1e-6, by the series of p log(1+δ/p): the linear terms cancel. */
function nearlyEqual(p: number, r: number, sign = 1): number {
  const term = (mass: number, delta: number): number =>
    delta ** 2 / (2 * mass) - delta ** 3 / (3 * mass ** 2) + delta ** 4 / (4 * mass ** 3);
  return term(p, sign * 1e-6) + term(r, -sign * 1e-6);
}

describe('what the pair editor shows', () => {
  for (const { preset, source, nats } of rows) {
    for (const [name, expected] of Object.entries(nats)) {
      test(`${name} of the preset ${preset} (${source})`, () => {
        const pair = presetPair(preset);
        const { value } = shown({ pair, unit: 'nats' })[name as QuantityName];
        if (expected === Infinity) expect(value).toBe(Infinity);
        else expect(Math.abs(value / expected - 1)).toBeLessThan(1e-14);
      });
    }
  }

  test('the terms add up to their quantity, for every preset', () => {
    for (const { pair } of presets) {
      for (const name of quantityNames.filter((one) => one !== 'root')) {
        const total = termsOf(name, pair, 'nats').reduce((sum, term) => sum + term.value, 0);
        const { value } = shown({ pair, unit: 'nats' })[name];
        if (value === Infinity) expect(total).toBe(Infinity);
        // The terms of nearly equal pmfs cancel to a millionth of their size.
        else expect(Math.abs(total - value)).toBeLessThan(1e-15);
      }
    }
  });

  test('is in bits where the unit is the bit, and only there', () => {
    const bits = shown({ pair: presetPair('script'), unit: 'bits' });
    expect(readingText(bits.jsd).text).toBe('0.4184\u00a0bits');
    expect(bits.jsd.value).toBeCloseTo(0.2899875476837842 * log2(Math.E), 14);
    expect(readingText(bits.w).text).toBe('1.300');
    expect(readingText(bits.root).text).toBe('0.5385');
  });

  test('names the outcomes that make a divergence infinite', () => {
    expect(missing(presetPair('zero'), 'Q')).toEqual([1]);
    expect(missing(presetPair('zero'), 'P')).toEqual([]);
    expect(missing(presetPair('disjoint'), 'Q')).toEqual([0, 1]);
    expect(missing(presetPair('disjoint'), 'P')).toEqual([2, 3]);
  });
});

const dataOf = (reading: Reading): string => {
  const unit = reading.unit && ` data-in="${reading.unit}"`;
  return `<data class="q" value="${reading.value}" data-of="${escaped(reading.of)}"${unit}>${readingText(reading).text}</data>`;
};
const tags = (html: string, tag: string): string[] => html.match(new RegExp(`<${tag}\\b[^>]*>`, 'g')) ?? [];
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

describe('the figure without JavaScript', () => {
  test.each(presets.map(({ name }) => name))(
    'has every quantity and the terms of the divergence of the preset %s',
    (preset) => {
      const html = render(<PairEditor preset={preset} />).replaceAll('<wbr/>', '');
      const pair = presetPair(preset);
      for (const reading of Object.values(shown({ pair, unit: 'nats' })))
        expect(html).toContain(dataOf(reading));
      for (const term of termsOf('kl', pair, 'nats')) expect(html).toContain(dataOf(term));
    },
  );

  test('holds the table, folded away, so that it is there without a script', () => {
    expect(render(<PairEditor />)).toMatch(/<summary>Data as table<\/summary>.*<table>.*<\/details>/s);
  });

  test('carries the givens as canonical decimals, and shows each of them as a given', () => {
    const html = render(<PairEditor />);
    expect(html).toContain(escaped('{"P":["0.1","0.2","0.7"],"Q":["0.8","0.1","0.1"]}'));
    for (const [given, text] of [
      ['P(1)', '0.1'],
      ['P(3)', '0.7'],
      ['Q(1)', '0.8'],
    ] as const) {
      const field = tags(html, 'input').find((tag) => tag.includes(`data-given="${given}"`));
      expect(field).toContain(`value="${text}"`);
      const slider = tags(html, 'div').find((tag) => tag.includes(`data-given="${given}"`));
      expect(slider).toContain(`aria-valuetext="${text}"`);
    }
  });

  test('names every slider and offers nothing that cannot work yet', () => {
    const html = render(<PairEditor />);
    const sliders = tags(html, 'div').filter((tag) => tag.includes('role="slider"'));
    expect(sliders).toHaveLength(6);
    expect(sliders[0]).toContain('aria-label="P, outcome a"');
    for (const button of tags(html, 'button')) expect(button).toMatch(/ disabled/);
    for (const field of tags(html, 'input')) expect(field).toMatch(/ (disabled|readonly)/i);
  });

  test('gives the reason of an infinite value and frames the bars', () => {
    const html = render(<PairEditor preset="zero" />);
    expect(html).toContain('∞\u00a0nats');
    expect(html.replace(/<[^>]*>/g, '')).toContain('Q gives outcome b no mass where P has some.');
    expect(html).toContain('class="frame"');
  });

  test('is bars, four numbers, masses as text and presets where it is asked to be compact', () => {
    const html = render(<PairEditor compact />);
    const { kl, lk, jsd, w } = shown({ pair: presetPair('script'), unit: 'nats' });
    expect(html.match(/<data class="q"[^>]*>[^<]*<\/data>/g)).toEqual([kl, lk, jsd, w].map(dataOf));
    expect(html).toContain('<data class="g" value="0.7" data-given="P(3)">0.7</data>');
    expect(tags(html, 'button')).toHaveLength(presets.length);
    expect(html).not.toMatch(/<details|class="stacks"|class="mass"/);
  });
});

describe('the table', () => {
  test.each(presets.map(({ name }) => name))(
    'has the masses, every quantity that is a sum, and every term of the preset %s',
    (preset) => {
      const pair = presetPair(preset);
      for (const unit of ['nats', 'bits'] as const) {
        const html = render(<Table pair={pair} unit={unit} />);
        const readings = shown({ pair, unit });
        for (const name of quantityNames.filter((one) => one !== 'root')) {
          expect(html).toContain(dataOf(readings[name]));
          for (const term of termsOf(name, pair, unit)) expect(html).toContain(dataOf(term));
        }
      }
    },
  );

  test('shows each mass as a given', () => {
    const html = render(<Table pair={presetPair('near')} unit="nats" />);
    expect(html).toContain('<data class="g" value="0.200001" data-given="Q(1)">0.200001</data>');
  });
});
