import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pmf } from '../../src/core/index.ts';
import { drawGivens, type Draws } from '../../src/site/draws.ts';
import { readFraction } from '../oracle/fraction.ts';

const seeds = fc.integer({ min: 1, max: 999_999 });
const number = (text: string): number => Number(readFraction(text).top) / Number(readFraction(text).bottom);
const masses = (value: string | readonly string[] | undefined): readonly number[] =>
  (value as readonly string[]).map(number);

const drawn = (
  draws: Draws,
  holds: (givens: Readonly<Record<string, string | readonly string[]>>) => boolean,
) =>
  fc.assert(
    fc.property(seeds, (seed) => holds(drawGivens(draws, seed))),
    { numRuns: 500, seed: 1 },
  );

test('a pmf in twelfths has full support, and its masses are fractions that add up to one', () => {
  drawn({ P: 'pmf 3 twelfths' }, ({ P }) => {
    const exact = (P as readonly string[]).map(readFraction);
    const sum = exact.reduce((total, { top, bottom }) => total + (top * 12n) / bottom, 0n);
    return (
      exact.length === 3 && sum === 12n && exact.every(({ top, bottom }) => top > 0n && 12n % bottom === 0n)
    );
  });
});

test('a pmf in tenths is written in decimals', () => {
  drawn({ P: 'pmf 4 tenths with zeros' }, ({ P }) =>
    (P as readonly string[]).every((mass) => /^(?:0|1|0\.\d)$/.test(mass)),
  );
});

test('with zeros, at least one outcome has no mass and at least one has some', () => {
  drawn({ P: 'pmf 3 eighths with zeros' }, ({ P }) => masses(P).includes(0) && Math.max(...masses(P)) > 0);
});

test('disjoint from P, no outcome has mass in both; inside P, none has mass outside of it', () => {
  drawn(
    { P: 'pmf 4 tenths with zeros', Q: 'pmf 4 tenths disjoint from P', R: 'pmf 4 tenths inside P' },
    ({ P, Q, R }) => masses(P).every((p, x) => (p > 0 ? masses(Q)[x] === 0 : masses(R)[x] === 0)),
  );
});

test('pmfs on the same outcomes differ, from each other and from those that are fixed', () => {
  drawn({ P: 'pmf 2 quarters', Q: 'pmf 2 quarters' }, ({ P, Q }) => String(P) !== String(Q));
  fc.assert(
    fc.property(seeds, (seed) => {
      const { Q } = drawGivens({ Q: 'pmf 2 quarters' }, seed, { P: ['0.5', '0.5'] });
      return String(Q) !== '0.5,0.5';
    }),
  );
});

test('every pmf that is drawn is one of the core', () => {
  drawn({ P: 'pmf 5 hundredths', Q: 'pmf 3 twentieths with zeros' }, ({ P, Q }) => {
    pmf(masses(P));
    pmf(masses(Q));
    return true;
  });
});

test('numbers lie in their range, its ends included', () => {
  const seen = new Set<string>();
  drawn({ a: 'decimal 0.5 to 2 in tenths', t: 'integer 2 to 9' }, ({ a, t }) => {
    seen.add(a as string).add(t as string);
    return number(a as string) >= 0.5 && number(a as string) <= 2 && /^[2-9]$/.test(t as string);
  });
  for (const end of ['0.5', '2', '9']) expect(seen).toContain(end);
});

test('a seed gives the same instance for ever', () => {
  expect(drawGivens({ P: 'pmf 3 twelfths', Q: 'pmf 3 twelfths with zeros', a: 'integer 2 to 9' }, 7))
    .toMatchInlineSnapshot(`
    {
      "P": [
        "1/6",
        "2/3",
        "1/6",
      ],
      "Q": [
        "1",
        "0",
        "0",
      ],
      "a": "6",
    }
  `);
});

test('what cannot be drawn says why', () => {
  const why = (draws: Draws) => {
    try {
      return JSON.stringify(drawGivens(draws, 1));
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(why({ P: 'pmf three twelfths' })).toMatchInlineSnapshot(
    `"P: pmf three twelfths: it must read like ‘pmf 3 twelfths’, ‘pmf 4 tenths with zeros’, ‘pmf 4 tenths disjoint from P’, ‘pmf 4 tenths inside P’, ‘decimal 0.5 to 2 in tenths’ or ‘integer 2 to 9’; parts are halves, thirds, quarters, fifths, sixths, eighths, tenths, twelfths, sixteenths, twentieths, hundredths, thousandths"`,
  );
  expect(why({ P: 'pmf 4 quarters' })).toMatchInlineSnapshot(
    `"P: pmf 4 quarters: 4 outcomes of quarters: there must be from 2 to 3"`,
  );
  expect(why({ P: 'pmf 2 thirds', Q: 'pmf 2 thirds', R: 'pmf 2 thirds' })).toMatchInlineSnapshot(
    `"pmf 2 thirds, pmf 2 thirds, pmf 2 thirds: there are too few of them to differ"`,
  );
  expect(why({ P: 'pmf 3 tenths disjoint from Q' })).toMatchInlineSnapshot(
    `"Q must be a pmf with as many outcomes, drawn before"`,
  );
  expect(why({ P: 'pmf 3 tenths', Q: 'pmf 3 tenths disjoint from P' })).toMatchInlineSnapshot(
    `"P leaves no outcome free; draw it with zeros"`,
  );
  expect(why({ a: 'decimal 0.25 to 2 in tenths' })).toMatchInlineSnapshot(
    `"a: decimal 0.25 to 2 in tenths: 0.25 and 2 must be whole numbers of tenths, the first below the second"`,
  );
  expect(why({ a: 'integer 9 to 2' })).toMatchInlineSnapshot(`"a: integer 9 to 2: 9 is not below 2"`);
});
