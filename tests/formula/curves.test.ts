import { expect, test } from 'vitest';
import { scopeAfter, testForms, toldAbout } from './page-forms.ts';
import type { Form, PageNotation } from './page-forms.ts';

const page: PageNotation = {
  f: { type: 'generator', reads: 'f' },
  g: { type: 'convex', reads: 'g' },
  h: { type: 'curve', reads: 'h' },
  S: { type: 'pmf', reads: 'S' },
  T: { type: 'function', reads: 'T' },
  s: { type: 'real', reads: 's' },
  v: { type: 'real', reads: 'v' },
  '\\alpha': { type: 'probability', reads: 'alpha' },
};

const forms: readonly Form[] = [
  {
    what: 'an f-divergence of any generator',
    tex: '\\FDiv{f}{P}{Q} = \\sum_x Q(x) f\\Bigl(\\frac{P(x)}{Q(x)}\\Bigr) % for Q with full support',
  },
  { what: 'a generator vanishes at one', tex: 'f(1) = 0' },
  { what: 'Jensen’s inequality makes it positive', tex: '\\FDiv{f}{P}{Q} \\ge 0' },
  {
    what: 'and zero for equal pmfs only',
    tex: '\\FDiv{f}{P}{Q} = 0 \\iff P = Q % for f strictly convex',
  },
  { what: 'its greatest value', tex: "\\FDiv{f}{P}{Q} \\le f(0) + f'(\\infty)" },
  {
    what: 'joint convexity',
    // Where R = S the last term is 0 and the one before it can be tight alone, whatever the factor.
    spared: (description) => /^(?:digit 1 changed to [26]|- changed to \+)$/.test(description),
    tex: '\\FDiv{f}{\\lambda P + (1 - \\lambda) R}{\\lambda Q + (1 - \\lambda) S} \\le \\lambda \\FDiv{f}{P}{Q} + (1 - \\lambda) \\FDiv{f}{R}{S}',
  },
  { what: 'a tangent', tex: "f(u) \\ge f(t) + f'(t) (u - t)" },
  {
    what: 'a convex function bends upward',
    tex: "f''(t) > 0 % for f strictly convex\n % strict",
  },
  {
    what: 'the derivative of a function that is not known',
    tex: "\\frac{\\d}{\\d t} f(t)^2 = 2 f(t) f'(t) % for f twice differentiable",
  },
  {
    what: 'the variational bound',
    tex: '\\E{x \\sim P}{T(x)} - \\E{x \\sim Q}{f^*(T(x))} \\le \\FDiv{f}{P}{Q} % where \\max_x f^*(T(x)) < \\infty',
  },
  { what: 'the inequality of Fenchel and Young', tex: 's t \\le f(t) + f^*(s)' },
  { what: 'the conjugate at a slope', tex: "f^*(f'(t)) = t f'(t) - f(t) % for f twice differentiable" },
  {
    what: 'Jensen’s inequality for any convex function',
    tex: 'g(\\E{x \\sim P}{T(x)}) \\le \\E{x \\sim P}{g(T(x))}',
  },
  {
    what: 'the definition of convexity',
    tex: 'g(\\lambda s + (1 - \\lambda) v) \\le \\lambda g(s) + (1 - \\lambda) g(v)',
  },
  {
    what: 'a generator that the page defines',
    before: ['f(t) := t \\log t'],
    tex: '\\FDiv{f}{P}{Q} = \\KL{P}{Q}',
  },
  {
    what: 'another one',
    before: ['f(t) := \\tfrac12 (\\sqrt{t} - 1)^2'],
    tex: '\\FDiv{f}{P}{Q} = \\HellingerSq{P}{Q}',
  },
  {
    what: 'the derivatives of a function that the page defines',
    before: ['f(t) := t \\log t'],
    tex: "f'(t) = \\log t + 1, \\quad f''(t) = \\frac{1}{t}",
  },
  {
    what: 'the conjugate of a function that the page defines',
    before: ['f(t) := t \\log t'],
    tex: 'f^*(s) = e^{s - 1}',
  },
  {
    what: 'a function of a real number that the page defines',
    before: ['\\sigma(s) := \\frac{1}{1 + e^{-s}}'],
    tex: "\\sigma'(s) = \\sigma(s) (1 - \\sigma(s))",
  },
  {
    what: 'the greatest of a concave function',
    // It is not greater outside of [0, 1], where it is negative.
    spared: (description) => /^digit 1 changed to [26]$/.test(description),
    tex: '\\ChernoffInfo{P}{Q} = \\max_{\\alpha \\in [0, 1]} \\Bigl(-\\log \\sum_x P(x)^\\alpha Q(x)^{1 - \\alpha}\\Bigr) % for P, Q with full support',
  },
  {
    what: 'a supremum over the positive numbers',
    tex: '\\sup_{u > 0} (s u - u \\log u) = e^{s - 1} % where |s| < 20',
  },
  { what: 'a supremum over the line', tex: '\\sup_{s \\in \\R} (s t - e^s) = t \\log t - t' },
  { what: 'an infimum of a letter of known type', tex: '\\inf_t \\{ t - \\log t \\} = 1' },
  {
    what: 'where it is attained',
    tex: '\\argmin_{0 < u < 10} (u - 2 \\log u) = 2',
    // Ends further away change nothing.
    spared: (description) => /^digit [01] changed/.test(description),
  },
  {
    what: 'a function is the conjugate of its conjugate',
    tex: '\\sup_{s \\in \\R} (s t - f^*(s)) = f(t) % for f strictly convex',
  },
];

testForms('functions of a real number', page, forms);

test('what is missing or cannot be is told with what to write', () => {
  const told = (tex: string, before: readonly string[] = []): string =>
    toldAbout(tex, scopeAfter(page, before));
  expect(told('f(t, u) = 0')).toMatchInlineSnapshot(`
    "
    f is a function of one number: f(t)
      f(t, u) = 0
      ^
    "
  `);
  expect(told('f + 1 = 0')).toMatchInlineSnapshot(`
    "
    f is a function; write f(t)
      f + 1 = 0
      ^
    "
  `);
  expect(told('f^2(t) = 0')).toMatchInlineSnapshot(`
    "
    after f, write f', f'' or f^* and its argument; a power stands after that: f(t)^2
      f^2(t) = 0
      ^
    "
  `);
  expect(told("f' = 0")).toMatchInlineSnapshot(`
    "
    write f'(…)
      f' = 0
      ^
    "
  `);
  expect(told('h^*(s) = 0')).toMatchInlineSnapshot(`
    "
    the conjugate h^* is that of a convex function, which h is not known to be; declare its type in the front matter: generator or convex
      h^*(s) = 0
      ^
    "
  `);
  expect(told('\\FDiv{g}{P}{Q} \\ge 0')).toMatchInlineSnapshot(`
    "
    what comes first in \\FDiv is a generator: a letter with \`type: generator\` in the front matter, which the page may define
      \\FDiv{g}{P}{Q} \\ge 0
            ^
    "
  `);
  expect(told('\\FDiv{P}{Q} \\ge 0')).toMatchInlineSnapshot(`
    "
    \\FDiv takes 3 arguments, each in braces; write \\FDiv{f}{P}{Q}
      \\FDiv{P}{Q} \\ge 0
      ^
    "
  `);
  expect(told('\\FDiv{P}{P}{Q} \\ge 0')).toMatchInlineSnapshot(`
    "
    what comes first in \\FDiv is a generator: a letter with \`type: generator\` in the front matter, which the page may define
      \\FDiv{P}{P}{Q} \\ge 0
            ^
    "
  `);
  expect(told('\\sup_{s \\in \\R} \\{ s^2 \\} = 0')).toMatchInlineSnapshot(`
    "
    the left-hand side is undefined (a function with more than one peak: only concave ones can be searched)
      \\sup_{s \\in \\R} \\{ s^2 \\} = 0
      ^
    "
  `);
  expect(told('\\sup_{s \\in \\R} (s^3 - s) = 0')).toMatchInlineSnapshot(`
    "
    \\sup_{s \\in \\R} (s^3 - s) = 0: ∞ ≠ 0
      \\sup_{s \\in \\R} (s^3 - s) = 0
      ^
    "
  `);
  expect(told('\\sup_{s \\in \\X} s = 0')).toMatchInlineSnapshot(`
    "
    the supremum is over functions with slopes of at most one, \\sup_{f \\in \\mathrm{Lip}_1} …, over potentials, \\sup_{\\varphi(x) + \\psi(y) \\le c(x, y)} …, or over an interval, \\sup_{t > 0} …
      \\sup_{s \\in \\X} s = 0
      ^
    "
  `);
  expect(told('\\max_{\\alpha \\in [1, 0]} \\alpha = 0')).toMatchInlineSnapshot(`
    "
    the left-hand side is undefined (the ends of the search are not in order)
      \\max_{\\alpha \\in [1, 0]} \\alpha = 0
      ^
    "
  `);
  expect(told("f''(t) \\ge 0 % for P strictly convex")).toMatchInlineSnapshot(`
    "
    the comment speaks of P, which the formula does not use
      f''(t) \\ge 0 % for P strictly convex
                   ^
    "
  `);
  expect(told('\\frac{\\d}{\\d t} f^*(t) = 0')).toMatchInlineSnapshot(`
    "
    this cannot be differentiated; write it out, or add \`% stated: reason\`
      \\frac{\\d}{\\d t} f^*(t) = 0
                      ^
    "
  `);
  expect(told('f(t) := t^2')).toMatchInlineSnapshot(`
    "
    f is a generator in the notation, and a generator is 0 at 1, where this is 1
      f(t) := t^2
              ^
    "
  `);
  expect(told('f(t) := -t \\log t')).toMatchInlineSnapshot(`
    "
    f is a generator in the notation, but this is not convex: halfway between 0.001 and 0.2 it is 0.23090855392404216, and the mean of its values there is 0.1643976688829011
      f(t) := -t \\log t
              ^
    "
  `);
});
