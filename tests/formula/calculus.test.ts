import { describe, expect, test } from 'vitest';
import { checkStatement } from '../../src/formula/check.ts';
import { failureText } from '../../src/formula/excerpt.ts';
import type { Definition, Givens } from '../../src/formula/environment.ts';
import type { Notation, Scope } from '../../src/formula/notation.ts';
import { renderFormula } from '../../src/formula/render.ts';
import { oracle } from '../oracle/oracle.ts';
import { notation as sites } from './notation.ts';
import { PLAIN, unnoticed } from './unnoticed.ts';
import { givens } from './statements.ts';

const notation: Notation = {
  ...sites,
  '\\alpha': { type: 'positive', reads: 'alpha' },
  '\\mu': { type: 'real', reads: 'mu' },
  s: { type: 'real', reads: 's' },
  f: { type: 'function', reads: 'f' },
  '\\sigma': { type: 'positive', reads: 'sigma' },
};

/** A scope in which these formulas have been read before. */
function after(earlier: readonly string[], given: Givens = {}): Scope {
  const definitions: Definition[] = [];
  for (const tex of earlier) {
    const report = checkStatement(tex, { notation, givens: given, definitions }, oracle);
    expect(report.failures).toEqual([]);
    definitions.push(...report.definitions);
  }
  return { notation, givens: given, definitions };
}

interface Form {
  readonly what: string;
  readonly tex: string;
  readonly before?: readonly string[];
  readonly given?: Givens;
  /** Changes that leave it as true as it was, with the reason. */
  readonly spared?: (description: string) => boolean;
}

const gaussians = ['p := \\mathcal{N}(0, 1)', 'q := \\mathcal{N}(1, 4)'];
const pair: Givens = { P: ['0.5', '0.3', '0.2'], Q: ['0.1', '0.1', '0.8'] };

const forms: readonly Form[] = [
  {
    what: 'the outcome of the greatest mass',
    tex: '\\argmax_x P(x) = 3, \\argmin_x P(x) = 1',
    given: givens,
  },
  { what: 'a Wasserstein distance of another order', tex: '\\W{2}{P}{Q}^2 = 2.3', given: givens },
  {
    what: 'an order that is a symbol',
    tex: '\\W{1}{P}{Q} \\le \\W{1 + t}{P}{Q}',
    // The distance grows with its order, so that a greater one on the right changes nothing.
    spared: (description) => /^digit 1 changed to [26]$/.test(description),
  },
  {
    what: 'a Rényi divergence',
    tex: '\\Renyi{\\alpha}{P}{Q} = \\frac{1}{\\alpha - 1} \\log \\sum_{x : P(x) > 0} P(x)^\\alpha Q(x)^{1 - \\alpha} % where \\alpha \\ne 1',
  },
  { what: 'the Rényi divergence of order one', tex: '\\Renyi{1}{P}{Q} = \\KL{P}{Q}' },
  {
    what: 'the Hellinger distance',
    tex: '\\Hellinger{P}{Q}^2 = 1 - \\sum_x \\sqrt{P(x) Q(x)}',
  },
  {
    what: 'the chi-squared divergence',
    tex: '\\ChiSq{P}{Q} = \\sum_x \\frac{P(x)^2}{Q(x)} - 1 % for P, Q with full support',
  },
  { what: 'a bound between two of them', tex: '\\KL{P}{Q} \\le \\log(1 + \\ChiSq{P}{Q})' },
  {
    what: 'an integral over the line',
    tex: '\\int_{-\\infty}^{\\infty} p(x) \\log\\frac{p(x)}{q(x)} \\, \\d x = \\log 2 - \\tfrac14 \\approx 0.4431',
    before: gaussians,
  },
  { what: 'a density has mass one', tex: '\\int_{-\\infty}^\\infty q(x) \\d x = 1', before: gaussians },
  {
    what: 'an integral over a half-line',
    tex: '\\int_0^\\infty x \\, q(x) \\d x = \\frac{1}{2.5}',
    before: ['q := \\mathrm{Exp}(2.5)'],
  },
  { what: 'an integral over an interval', tex: '\\int_0^1 \\log x \\d x = -1' },
  {
    what: 'an integral over an interval that is short for where it lies',
    tex: '\\int_a^{a + u} \\frac{1}{s + t} \\, \\d s = \\log\\frac{a + u + t}{a + t}',
  },
  {
    what: 'a root of what rounding leaves just below zero',
    tex: '\\sqrt{a \\log a + t \\log t - (a + t) \\log\\tfrac{a + t}{2}} \\ge 0',
  },
  {
    what: 'a derivative',
    tex: '\\frac{\\d}{\\d t} (t \\log t - t) = \\log t',
  },
  {
    what: 'a partial derivative of a divergence',
    tex: '\\frac{\\partial}{\\partial \\lambda} \\KL{\\lambda P + (1 - \\lambda) R}{R} = \\sum_x (P(x) - R(x)) \\log\\frac{\\lambda P(x) + (1 - \\lambda) R(x)}{R(x)} % for P, R with full support',
  },
  {
    what: 'the least cost of a coupling',
    tex: '\\inf_{\\pi \\in \\Pi(P, Q)} \\sum_{x, y} \\pi(x, y) |x - y| = \\W{1}{P}{Q}',
  },
  {
    what: 'total variation is what no coupling can keep',
    tex: '\\inf_{\\pi \\in \\Pi(P, Q)} \\sum_x \\sum_{y : y \\ne x} \\pi(x, y) = \\TV{P}{Q}',
  },
  {
    what: 'the dual over functions with slopes of at most one',
    tex: '\\sup_{f \\in \\mathrm{Lip}_1} \\sum_x f(x) (P(x) - Q(x)) = \\W{1}{P}{Q}',
  },
  {
    what: 'a limit along a sequence',
    tex: '\\lim_{s \\to \\infty} (1 + t / s)^s = e^t % along s = 2^k\n % where t \\le 3',
  },
  {
    what: 'a limit at zero',
    tex: '\\lim_{s \\to 0} \\frac{\\log(1 + s t)}{s} = t % along s = 2^{-k}\n % where t \\le 3',
  },
  { what: 'a function of outcomes', tex: '\\E{x \\sim P}{f(x)} = \\sum_x P(x) f(x)' },
  {
    what: 'a function that the page gives',
    tex: '\\E{x \\sim P}{f(x)} = 0.2',
    given: { ...pair, f: ['1', '-1', '0'] },
  },
];

describe('what can be written beyond sums over outcomes, each with a true statement', () => {
  test.each(forms)('$what: $tex', ({ tex, before = [], given = {} }) => {
    const scope = after(before, given);
    const report = checkStatement(tex, scope, oracle);
    expect(report.failures.map(failureText)).toEqual([]);
    expect(report.kind).toBe('executed');
    expect(report.evidence.numerical).toBe(tex.includes('\\lim') ? true : undefined);
    expect(renderFormula(tex, { display: true })).toContain('<math');
  });
});

describe('any change of a digit, a sign, a relation or the order of arguments is noticed', () => {
  test.each(forms)('$what: $tex', ({ tex, before = [], given = {}, spared }) => {
    const scope = after(before, given);
    expect(unnoticed(tex, scope, { kinds: PLAIN, spared })).toEqual([]);
  });
});

test('what is missing or cannot be is told with what to write', () => {
  const told = (tex: string, before: readonly string[] = [], given: Givens = {}): string =>
    `\n${checkStatement(tex, after(before, given), oracle).failures.map(failureText).join('\n')}\n`;
  expect(told('\\lim_{s \\to \\infty} 1 / s = 0')).toMatchInlineSnapshot(`
    "
    a limit is followed along a sequence; name it in a comment: \`% along s = 2^k\`, or \`% along s = 2^{-k}\`
      \\lim_{s \\to \\infty} 1 / s = 0
      ^
    "
  `);
  expect(told('\\int t \\d t = 1')).toMatchInlineSnapshot(`
    "
    an integral without ends; write \\int_{-\\infty}^{\\infty} … \\d x
      \\int t \\d t = 1
      ^
    "
  `);
  expect(told('\\int_0^1 t = 1')).toMatchInlineSnapshot(`
    "
    an integral without its variable; write … \\d x at its end
      \\int_0^1 t = 1
      ^
    "
  `);
  expect(told('p := \\mathcal{N}(0)')).toMatchInlineSnapshot(`
    "
    \\mathcal{N} takes a mean and a variance; write \\mathcal{N}(…, …)
      p := \\mathcal{N}(0)
                    ^
    "
  `);
  expect(told('p = q', gaussians)).toMatchInlineSnapshot(`
    "
    a density beside =; write p(x)
      p = q
        ^
    "
  `);
  expect(told('\\inf_{\\pi \\in \\Pi(P, Q)} \\sum_{x, y} \\pi(x, y)^2 = 0')).toMatchInlineSnapshot(`
    "
    this must be linear in \\pi: a sum of its values, each times a number
      \\inf_{\\pi \\in \\Pi(P, Q)} \\sum_{x, y} \\pi(x, y)^2 = 0
                               ^
    "
  `);
  expect(told('\\inf_x P(x) = 0')).toMatchInlineSnapshot(`
    "
    the infimum is over couplings, \\inf_{\\pi \\in \\Pi(P, Q)} …, or over an interval, \\inf_{t > 0} …
      \\inf_x P(x) = 0
      ^
    "
  `);
  expect(told('\\sup_{g} \\sum_x g(x) P(x) = 0')).toMatchInlineSnapshot(`
    "
    the supremum is over functions with slopes of at most one, \\sup_{f \\in \\mathrm{Lip}_1} …, over potentials, \\sup_{\\varphi(x) + \\psi(y) \\le c(x, y)} …, or over an interval, \\sup_{t > 0} …
      \\sup_{g} \\sum_x g(x) P(x) = 0
      ^
    "
  `);
  expect(told('\\frac{\\d}{\\d P} \\H{P} = 0')).toMatchInlineSnapshot(`
    "
    a derivative is with respect to a number, which P is not
      \\frac{\\d}{\\d P} \\H{P} = 0
      ^
    "
  `);
  expect(told('\\frac{\\d}{\\d t} |t| = 1')).toMatchInlineSnapshot(`
    "
    this cannot be differentiated; write it out, or add \`% stated: reason\`
      \\frac{\\d}{\\d t} |t| = 1
                      ^
    "
  `);
  expect(told('\\W{0.5}{P}{Q} \\ge 0')).toMatchInlineSnapshot(`
    "
    \\W{0.5} is no distance; the order is at least 1
      \\W{0.5}{P}{Q} \\ge 0
      ^
    "
  `);
  expect(told('\\W{\\infty}{P}{Q} \\ge 0')).toMatchInlineSnapshot(`
    "
    \\W of infinite order is not executed; write the greatest distance that the plan joins
      \\W{\\infty}{P}{Q} \\ge 0
      ^
    "
  `);
  expect(told('\\argmax_x P(x) = 1', [], { P: ['0.5', '0.5'] })).toMatchInlineSnapshot(`
    "
    the left-hand side is undefined (the extremum is attained at 2 outcomes)
      \\argmax_x P(x) = 1
      ^
    "
  `);
  expect(told('\\Renyi{P}{Q} \\ge 0')).toMatchInlineSnapshot(`
    "
    \\Renyi takes 3 arguments, each in braces; write \\Renyi{\\alpha}{P}{Q}
      \\Renyi{P}{Q} \\ge 0
      ^
    "
  `);
});
