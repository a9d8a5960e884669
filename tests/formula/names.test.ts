import { expect, test } from 'vitest';
import { readGivens } from '../../src/formula/givens.ts';
import { readNotation } from '../../src/formula/notation.ts';
import { scopeAfter, testForms, toldAbout } from './page-forms.ts';
import type { PageNotation } from './page-forms.ts';

const page: PageNotation = {
  P_1: { type: 'pmf', reads: 'P one' },
  P_2: { type: 'pmf', reads: 'P two' },
  "P'": { type: 'pmf', reads: 'P prime' },
  'p_\\theta': { type: 'pmf', reads: 'p theta' },
  'q_{\\phi}': { type: 'pmf', reads: 'q phi' },
  '\\hat P': { type: 'pmf', reads: 'P hat' },
  '\\hat{P}_N': { type: 'pmf', reads: 'P hat N' },
  '\\bar{P}': { type: 'pmf', reads: 'P bar' },
  'P_{\\mathrm{data}}': { type: 'pmf', reads: 'the data' },
  'P^*': { type: 'pmf', reads: 'P star' },
  '\\theta': { type: 'real', reads: 'theta' },
  '\\theta_0': { type: 'real', reads: 'theta zero' },
  D: { type: 'test', reads: 'D' },
  g: { type: 'positive function', reads: 'g' },
  N: { type: 'integer', reads: 'N' },
};

testForms('a symbol with scripts, accents, primes or stars', page, [
  { what: 'an index that is part of the name', tex: '\\CE{P_1}{P_2} = \\H{P_1} + \\KL{P_1}{P_2}' },
  { what: 'a prime', tex: "\\TV{P'}{P_1} = \\tfrac12 \\sum_x |P'(x) - P_1(x)|" },
  {
    what: 'a Greek index',
    tex: '\\KL{p_\\theta}{q_\\phi} = \\sum_x p_\\theta(x) \\log\\frac{p_\\theta(x)}{q_\\phi(x)}',
  },
  { what: 'a hat', tex: '\\sum_x \\hat P(x) = \\sum_x \\hat{P}_N(x) = 1' },
  {
    what: 'a bar and words',
    tex: '\\CE{P_{\\mathrm{data}}}{\\bar P} = -\\E{x \\sim P_{\\mathrm{data}}}{\\log \\bar P(x)}',
  },
  { what: 'a star, with the index of an outcome', tex: 'P^*_i + \\sum_{j : j \\ne i} P^*(j) = 1' },
  {
    what: 'a power after an index that is part of the name',
    tex: '(\\theta - \\theta_0)^2 = \\theta^2 - 2 \\theta \\theta_0 + \\theta_0^2',
  },
  {
    what: 'a definition of a name with scripts',
    tex: 'V = 2 \\JSD{P}{Q} - 2 \\log 2',
    before: [
      'D^*(x) := \\frac{P(x)}{P(x) + Q(x)}',
      'V := \\E{x \\sim P}{\\log D^*(x)} + \\E{x \\sim Q}{\\log(1 - D^*(x))}',
    ],
  },
  {
    what: 'a function with values between 0 and 1',
    tex: '\\E{x \\sim P}{\\log D(x)} + \\E{x \\sim Q}{\\log(1 - D(x))} + 2 \\log 2 \\le 2 \\JSD{P}{Q}',
  },
  {
    what: 'a positive function',
    tex: '\\E{x \\sim P}{\\log g(x)} \\le \\log \\E{x \\sim P}{g(x)}, \\text{ with equality if and only if } \\log \\E{x \\sim P}{g(x)} = \\E{x \\sim P}{\\log g(x)}',
  },
  { what: 'a positive integer', tex: '\\sum_{i=1}^N (2 i - 1) = N^2' },
]);

test('a symbol is the same however its name is written', () => {
  const spelled = {
    'P_{1}': ['0.5', '0.5'],
    '\\hat P': ['1/3', '2/3'],
    "P '": ['1', '0'],
    'D^{\\star}': '1',
  };
  expect(Object.keys(readGivens(spelled, { notation: {} }))).toEqual(['P_1', '\\hat{P}', "P'", 'D^*']);
  expect(() => readNotation({ 'P(x)': { type: 'pmf', reads: 'P' } })).toThrow(/not the name of a symbol/);
});

test('a fraction is given exactly', () => {
  const scope = scopeAfter(
    page,
    [],
    readGivens({ '\\hat P': ['1/3', '2/3'], P_1: ['1/2', '1/2'], t: '2/3' }, { notation: {} }),
  );
  expect(toldAbout('\\KL{\\hat P}{P_1} = \\tfrac13 \\log\\tfrac23 + \\tfrac23 \\log\\tfrac43', scope)).toBe(
    '\n\n',
  );
  expect(toldAbout('t = \\hat P(2)', scope)).toBe('\n\n');
});

test('a name that is not known is told where it stands', () => {
  expect(toldAbout('\\KL{P^\\dagger}{P_1} = 0', scopeAfter({}))).toMatchInlineSnapshot(`
    "
    \\dagger is not in the language of executed formulas; add \`% stated: reason\` if it must stay
      \\KL{P^\\dagger}{P_1} = 0
            ^
    "
  `);
  expect(toldAbout("\\KL{Q'}{Q} = 0", scopeAfter({}))).toMatchInlineSnapshot(`
    "
    unknown symbol Q'; known here: P, Q, R, M, p, q, r, m, t, u, a, b, \\lambda, x, y, i, j, k, z, J, c, K, \\xi, \\eta, N, x_i, n; add it to the page's front matter or content/notation.yaml
      \\KL{Q'}{Q} = 0
          ^
    "
  `);
  expect(toldAbout('2 * t = 0', scopeAfter({}))).toMatchInlineSnapshot(`
    "
    * is no sign of multiplication here; write \\cdot, or a space
      2 * t = 0
        ^
    "
  `);
});
