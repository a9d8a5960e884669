import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fields, flag, integer, list, masses, word } from '../../components/labs/frame/codec.ts';
import { decimal, nearestStep, readDecimal, toNumber, type Grid } from '../../components/labs/frame/grid.ts';
import * as history from '../../components/labs/frame/history.ts';
import { fromQuery, intoQuery } from '../../components/labs/frame/query.ts';
import { valueAfterKey } from '../../components/labs/frame/range.tsx';
import { embedCode } from '../../components/labs/frame/actions.tsx';
import { share, whole } from '../../components/labs/masses.ts';

const same = (one: number, other: number): boolean => one === other;

describe('the history of a lab', () => {
  test('takes back one change after another, and then nothing', () => {
    let state = history.begin(1);
    for (const next of [2, 3, 3, 4]) state = history.change(state, () => next, same);
    const seen = [state.now];
    for (let k = 0; k < 4; k++) {
      state = history.undo(state, same);
      seen.push(state.now);
    }
    expect(seen).toEqual([4, 3, 2, 1, 1]);
  });

  test('takes a whole movement back at once, and a movement that came back not at all', () => {
    let state = history.change(history.begin(0), () => 5, same);
    for (const by of [1, 2, 3]) state = history.hold(state, 'p', (from) => from + by, same);
    expect(state.now).toBe(8);
    expect(history.undo(state, same).now).toBe(5);
    state = history.release(
      history.hold(state, 'p', (from) => from, same),
      same,
    );
    expect(history.undo(state, same).now).toBe(0);
  });

  test('a movement that is cancelled leaves no trace', () => {
    const before = history.begin(5);
    const moved = history.hold(before, 'p', (from) => from + 1, same);
    expect(history.cancel(moved, same)).toEqual(before);
  });
});

describe('a link', () => {
  interface Setting {
    readonly p: number;
    readonly view: 'one' | 'two';
    readonly on: boolean;
    readonly points: readonly number[];
    readonly P: readonly number[];
  }
  const first: Setting = { p: 3, view: 'one', on: true, points: [1], P: [500_000, 500_000] };
  const codec = fields('1', first, {
    p: integer(-10, 10),
    view: word(['one', 'two']),
    on: flag,
    points: list(integer(0, 99), 0, 5),
    P: masses(2, 5),
  });
  const settings: fc.Arbitrary<Setting> = fc.record({
    p: fc.integer({ min: -10, max: 10 }),
    view: fc.constantFrom('one' as const, 'two' as const),
    on: fc.boolean(),
    points: fc.array(fc.integer({ min: 0, max: 99 }), { minLength: 1, maxLength: 5 }),
    P: fc.array(fc.nat(9), { minLength: 2, maxLength: 5 }).map((weights) => share(whole, weights)),
  });

  test('brings back what was written, and says only what is not usual', () => {
    fc.assert(
      fc.property(settings, (setting) => {
        expect(codec.read(codec.write(setting))).toEqual(setting);
      }),
    );
    expect(codec.write(first)).toBe('1');
    expect(codec.write({ ...first, on: false })).toBe('1~~~n');
  });

  test.each([
    '2',
    '1~11',
    '1~03',
    '1~x',
    '1~~three',
    '1~~~yes',
    '1~~~~1.2.3.4.5.6',
    '1~~~~~3.4.0x',
    '1~1~~~~~',
  ])('that nothing wrote is refused: %s', (text) => expect(codec.read(text)).toBeUndefined());

  test('keeps the other keys of the address', () => {
    const query = intoQuery('?a=1&lab=old&b=%20', 'lab', codec.write({ ...first, p: -4 }));
    expect(query).toBe('?a=1&b=%20&lab=1~-4');
    expect(fromQuery(query, 'lab', codec)).toEqual({ ...first, p: -4 });
    expect(fromQuery('?lab=zzz', 'lab', codec)).toBe('unreadable');
    expect(intoQuery('?lab=1', 'lab', undefined)).toBe('');
  });

  test('in the code of an embed stays one attribute', () => {
    expect(embedCode('https://example.org/embed/x/?x=1&y="', 'A "lab"')).toContain(
      'src="https://example.org/embed/x/?x=1&amp;y=&quot;" title="A &quot;lab&quot;"',
    );
  });
});

describe('a parameter on its grid', () => {
  const grid: Grid = { places: 3, least: -2000, most: 2000, step: 50 };

  test('is one decimal, shown and typed', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), (value) => {
        expect(readDecimal(grid, decimal(grid, value))).toBe(value);
        expect(toNumber(grid, value)).toBe(Number(decimal(grid, value)));
        expect(decimal(grid, value)).toMatch(/^(0|-?(0|[1-9]\d*)(\.\d*[1-9])?)$/);
      }),
    );
    expect(readDecimal(grid, ' −0,25 ')).toBe(-250);
    expect(readDecimal(grid, '1.5000')).toBe(1500);
  });

  test.each(['', '-', '.', '2.001', '-3', '0.1234', '1e-3', 'abc', '1,2,3'])('refuses %j', (text) =>
    expect(readDecimal(grid, text)).toBeUndefined(),
  );

  test('moves by keys, and stays within its ends', () => {
    expect(valueAfterKey(grid, 0, 'ArrowUp', false)).toBe(50);
    expect(valueAfterKey(grid, 0, 'ArrowLeft', true)).toBe(-1);
    expect(valueAfterKey(grid, 1900, 'PageUp', false)).toBe(2000);
    expect(valueAfterKey(grid, 1900, 'Home', false)).toBe(-2000);
    expect(valueAfterKey(grid, 0, 'a', false)).toBeUndefined();
    expect(nearestStep(grid, 0.034)).toBe(50);
  });
});
