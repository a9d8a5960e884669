import { Decimal } from 'decimal.js';
import { expect, test } from 'vitest';
import { checkStatement, checkValue } from '../../src/formula/check.ts';
import { coreDigits } from '../../src/formula/core-digits.ts';
import { readQuantity, type Unit } from '../../src/formula/value.ts';
import { oracle } from '../oracle/oracle.ts';
import { ties } from '../labs/ties.ts';
import { notation } from './notation.ts';
import { oracleValue } from './oracle-value.ts';

const Exact = Decimal.clone({ precision: 60 });
const decimals = (masses: readonly number[]) => masses.map((mass) => String(mass / 1e6));

const scopeOf = ({ P, Q }: { readonly P: readonly number[]; readonly Q: readonly number[] }) => ({
  notation,
  givens: { P: decimals(P), Q: decimals(Q) },
});

for (const tie of ties) {
  const unit: Unit | undefined = tie.name === 'hp' ? 'nats' : undefined;
  const scope = scopeOf(tie);
  const told = (written: string) =>
    checkValue({ of: tie.of, written, ...(unit && { in: unit }) }, scope, oracle).failures.map(
      ({ message }) => message,
    );

  test(`the build accepts ${tie.settled} for ${tie.why}`, () => {
    expect(told(tie.settled)).toEqual([]);
  });

  test(`the core knows the side of ${tie.why}`, () => {
    const { expression, environment } = readQuantity(tie.of, scope, unit);
    const { ends } = coreDigits(expression, environment);
    const errors = ends.map((end) => new Exact(end).div(oracleValue(tie.of, scope.givens, unit)).minus(1));
    expect(errors.every((error) => error.abs().lt('1.1e-29'))).toBe(true);
    expect([errors[1]!.isNeg(), errors[2]!.isNeg()]).toEqual([true, false]);
  });
}

test('the side of a tie on which the double stands decides nothing', () => {
  const told = (written: string) =>
    checkValue({ of: '\\H{P}', in: 'nats', written }, scopeOf(ties[0]!), oracle).failures.map(
      (one) => one.message,
    );
  expect(told('1.214')).toMatchInlineSnapshot(`
    [
      "\\H{P} is written as 1.214: the value is 1.21349999999…, so write 1.213",
    ]
  `);
  const formula = (written: string) =>
    checkStatement(`\\H{P} \\approx ${written}`, scopeOf(ties[0]!), oracle).failures.map(
      (one) => one.message,
    );
  expect(formula('1.213')).toEqual([]);
  expect(formula('1.214')).toMatchInlineSnapshot(`
    [
      "1.214: the value is 1.21349999999…, so write 1.213",
    ]
  `);
});

test('a tie is written with the digit that settles it', () => {
  const tie = ties.find(({ certainty }) => certainty === 'undecided')!;
  const told = (written: string) =>
    checkValue({ of: tie.of, written }, scopeOf(tie), oracle).failures.map(({ message }) => message);
  expect(told('0.1235')).toMatchInlineSnapshot(`
    [
      "\\TV{P}{Q} lies halfway between 0.1234 and 0.1235; write one digit more",
    ]
  `);
  expect(told('0.1234')).toEqual(told('0.1235'));
});
