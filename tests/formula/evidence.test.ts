import { describe, expect, test } from 'vitest';
import { checkStatement } from '../../src/formula/check.ts';
import type { Givens } from '../../src/formula/environment.ts';
import type { StatementReport } from '../../src/formula/report.ts';
import { oracle } from '../oracle/oracle.ts';
import { notation } from './notation.ts';
import { givens, universal } from './statements.ts';

const check = (tex: string, given: Givens = {}): StatementReport =>
  checkStatement(tex, { notation, givens: given }, oracle);

describe('a formula that speaks of all is tried on a thousand instances in doubles and on sixty at 50 digits', () => {
  const open = universal.filter((tex) => !tex.includes('\\frac{0}') && !tex.includes('in general not'));
  test.each(open)('%s', (tex) => {
    const { evidence, failures, instances } = check(tex);
    expect(failures).toEqual([]);
    expect(evidence.doubles).toBeGreaterThanOrEqual(1000);
    expect(evidence.digits50).toBeGreaterThanOrEqual(60);
    expect(instances).toBe(evidence.doubles);
  });
});

test('an equality reports its worst gap, an inequality its smallest slack, each with its instance', () => {
  const { gap } = check('\\CE{P}{Q} = \\H{P} + \\KL{P}{Q}').evidence;
  expect(gap!.size).toBeLessThan(1e-45);
  expect(gap!.at).toMatch(/^ at P = \(/);
  const { slack, steps } = check('\\KL{P}{Q} \\ge 2 \\, \\TV{P}{Q}^2').evidence;
  expect(slack!.size).toBe(0);
  expect(slack!.at).toMatch(/^ at P = \(/);
  expect(steps).toBeGreaterThan(100);
});

test('a search finds what a thousand random instances do not hit', () => {
  const { failures } = check('(t - 1.2345)^2 + 2 (u - 0.7)^2 \\ge 0.000001 % loose: a trap');
  expect(failures[0]?.message).toMatch(/at t = 1\.2345\d*, u = 0\.(?:7|69999)/);
});

test('a strict inequality is refused where it is attained, and where it is nowhere near', () => {
  expect(check('\\JSD{P}{Q} < \\log 2').failures[0]?.message).toContain('≥');
  expect(check('\\JSD{P}{Q} < 1').failures[0]?.message).toContain('never tight');
  expect(check('\\lambda < 1').failures).toEqual([]);
});

test('a zero that fifty digits have rounded is not taken for a place where a bound is tight', () => {
  expect(check('\\ChernoffInfo{P}{Q} \\le 2 \\Resistor{P}{Q}').failures[0]?.message).toContain('never tight');
});

test('of what takes long too, an instance is tried on which a bound is tight away from zero', () => {
  expect(check('\\ChernoffInfo{P}{Q} \\le \\Resistor{P}{Q}').failures).toEqual([]);
});

test('the case of equality is refused in either direction', () => {
  expect(check('\\TV{P}{Q} \\ge 0, \\text{ with equality if and only if } P = Q').failures).toEqual([]);
  expect(check('\\TV{P}{Q} = 0 \\iff P \\ll Q').failures).toHaveLength(1);
  expect(check('(t - 0.4321)^2 = 0 \\iff t < 0').failures.length).toBeGreaterThan(0);
});

describe('what is said of the instances on which two sides are equal is tried on roots that no random instance hits', () => {
  test.each([
    // A second root, which a sign change gives away.
    ['2 \\log t = t - 1 \\iff t = 1', 't ≈ 3.51286241725'],
    ['t = 1 \\iff 2 \\log t = t - 1', 't ≈ 3.51286241725'],
    ['2 \\log t = t - 1 \\implies t = 1', 't ≈ 3.51286241725'],
    ['2 \\log t = t - 1 \\implies t < 3.5', 't ≈ 3.51286241725'],
    ['2 \\log t = t - 1 \\implies t \\in [1, 3.5]', 't ≈ 3.51286241725'],
    // A second root without one.
    ['(t - 1)^2 (t - 3.3)^2 = 0 \\iff t = 1', 't ≈ 3.3'],
    // Two pmfs with nothing in common but the value of a functional.
    ['\\H{P} = \\H{Q} \\implies \\max_x P(x) = \\max_x Q(x)', ' at P ≈ ('],
    ['\\H{P} = \\tfrac12 \\implies \\sum_x P(x)^2 \\ge 0.7', ' at P ≈ ('],
    ['\\KL{P}{Q} = \\H{P} \\implies P(1) \\ge Q(1)', ' at P ≈ ('],
    ['\\lambda \\log t = t - 1 \\iff t = 1', '\\lambda ≈ 0.214975768542, t = 0.01'],
  ])('%s is refused %s', (tex, where) => {
    expect(check(tex).failures[0]?.message).toContain(where);
  });
  test.each([
    '\\log t = t - 1 \\iff t = 1',
    '(t - 1)^3 = 0 \\iff t = 1',
    '(t - 1)^4 = 0 \\iff t = 1',
    // Near these roots fifty digits cannot tell the sides apart either, where the claimed equality already fails.
    '(t - 1.2345)^4 = 0 \\iff t = 1.2345',
    '(t - 1.2345)^3 = 0 \\iff t = 1.2345',
    't^\\lambda + u^\\lambda \\le 2 (\\tfrac12 t + \\tfrac12 u)^\\lambda, \\text{ with equality if and only if } t = u',
    '2 \\log t = t - 1 \\implies (t - 1) \\log t = \\tfrac12 (t - 1)^2',
    '\\KL{P}{Q} = \\KL{P}{R} \\iff \\CE{P}{Q} = \\CE{P}{R}',
    '\\H{P} = \\tfrac12 \\implies \\sum_x P(x) \\log_2 P(x) = -\\frac{1}{2 \\log 2}',
    '\\sum_x P(x)^2 = \\sum_x Q(x)^2 \\implies \\sum_x (P(x) - Q(x))^2 = 2 \\sum_x P(x) (P(x) - Q(x))',
  ])('%s holds', (tex) => {
    expect(check(tex).failures).toEqual([]);
  });
});

test('a witness is made certain: by fractions, or by intervals where there is a logarithm', () => {
  expect(check('\\TV{P}{Q} \\ne \\TV{P}{R}').evidence.certain).toBe('rational arithmetic');
  expect(check('\\KL{P}{Q} \\ne \\KL{Q}{P}').evidence.certain).toBe('interval arithmetic');
  expect(check('\\KL{P}{Q} = \\KL{Q}{P} % in general not').evidence.certain).toBe('interval arithmetic');
  expect(check('\\H{P} \\ge 1', givens).evidence.certain).toBeUndefined();
});

test('a witness that intervals cannot confirm is refused', () => {
  const doubtful: typeof oracle = { ...oracle, certify: () => undefined };
  for (const tex of ['\\KL{P}{Q} \\ne \\KL{Q}{P}', '\\KL{P}{Q} = \\KL{Q}{P} % in general not']) {
    expect(checkStatement(tex, { notation }, doubtful).failures[0]?.message).toContain('not certain');
  }
});

test('exactly uniform pmfs are written as fractions', () => {
  const uniform = { P: ['1/3', '1/3', '1/3'], Q: ['0.5', '0.25', '0.25'] };
  expect(check('\\H{P} = \\log 3', uniform).failures).toEqual([]);
  expect(check('P(1) = \\frac13', uniform).failures).toEqual([]);
  expect(check('\\KL{P}{Q} \\approx 0.0566', uniform).failures).toEqual([]);
});
