import { expect, test } from 'vitest';
import { scopeAfter, testForms, toldAbout } from './page-forms.ts';
import type { PageNotation } from './page-forms.ts';

const page: PageNotation = {
  c: { type: 'cost', reads: 'c' },
  d: { type: 'metric', reads: 'd' },
  f: { type: 'function', reads: 'f' },
  '\\pi': { type: 'coupling', of: ['P', 'Q'], reads: 'pi' },
};
const onLine: PageNotation = { ...page, s: { type: 'positions', reads: 's' } };

testForms('costs and metrics', page, [
  { what: 'a metric', tex: 'd(x, y) \\le d(x, z) + d(z, y)' },
  { what: 'no distance', tex: 'd(x, y) = 0 \\iff x = y' },
  {
    what: 'every coupling costs at least the least',
    tex: '\\inf_{\\gamma \\in \\Pi(P, Q)} \\sum_{x, y} \\gamma(x, y) c(x, y) \\le \\E{(x, y) \\sim \\pi}{c(x, y)}',
  },
  {
    what: 'the dual of transport',
    tex: '\\sup_{\\varphi(x) + \\psi(y) \\le c(x, y)} \\Bigl( \\sum_x \\varphi(x) P(x) + \\sum_y \\psi(y) Q(y) \\Bigr) = \\inf_{\\gamma \\in \\Pi(P, Q)} \\sum_{x, y} \\gamma(x, y) c(x, y)',
  },
  {
    what: 'the dual for a metric',
    tex: '\\sup_{f \\in \\mathrm{Lip}_1(d)} \\sum_x f(x) (P(x) - Q(x)) = \\inf_{\\gamma \\in \\Pi(P, Q)} \\sum_{x, y} \\gamma(x, y) d(x, y)',
  },
  {
    what: 'the same, with the bound written out',
    tex: '\\sup_{f(x) - f(y) \\le d(x, y)} \\Bigl( \\sum_x f(x) P(x) - \\sum_x f(x) Q(x) \\Bigr) = \\sup_{f \\in \\mathrm{Lip}_1(d)} \\sum_x f(x) (P(x) - Q(x))',
  },
  {
    what: 'a table of costs that is given',
    tex: '\\inf_{\\gamma \\in \\Pi(P, Q)} \\sum_{x, y} \\gamma(x, y) c(x, y) = 1.075',
    given: {
      P: ['0.5', '0.5'],
      Q: ['0.2', '0.8'],
      c: ['0', '4', '1', '-0.25'],
    },
  },
]);

testForms('positions', onLine, [
  {
    what: 'a Wasserstein distance on the line',
    tex: '\\inf_{\\gamma \\in \\Pi(P, Q)} \\sum_{x, y} \\gamma(x, y) |s(x) - s(y)| = \\W{1}{P}{Q}',
  },
  {
    what: 'of second order',
    tex: '\\W{2}{P}{Q}^2 = \\inf_{\\gamma \\in \\Pi(P, Q)} \\sum_{x, y} \\gamma(x, y) (s(x) - s(y))^2',
  },
  {
    what: 'the dual on the line',
    tex: '\\sup_{f \\in \\mathrm{Lip}_1} \\sum_x f(x) (P(x) - Q(x)) = \\W{1}{P}{Q}',
  },
  {
    what: 'means are no further than distributions',
    tex: '|\\E{x \\sim P}{s(x)} - \\E{x \\sim Q}{s(x)}| \\le \\W{1}{P}{Q}',
    // A distance of greater order is greater.
    spared: (description) => /^digit 1 changed to [26]/.test(description),
  },
  {
    what: 'positions that are given',
    tex: '\\W{1}{P}{Q} = 3.5, \\W{2}{P}{Q} = \\sqrt{24.5}',
    given: { P: ['0.5', '0.5'], Q: ['1', '0'], s: ['-3', '4'] },
  },
]);

const cornered = {
  P: ['0.5', '0.5', '0'],
  Q: ['0', '0', '1'],
  '\\xi': ['0', '3', '0'],
  '\\eta': ['0', '0', '4'],
} as const;

testForms('places in the plane', page, [
  {
    what: 'distances are measured by the coordinates that are given',
    tex: '\\W{1}{P}{Q} = \\frac{4 + 5}{2}, \\W{2}{P}{Q}^2 = \\frac{16 + 25}{2}',
    given: cornered,
  },
  {
    what: 'the energy distance',
    tex: '\\Energy{P}{Q}^2 = 4 + 5 - \\frac{3}{2}',
    given: cornered,
  },
  {
    what: 'the cheapest coupling in the plane',
    tex: '\\W{1}{P}{Q} = \\inf_{\\gamma \\in \\Pi(P, Q)} \\sum_{x, y} \\gamma(x, y) \\sqrt{(\\xi(x) - \\xi(y))^2 + (\\eta(x) - \\eta(y))^2}',
    given: { ...cornered, P: ['0.5', '0.2', '0.3'], Q: ['0.1', '0.3', '0.6'] },
  },
  {
    what: 'entropic transport to a point',
    tex: '\\EOT{2}{0.3}{P}{Q} = \\PlanCost{2}{0.3}{P}{Q} = 20.5',
    given: cornered,
  },
]);

test('what cannot be is told', () => {
  const told = (tex: string): string => toldAbout(tex, scopeAfter(page));
  expect(told('c_X(x) = 1')).toMatchInlineSnapshot(`
    "
    c takes 2 outcomes; write c(x, y)
      c_X(x) = 1
      ^
    "
  `);
  expect(told('P c = P')).toMatchInlineSnapshot(`
    "
    two pmfs cannot be multiplied; write P(x) Q(x), or P \\otimes Q for independent draws
      P c = P
        ^
    "
  `);
  expect(told('\\sup_{f \\in \\mathrm{Lip}_1(c)} \\sum_x f(x) P(x) = 1')).toMatchInlineSnapshot(`
    "
    write \\mathrm{Lip}_1(d), with a symbol of type metric
      \\sup_{f \\in \\mathrm{Lip}_1(c)} \\sum_x f(x) P(x) = 1
      ^
    "
  `);
  expect(told('\\sup_{f(x) - f(y) \\le c(x, y)} \\sum_x f(x) P(x) = 1')).toMatchInlineSnapshot(`
    "
    write \\sup_{\\varphi(x) + \\psi(y) \\le c(x, y)}, or \\sup_{f(x) - f(y) \\le d(x, y)} with a symbol of type metric
      \\sup_{f(x) - f(y) \\le c(x, y)} \\sum_x f(x) P(x) = 1
      ^
    "
  `);
  expect(told('\\sup_{\\varphi(x) + \\psi(y) \\le c(x, y)} \\sum_x \\varphi(x)^2 = 1'))
    .toMatchInlineSnapshot(`
    "
    this must be linear in \\varphi and \\psi: a sum of its values, each times a number
      \\sup_{\\varphi(x) + \\psi(y) \\le c(x, y)} \\sum_x \\varphi(x)^2 = 1
                                              ^
    "
  `);
});
