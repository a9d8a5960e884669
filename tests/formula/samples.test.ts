import { expect, test } from 'vitest';
import { scopeAfter, testForms, toldAbout } from './page-forms.ts';
import type { PageNotation } from './page-forms.ts';

const page: PageNotation = {
  y_i: { type: 'sample', length: 'N', reads: 'y i' },
  P_k: { type: 'pmfs', count: 'm', reads: 'P k' },
  m: { type: 'integer', reads: 'm' },
  w: { type: 'pmf', on: 'm', reads: 'w' },
  k: { type: 'index', to: 'm', reads: 'k' },
  f: { type: 'function', reads: 'f' },
};
const empirical = '\\hat P(x) := \\frac1N \\sum_{i=1}^N \\1{x_i = x}';

testForms('samples', page, [
  { what: 'an indicator', tex: '\\sum_x \\1{x = y} P(x) = P(y)' },
  { what: 'the indicator of a condition', tex: '\\1{P(x) > 0} P(x) = P(x)' },
  { what: 'the empirical pmf', tex: '\\sum_x \\hat P(x) = 1', before: [empirical] },
  {
    what: 'the mean log-likelihood',
    tex: '\\frac1N \\sum_{i=1}^N \\log Q(x_i) = -\\CE{\\hat P}{Q}',
    before: [empirical],
  },
  {
    what: 'likelihood and divergence',
    tex: '\\prod_{i=1}^N Q(x_i) = e^{-N (\\H{\\hat P} + \\KL{\\hat P}{Q})}',
    before: [empirical],
  },
  {
    what: 'no model is more likely than the empirical pmf',
    tex: '\\sum_{i=1}^N \\log Q(x_i) \\le \\sum_{i=1}^N \\log \\hat P(x_i), \\text{ with equality if and only if } Q = \\hat P',
    before: [empirical],
  },
  {
    what: 'a mean over a sample',
    tex: '\\frac1N \\sum_{i=1}^N f(x_i) = \\E{x \\sim \\hat P}{f(x)}',
    before: [empirical],
  },
  {
    what: 'two samples of one length',
    tex: '\\sum_{i=1}^N \\1{x_i = y_i} + \\sum_{i=1}^N \\1{x_i \\ne y_i} = N',
  },
  {
    what: 'a sample that is given',
    tex: '\\hat P = (0.5, 0.25, 0.25), N = 4',
    before: [empirical],
    given: { x_i: ['1', '2', '1', '3'], P: ['0.2', '0.3', '0.5'] },
  },
]);

testForms('several pmfs', page, [
  { what: 'a mixture with weights', tex: '\\sum_x \\sum_k w_k P_k(x) = 1' },
  {
    what: 'their Jensen–Shannon divergence',
    tex: '\\sum_{k=1}^m w_k \\KL{P_k}{B} = \\H{B} - \\sum_{k=1}^m w_k \\H{P_k}',
    before: ['B(x) := \\sum_{k=1}^m w_k P_k(x)'],
  },
  {
    what: 'it is at most the entropy of the weights',
    tex: '\\sum_k w_k \\KL{P_k}{B} \\le \\H{w}',
    before: ['B(x) := \\sum_k w_k P_k(x)'],
  },
  {
    what: 'it is a mutual information',
    tex: '\\MI{A} = \\sum_k w_k \\KL{P_k}{A_Y}',
    before: ['A(k, x) := w_k P_k(x)'],
  },
  {
    what: 'convexity',
    tex: '\\KL{B}{Q} \\le \\sum_k w_k \\KL{P_k}{Q}',
    before: ['B(x) := \\sum_k w_k P_k(x)'],
  },
  {
    what: 'pmfs that are given',
    tex: '\\KL{P_1}{P_2} = \\log 2, m = 2, n = 3',
    given: { P_k: ['0.5', '0.5', '0', '0.25', '0.25', '0.5'], m: '2' },
  },
]);

test('what cannot be is told', () => {
  const told = (tex: string): string => toldAbout(tex, scopeAfter(page));
  expect(told('\\1{x} = 1')).toMatchInlineSnapshot(`
    "
    write \\1{x = y}, with a condition
      \\1{x} = 1
      ^
    "
  `);
  expect(told('\\sum_i f(z_i) = 1')).toMatchInlineSnapshot(`
    "
    unknown symbol z_…; known here: i, P, Q, R, M, p, q, r, m, t, u, a, b, \\lambda, x, y, j, k, z, J, c, K, \\xi, \\eta, N, x_i, n, y_i, P_k, w, f; add it to the page's front matter or content/notation.yaml
      \\sum_i f(z_i) = 1
               ^
    "
  `);
  expect(told('\\sum_x \\sum_x \\1{x = x} = 1')).toMatchInlineSnapshot(`
    "
    x is already the index of the sum around this; use another letter
      \\sum_x \\sum_x \\1{x = x} = 1
             ^
    "
  `);
});
