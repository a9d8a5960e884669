import { describe, expect, test } from 'vitest';
import { checkStatement } from '../../src/formula/check.ts';
import type { Definition, Givens } from '../../src/formula/environment.ts';
import { oracle } from '../oracle/oracle.ts';
import { notation } from './notation.ts';
import { givens } from './statements.ts';

const check = (tex: string, given: Givens = {}, definitions: readonly Definition[] = []) =>
  checkStatement(tex, { notation, givens: given, definitions }, oracle);
const failures = (tex: string, given: Givens = {}): string[] =>
  check(tex, given).failures.map(({ message }) => message);

describe('what can be written, each with a true statement', () => {
  const forms: readonly { what: string; tex: string; given?: Givens }[] = [
    { what: 'P(x) and p_i are masses', tex: 'P(2) = p_2 = 0.2', given: givens },
    { what: 'outcomes are numbered from 1', tex: 'P(1) = 0.1', given: givens },
    { what: 'a sum to n', tex: '\\sum_{i=1}^{n} p_i = 1' },
    { what: 'a sum over the alphabet', tex: '\\sum_{x \\in \\X} P(x) = 1' },
    { what: 'a sum over pairs', tex: '\\sum_{x, y} P(x) Q(y) = 1' },
    { what: 'a sum inside of a sum', tex: '\\sum_x \\sum_y P(x) Q(y) = 1' },
    {
      what: 'a sum under two conditions',
      tex: '\\sum_{x : P(x) > 0, Q(x) > 0} P(x) = \\sum_{x : Q(x) > 0} P(x)',
    },
    { what: 'a sum ends at the next plus', tex: '\\sum_x P(x) + 1 = 2' },
    { what: 'a product', tex: '\\prod_{i=1}^{3} p_i = 0.014', given: givens },
    { what: 'max and min over outcomes', tex: '\\max_x P(x) - \\min_x P(x) = 0.6', given: givens },
    { what: 'max and min of values', tex: '\\max(0.5, t) + \\min\\{0.5, t\\} = t + 0.5' },
    { what: 'an expectation', tex: '\\E{x \\sim P}{-\\log P(x)} = \\H{P}' },
    { what: 'fractions in three sizes', tex: '\\frac{1}{4} + \\tfrac14 + \\dfrac12 = 1' },
    { what: 'an inline fraction', tex: '\\log(t) / 2 = \\tfrac12 \\log t' },
    { what: 'brackets of every kind', tex: '\\left[ t - \\bigl( 1 + (t) \\bigr) \\right] = -1' },
    {
      what: 'absolute values of every kind',
      tex: '|P(x) - Q(x)| = \\lvert Q(x) - P(x) \\rvert = \\left|P(x) - Q(x)\\right|',
    },
    { what: 'roots', tex: '\\sqrt{t}^2 = \\sqrt[3]{t^3} = t' },
    { what: 'powers', tex: 't^{-2} t^{0.5} = t^{-3/2}' },
    { what: 'exponentials', tex: 'e^{\\log t} = \\exp(\\log t) = t' },
    { what: 'logarithms to another base', tex: '\\log_2 8 = 3' },
    { what: 'conventions', tex: '\\log 0 = -\\infty' },
    { what: 'a pmf written out', tex: '\\H{(0.5, 0.5)} = \\log 2' },
    { what: 'mixtures', tex: '\\lambda P + (1 - \\lambda) Q = Q + \\lambda (P - Q)' },
    { what: 'a sum in a logarithm', tex: '\\log \\sum_x P(x) = 0' },
    { what: 'the number of outcomes', tex: 'n = 3', given: givens },
    { what: 'scientific notation', tex: '10^{-3} t = 0.001 t' },
    { what: 'spaces', tex: '2 \\, t \\; = \\quad t \\! + ~ t' },
    { what: 'several statements', tex: '\\log 1 = 0, \\quad \\log t \\le t - 1.' },
    { what: 'for all', tex: 'P(x) \\ge 0 \\quad\\text{for all } x' },
    { what: 'if', tex: '\\KL{P}{Q} = 0 \\text{ if } P = Q' },
    { what: 'the case of equality', tex: '\\KL{P}{Q} \\ge 0, \\text{ with equality if and only if } P = Q' },
    { what: 'intervals', tex: '\\lambda \\in (0, 1), P(x) \\in [0, 1], t \\in (0, \\infty)' },
    { what: 'units', tex: '\\log 2 \\text{ nats} = 1 \\text{ bit}' },
    { what: 'a side that is always 0', tex: '\\sum_x P(x) \\log \\frac{P(x)}{Q(x)} \\ge \\log \\sum_x P(x)' },
    { what: 'an approximate power of ten', tex: '\\frac{1}{70000} \\approx 1.429 \\times 10^{-5}' },
    {
      what: 'rounded terms of a sum over outcomes',
      tex: '\\H{P} = -\\sum_x P(x) \\log P(x) \\approx 0.8018',
      given: givens,
    },
    {
      what: 'a sum of masses, each rounded',
      tex: '\\KL{P}{Q} = \\sum_x P(x) \\log \\frac{P(x)}{Q(x)} \\approx -0.208 + 0.139 + 1.362',
      given: givens,
    },
  ];
  test.each(forms)('$what: $tex', ({ tex, given }) => {
    const report = check(tex, given);
    expect(report.failures).toEqual([]);
    expect(report.kind).toBe('executed');
  });
});

describe('a false form of each relation is refused', () => {
  test.each([
    '\\H{P} = \\H{Q}',
    '\\H{P} \\le \\H{Q}',
    '\\H{P} \\ge \\H{Q}',
    '\\H{P} < \\log n',
    '\\KL{P}{Q} > 0',
    '\\H{P} \\leq 1',
    'P = Q',
    'P \\ll Q',
    'P \\not\\ll P',
    '\\H{P} \\ne \\H{P}',
    '\\JSD{P}{Q} \\not\\le \\log 2',
    '\\JSD{P}{Q} \\not\\geq 0',
    'P \\ll Q \\implies Q \\ll P',
    '\\KL{P}{Q} < \\infty \\iff Q \\ll P',
    't \\in (0, 1)',
    '\\log 2 = 0.6931471805599453094172321214581765680755',
    '\\KL{P}{Q} := \\sum_x Q(x) \\log \\frac{P(x)}{Q(x)}',
    '\\log 2 \\text{ nats} = 1 \\text{ nats}',
    '0 \\log \\frac{0}{0} = 1',
    '\\infty = -\\infty',
  ])('%s', (tex) => {
    expect(failures(tex)).not.toEqual([]);
  });
});

test('a relation that need not hold everywhere is shown by a witness', () => {
  const report = check('\\KL{P}{Q} \\ne \\KL{Q}{P}');
  expect(report.failures).toEqual([]);
  expect(report.witnesses).toHaveLength(1);
  expect(report.witnesses[0]).toContain('at P = (');
});

test('comments narrow the instances', () => {
  const finite = '\\KL{P}{Q} - \\KL{Q}{P} = -(\\KL{Q}{P} - \\KL{P}{Q})';
  expect(failures(finite)).toHaveLength(1);
  expect(failures(`${finite} % for P, Q with full support`)).toEqual([]);
  expect(failures(`${finite} % where P \\ll Q \\land Q \\ll P`)).toEqual([]);
  expect(failures('\\TV{P}{Q} = 1 % for P, Q with disjoint supports')).toEqual([]);
  expect(failures('\\TV{P}{Q} = 1 % for P, R with disjoint supports')).toHaveLength(1);
  expect(failures('\\H{P} = 0 % where P(x) = 2')).toHaveLength(1);
});

test('what is defined can be used, by pages that pass it on', () => {
  const mixture = check('M := \\tfrac12 (P + Q)');
  expect(mixture).toMatchObject({ kind: 'definition', failures: [] });
  const ratio = check('r(x) := \\frac{P(x)}{M(x)}', {}, mixture.definitions);
  const known = [...mixture.definitions, ...ratio.definitions];
  expect(check('\\JSD{P}{Q} = \\tfrac12 \\KL{P}{M} + \\tfrac12 \\KL{Q}{M}', {}, known).failures).toEqual([]);
  expect(check('\\KL{P}{M} = \\sum_x P(x) \\log r(x)', {}, known).failures).toEqual([]);
  expect(check('\\KL{P}{M} \\approx 0.4', givens, known).decimals[0]?.must).toBe('0.3');
  expect(check('M := Q', {}, known).failures[0]?.message).toContain('already defined');
  expect(check('M := M + P - P').failures[0]?.message).toContain('defined by itself');
});

test('a stated formula is typeset, counted and not executed', () => {
  expect(check('f(t) = t \\log t % stated: a function of the reader’s choice')).toMatchObject({
    kind: 'stated',
    failures: [],
  });
  expect(check('\\frac{1 % stated: broken').failures).toHaveLength(1);
});

test('a formula without a relation is a mention, and names its digits', () => {
  expect(check('\\KL{P}{Q}')).toMatchObject({ kind: 'mention', digits: [], failures: [] });
  expect(check('P, Q')).toMatchObject({ kind: 'mention', failures: [] });
  expect(check('x \\in \\X')).toMatchObject({ kind: 'mention', failures: [] });
  expect(check('\\tfrac12 \\log 2').digits.map(({ written }) => written)).toEqual(['1', '2', '2']);
  expect(
    checkStatement('W_1', { notation: { ...notation, W_1: { type: 'name', reads: 'W one' } } }, oracle),
  ).toMatchObject({ kind: 'mention', failures: [] });
  expect(failures('W_1')).toHaveLength(1);
});

test('a hypothesis can hold and can fail', () => {
  expect(check('\\suppose{P = Q}')).toMatchObject({ kind: 'hypothesis', failures: [] });
  expect(check('\\suppose{P \\ll Q}', givens)).toMatchObject({ kind: 'hypothesis', failures: [] });
  expect(failures('\\suppose{P \\ll P}')).toHaveLength(1);
});

test('every decimal beside ≈ is reported with its value, also the right ones', () => {
  const [decimal] = check('\\KL{P}{Q} \\approx 1.2928', givens).decimals;
  expect(decimal).toMatchObject({ written: '1.2928', must: '1.2928', offset: 18 });
  expect(decimal!.value).toMatch(/^1\.292822386282724782632/);
});

test('replacing what is written by what must be written mends a formula', () => {
  const stale =
    '\\KL{P}{Q} = 0.1 \\log\\tfrac18 + 0.2 \\log 2 + 0.7 \\log 7 \\approx - 0.2178 + 0.1387 + 1.3620 \\approx 1.3 < 1.30 \\approx \\KL{Q}{P}';
  const mended = [...check(stale, givens).failures]
    .filter(({ must }) => must !== undefined)
    .sort((a, b) => b.offset - a.offset)
    .reduce(
      (tex, { offset, written, must }) => tex.slice(0, offset) + must! + tex.slice(offset + written!.length),
      stale,
    );
  expect(mended).toBe(
    '\\KL{P}{Q} = 0.1 \\log\\tfrac18 + 0.2 \\log 2 + 0.7 \\log 7 \\approx -0.2079 + 0.1386 + 1.3621 \\approx 1.3 < 1.40 \\approx \\KL{Q}{P}',
  );
  expect(failures(mended, givens)).toEqual([]);
});

test('a core that disagrees with the oracle is reported, however right the formula', () => {
  const skewed: typeof oracle = {
    ...oracle,
    evaluate: (expression, environment, bound) => {
      const exact = oracle.evaluate(expression, environment, bound);
      const off =
        exact.kind === 'number' && Number.isFinite(Number(exact.digits)) && Number(exact.digits) > 0.1;
      return off
        ? { ...exact, digits: exact.digits.replace(/(\.\d{9})\d/, (_, kept: string) => `${kept}5`) }
        : exact;
    },
  };
  const report = checkStatement('\\KL{P}{Q} = \\KL{P}{Q}', { notation }, skewed);
  expect(report.failures[0]?.message).toMatch(/^the core gives 0\.\d+, the oracle 0\.\d+/);
});

test('one equation on all instances takes a fraction of a second', () => {
  const tex = '\\JSD{P}{Q} = \\H{\\tfrac12 (P + Q)} - \\tfrac12 \\H{P} - \\tfrac12 \\H{Q}';
  check(tex);
  const start = process.cpuUsage();
  expect(check(tex).instances).toBeGreaterThan(55);
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(600);
});
