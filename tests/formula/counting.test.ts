import { expect, test } from 'vitest';
import { scopeAfter, testForms, toldAbout } from './page-forms.ts';
import type { PageNotation } from './page-forms.ts';

const page: PageNotation = {
  m: { type: 'integer', reads: 'm' },
  f: { type: 'function', reads: 'f' },
  g: { type: 'function', reads: 'g' },
};

testForms('rounding to integers', page, [
  { what: 'up', tex: '\\lceil t \\rceil \\ge t' },
  {
    what: 'down',
    tex: '\\left\\lfloor t \\right\\rfloor + 1 > t % strict',
    // What is never tight holds with more on the greater side as well.
    spared: (description) => /^digit 1 changed to [26]/.test(description),
  },
  {
    what: 'code lengths satisfy the inequality of Kraft',
    tex: '\\sum_x 2^{-\\lceil -\\log_2 P(x) \\rceil} \\le 1',
    // Over more symbols the same lengths leave room, and one outcome that is certain leaves none.
    spared: (description) => /^digit 2 changed to [37]/.test(description),
  },
  {
    what: 'and cost less than a bit more than the entropy',
    tex: '\\sum_x P(x) \\lceil -\\log_2 P(x) \\rceil < \\frac{\\H{P}}{\\log 2} + 1 % where \\H{P} > 0',
    // Over more symbols the words are shorter.
    spared: (description) => /^digit 2 changed to [37]/.test(description),
  },
  {
    what: 'a length that is an integer already',
    tex: '\\lceil -\\log_2 P(1) \\rceil = 3, \\lceil -\\log_2 P(2) \\rceil = 1',
    given: { P: ['0.125', '0.875'] },
  },
]);

testForms('counting', page, [
  { what: 'a factorial', tex: '(N + 1)! = (N + 1) N!' },
  { what: 'a binomial coefficient', tex: '\\binom{N}{m} m! (N - m)! = N! % where m \\le N' },
  {
    what: 'a binomial distribution',
    tex: '\\sum_{k=0}^{N} \\binom{N}{k} \\lambda^k (1 - \\lambda)^{N - k} = 1',
  },
  {
    what: 'the sequences of a type',
    tex: '\\log \\frac{N!}{\\prod_x c(x)!} \\le N \\H{\\hat P} % loose: tight only where one outcome has all draws',
    before: ['c(x) := \\sum_{i=1}^N \\1{x_i = x}', '\\hat P(x) := \\frac{c(x)}{N}'],
  },
]);

testForms('variance and covariance', page, [
  { what: 'a variance', tex: '\\Var{x \\sim P}{f(x)} = \\E{x \\sim P}{f(x)^2} - (\\E{x \\sim P}{f(x)})^2' },
  {
    what: 'a covariance',
    tex: '\\Cov{x \\sim P}{f(x)}{g(x)} = \\E{x \\sim P}{f(x) g(x)} - \\E{x \\sim P}{f(x)} \\E{x \\sim P}{g(x)}',
  },
  {
    what: 'over pairs',
    tex: '\\Var{(x, y) \\sim J}{f(x) + g(y)} = \\Var{x \\sim J_X}{f(x)} + \\Var{y \\sim J_Y}{g(y)} + 2 \\Cov{(x, y) \\sim J}{f(x)}{g(y)}',
  },
  {
    what: 'a chi-squared divergence is a variance',
    tex: '\\ChiSq{P}{Q} = \\Var{x \\sim Q}{\\frac{P(x)}{Q(x)}} % for Q with full support',
  },
]);

test('what cannot be is told', () => {
  const told = (tex: string): string => toldAbout(tex, scopeAfter(page));
  expect(told('\\lceil t \\rfloor = t')).toMatchInlineSnapshot(`
    "
    \\lceil is closed by \\rfloor
      \\lceil t \\rfloor = t
               ^
    "
  `);
  expect(told('t! = 1')).toMatchInlineSnapshot(`
    "
    the left-hand side is undefined (a factorial of what is no integer from 0 to 1000) at t = 0.5; narrow the symbols with \`% for P, Q with full support\` or \`% where …\`
      t! = 1
      ^
    "
  `);
  expect(told('\\binom{t}{1} = t')).toMatchInlineSnapshot(`
    "
    the left-hand side is undefined (a binomial coefficient of what are no integers from 0 to 1000) at t = 0.5; narrow the symbols with \`% for P, Q with full support\` or \`% where …\`
      \\binom{t}{1} = t
      ^
    "
  `);
  expect(told('\\Var{P}{f(x)} = 1')).toMatchInlineSnapshot(`
    "
    write \\E{x \\sim P}{…}, or \\E{(x, y) \\sim J}{…}
      \\Var{P}{f(x)} = 1
      ^
    "
  `);
  expect(told('\\Cov{x \\sim P}{f(x)}{} = 1')).toMatchInlineSnapshot(`
    "
    write \\Var{x \\sim P}{…}, or \\Cov{x \\sim P}{…}{…}
      \\Cov{x \\sim P}{f(x)}{} = 1
      ^
    "
  `);
});
