import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { start } from '../../components/labs/pair-editor/model.ts';
import { presets } from '../../components/labs/pair-editor/presets.ts';
import { fromQuery, intoQuery, readSetting, writeSetting } from '../../components/labs/pair-editor/url.ts';
import { settings } from './pair-editor.arbitraries.ts';

const usual = { unit: 'nats', chosen: 'kl' } as const;

describe('the link to a pair', () => {
  test('brings back exactly the state that wrote it', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        expect(readSetting(writeSetting(setting))).toEqual(setting);
      }),
    );
  });

  test('survives the query among other keys', () => {
    fc.assert(
      fc.property(settings, fc.constantFrom('', '?theme=dark', '?a=1&pair=zzz&b=%20'), (setting, search) => {
        const query = intoQuery(search, 'pair', setting);
        expect(fromQuery(query, 'pair')).toEqual(setting);
        expect(new URL(query, 'https://example.org').search).toBe(query.replaceAll("'", '%27'));
      }),
    );
  });

  test.each([
    ['script', '1~1.2.7~8.1.1'],
    ['symmetric', '1~3.7~7.3'],
    ['disjoint', '1~2.3.0.0~0.0.1.1'],
    ['near', '1~2.3.5~200001.299999.500000'],
    ['zero', '1~3.3.4~1.0.1'],
  ])('is short for the preset %s', (name, text) => {
    const { pair } = presets.find((one) => one.name === name)!;
    expect(writeSetting(start({ pair, ...usual }))).toBe(text);
  });

  test('carries labels, the unit and the chosen quantity only where they are not the usual ones', () => {
    const pair = { ...presets[0].pair, labels: ['rain', 'a.b~c!', 'c'] };
    expect(writeSetting({ pair, unit: 'bits', chosen: 'jsd' })).toBe(
      '1~1.2.7~8.1.1~rain.a!db!tc!!.c~jsd.bits',
    );
    expect(writeSetting({ pair: presets[0].pair, unit: 'bits', chosen: 'kl' })).toBe('1~1.2.7~8.1.1~~bits');
  });

  test('carries R last, and only where there is one', () => {
    const pair = { ...presets[0].pair, R: [450_000, 150_000, 400_000] };
    expect(writeSetting({ pair, ...usual })).toBe('1~1.2.7~8.1.1~~~9.3.8');
    expect(writeSetting({ pair, unit: 'bits', chosen: 'kl' })).toBe('1~1.2.7~8.1.1~~bits~9.3.8');
    expect(readSetting('1~1.2.7~8.1.1')).not.toHaveProperty('pair.R');
  });

  test('takes at most 120 characters with eight outcomes of six decimals each', () => {
    const P = [125_001, 124_999, 125_003, 124_997, 125_007, 124_993, 125_011, 124_989];
    const labels = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const query = intoQuery('', 'pair', { pair: { P, Q: P.toReversed(), labels }, ...usual });
    expect(query.length).toBeLessThanOrEqual(121);
  });

  test('that no state wrote is refused, and never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^1~[0-9.]*~[0-9.]*(~[a-c.!]*(~[a-z.]*(~[0-9.]*)?)?)?$/)),
        (text) => {
          const setting = readSetting(text);
          if (setting) expect(readSetting(writeSetting(setting))).toEqual(setting);
          fromQuery(text, 'pair');
        },
      ),
    );
  });

  test.each([
    '',
    '2~1.2.7~8.1.1',
    '1~1.2.7',
    '1~1.2.7~8.2',
    '1~0.0~1.1',
    '1~1.1.1~8.1.1',
    '1~-1.2~1.1',
    '1~1.2.7~8.1.1~a.b',
    '1~1.2.7~8.1.1~a..c',
    '1~1.2.7~8.1.1~~kl.jsd',
    '1~1.2.7~8.1.1~~toString',
    '1~1.2.7~8.1.1~~~',
    '1~1.2.7~8.1.1~~~1.1',
    '1~1.2.7~8.1.1~~~1.1.1',
    '1~1.2.7~8.1.1~~~9.3.8~',
    '1~1~1',
    '1~1.1.1.1.1.1.1.1.1.1.1.1.1~1.1.1.1.1.1.1.1.1.1.1.1.1',
  ])('%s is unreadable', (text) => expect(readSetting(text)).toBeUndefined());

  test('is told apart from no link at all', () => {
    expect(fromQuery('?other=1', 'pair')).toBe('none');
    expect(fromQuery('?pair=%E0%A4%A', 'pair')).toBe('unreadable');
    expect(intoQuery('?pair=x&a=b', 'pair', undefined)).toBe('?a=b');
  });
});
