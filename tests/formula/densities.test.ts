import { expect, test } from 'vitest';
import { scopeAfter, testForms, toldAbout } from './page-forms.ts';
import type { Form, PageNotation } from './page-forms.ts';

const page: PageNotation = {
  '\\mu': { type: 'real', reads: 'mu' },
  '\\mu_1': { type: 'real', reads: 'mu one' },
  '\\mu_2': { type: 'real', reads: 'mu two' },
  '\\sigma': { type: 'positive', reads: 'sigma' },
  '\\sigma_1': { type: 'positive', reads: 'sigma one' },
  '\\sigma_2': { type: 'positive', reads: 'sigma two' },
  '\\alpha': { type: 'probability', reads: 'alpha' },
  N: { type: 'integer', reads: 'N' },
  s: { type: 'real', reads: 's' },
  f: { type: 'generator', reads: 'f' },
  h: { type: 'curve', reads: 'h' },
  '\\nu': { type: 'function', reads: 'nu' },
  '\\tau': { type: 'positive function', reads: 'tau' },
};
const normals = ['p := \\mathcal{N}(\\mu_1, \\sigma_1^2)', 'q := \\mathcal{N}(\\mu_2, \\sigma_2^2)'];
const any = '\n% for p, q densities';

const forms: readonly Form[] = [
  {
    what: 'the divergence of two normal densities',
    before: normals,
    tex: '\\KL{p}{q} = \\log\\frac{\\sigma_2}{\\sigma_1} + \\frac{\\sigma_1^2 + (\\mu_1 - \\mu_2)^2}{2 \\sigma_2^2} - \\frac12',
  },
  {
    what: 'its definition, for any densities',
    tex: `\\KL{p}{q} := \\int p(x) \\log\\frac{p(x)}{q(x)} \\, \\d x${any}`,
  },
  { what: 'Gibbs’ inequality for densities', tex: `\\KL{p}{q} \\ge 0${any}` },
  { what: 'the decomposition of the cross-entropy', tex: `\\CE{p}{q} = \\H{p} + \\KL{p}{q}${any}` },
  {
    what: 'differential entropy',
    before: normals,
    tex: '\\H{p} = \\tfrac12 \\log(2 e \\sigma_1^2) + \\tfrac12 \\log \\Gamma(0.5)^2',
  },
  {
    what: 'a mixture of two densities',
    tex: `\\JSD{p}{q} = \\tfrac12 \\KL{p}{\\tfrac12 (p + q)} + \\tfrac12 \\KL{q}{\\tfrac12 (p + q)}${any}`,
  },
  {
    what: 'total variation as an integral',
    tex: `\\TV{p}{q} = \\tfrac12 \\int \\lvert p(x) - q(x) \\rvert \\, \\d x${any}`,
  },
  {
    what: 'a mean distance',
    before: ['p := \\mathrm{Laplace}(\\mu, \\sigma)'],
    tex: '\\E{x \\sim p}{\\lvert x - \\mu \\rvert} = \\sigma',
  },
  {
    what: 'a probability',
    before: ['p := \\mathcal{N}(\\mu, \\sigma^2)'],
    tex: '\\E{x \\sim p}{\\1{x \\le s}} = \\Phi\\Bigl(\\frac{s - \\mu}{\\sigma}\\Bigr)',
  },
  {
    what: 'the Hellinger affinity',
    tex: `\\HellingerSq{p}{q} = 1 - \\int \\sqrt{p(x) q(x)} \\, \\d x${any}`,
  },
  {
    what: 'total variation of two normal densities',
    before: ['p := \\mathcal{N}(\\mu_1, \\sigma^2)', 'q := \\mathcal{N}(\\mu_2, \\sigma^2)'],
    tex: '\\TV{p}{q} = 2 \\, \\Phi\\Bigl(\\frac{\\lvert \\mu_1 - \\mu_2 \\rvert}{2 \\sigma}\\Bigr) - 1',
  },
  {
    what: 'the second Wasserstein distance of two normal densities',
    before: normals,
    tex: '\\W{2}{p}{q}^2 = (\\mu_1 - \\mu_2)^2 + (\\sigma_1 - \\sigma_2)^2',
  },
  {
    what: 'the first Wasserstein distance of two exponential densities',
    tex: '\\W{1}{\\mathrm{Exp}(t)}{\\mathrm{Exp}(u)} = \\Bigl\\lvert \\frac1t - \\frac1u \\Bigr\\rvert',
  },
  {
    what: 'a Rényi divergence of two normal densities',
    before: ['p := \\mathcal{N}(\\mu_1, \\sigma^2)', 'q := \\mathcal{N}(\\mu_2, \\sigma^2)'],
    tex: '\\Renyi{\\alpha}{p}{q} = \\frac{\\alpha (\\mu_1 - \\mu_2)^2}{2 \\sigma^2}',
  },
  { what: 'an f-divergence of densities', tex: `\\FDiv{f}{p}{q} \\ge 0${any}\n% for f twice differentiable` },
  {
    what: 'the χ² of two normal densities',
    before: ['p := \\mathcal{N}(\\mu_1, \\sigma^2)', 'q := \\mathcal{N}(\\mu_2, \\sigma^2)'],
    tex: '\\ChiSq{p}{q} = e^{(\\mu_1 - \\mu_2)^2 / \\sigma^2} - 1 % where |\\mu_1 - \\mu_2| \\le 2 \\sigma',
  },
  {
    what: 'exponential densities',
    tex: '\\KL{\\mathrm{Exp}(t)}{\\mathrm{Exp}(u)} = \\log\\frac{t}{u} + \\frac{u}{t} - 1',
  },
  {
    what: 'Laplace densities',
    tex: '\\KL{\\mathrm{Laplace}(\\mu_1, t)}{\\mathrm{Laplace}(\\mu_2, u)} = \\log\\frac{u}{t} - 1 + \\frac{\\lvert \\mu_1 - \\mu_2 \\rvert}{u} + \\frac{t}{u} e^{-\\lvert \\mu_1 - \\mu_2 \\rvert / t}',
  },
  {
    what: 'gamma densities',
    tex: '\\KL{\\mathrm{Gamma}(a, t)}{\\mathrm{Gamma}(b, u)} = (a - b) \\psi(a) - \\log \\Gamma(a) + \\log \\Gamma(b) + b \\log\\frac{u}{t} + a \\frac{t - u}{u}',
  },
  {
    what: 'beta densities',
    tex: '\\begin{aligned} \\KL{\\mathrm{Beta}(a, b)}{\\mathrm{Beta}(t, u)} &= \\log\\frac{\\Gamma(t) \\Gamma(u)}{\\Gamma(t + u)} - \\log\\frac{\\Gamma(a) \\Gamma(b)}{\\Gamma(a + b)} \\\\ &\\quad + (a - t) \\psi(a) + (b - u) \\psi(b) + (t + u - a - b) \\psi(a + b) \\end{aligned} % where a \\ge 0.75, b \\ge 0.75',
  },
  {
    what: 'uniform densities',
    tex: '\\KL{\\mathcal{U}(0, t)}{\\mathcal{U}(0, t + u)} = \\log\\frac{t + u}{t}',
  },
  {
    what: 'Poisson distributions',
    tex: '\\KL{\\mathrm{Poisson}(t)}{\\mathrm{Poisson}(u)} = t \\log\\frac{t}{u} - t + u',
  },
  {
    what: 'binomial distributions',
    tex: '\\KL{\\mathrm{Bin}(N, \\lambda)}{\\mathrm{Bin}(N, \\alpha)} = N \\lambda \\log\\frac{\\lambda}{\\alpha} + N (1 - \\lambda) \\log\\frac{1 - \\lambda}{1 - \\alpha} % where N \\le 20',
  },
  {
    what: 'geometric distributions',
    tex: '\\KL{\\mathrm{Geom}(\\lambda)}{\\mathrm{Geom}(\\alpha)} = \\log\\frac{\\lambda}{\\alpha} + \\frac{1 - \\lambda}{\\lambda} \\log\\frac{1 - \\lambda}{1 - \\alpha}',
  },
  {
    what: 'Bernoulli distributions',
    tex: '\\H{\\mathrm{Bernoulli}(\\lambda)} = -\\lambda \\log \\lambda - (1 - \\lambda) \\log(1 - \\lambda)',
  },
  {
    what: 'an expectation under a density',
    before: normals,
    tex: '\\E{x \\sim p}{(x - \\mu_2)^2} = (\\mu_1 - \\mu_2)^2 + \\sigma_1^2',
  },
  {
    what: 'a divergence as an expectation',
    tex: `\\KL{p}{q} = \\E{x \\sim p}{\\log\\frac{p(x)}{q(x)}}${any}`,
  },
  { what: 'a variance', before: normals, tex: '\\Var{x \\sim p}{x} = \\sigma_1^2' },
  { what: 'a variance under a pmf', tex: '\\Var{x \\sim P}{x} = \\tfrac12 \\sum_{x, y} P(x) P(y) (x - y)^2' },
  {
    what: 'a covariance',
    before: normals,
    tex: '\\Cov{x \\sim p}{x}{x^2} = 2 \\mu_1 \\sigma_1^2',
  },
  {
    what: 'the mean and variance of counts',
    tex: '\\E{k \\sim \\mathrm{Poisson}(t)}{k} = \\Var{k \\sim \\mathrm{Poisson}(t)}{k} = t',
  },
  {
    what: 'the identity of Stein',
    before: ['p := \\mathcal{N}(\\mu, \\sigma^2)'],
    tex: "\\E{x \\sim p}{(x - \\mu) h(x)} = \\sigma^2 \\E{x \\sim p}{h'(x)} % where \\sigma \\le 1.5",
  },
  {
    what: 'a divergence of normal vectors, coordinate by coordinate',
    tex: '\\sum_i \\KL{\\mathcal{N}(\\nu_i, \\tau_i^2)}{\\mathcal{N}(0, 1)} = \\tfrac12 \\sum_i \\Bigl(\\nu_i^2 + \\tau_i^2 - 1 - \\log \\tau_i^2\\Bigr) % where \\max_i \\tau_i \\le 5, \\min_i \\tau_i \\ge 0.2',
  },
  {
    what: 'a double integral',
    tex: '\\tfrac12 \\int_t^u \\int_t^u \\frac{\\d a \\, \\d b}{a + b} = t \\log t + u \\log u - (t + u) \\log\\frac{t + u}{2}',
  },
  {
    what: 'a divergence of densities by a generator that the page defines',
    before: ['f(t) := t \\log t'],
    tex: '\\FDiv{f}{\\mathrm{Exp}(t)}{\\mathrm{Exp}(u)} = \\log\\frac{t}{u} + \\frac{u}{t} - 1',
  },
  {
    what: 'normal densities that become narrow',
    tex: '\\lim_{s \\to 0} \\W{1}{\\mathcal{N}(0, s^2)}{\\mathcal{N}(1, 4 s^2)} = 1 % along s = \\frac{1}{k}',
    // Any sequence of widths that shrinks has the same limit.
    spared: (description) => /^digit [124] changed/.test(description),
  },
  {
    what: 'the derivative of an integral whose end moves',
    tex: '\\frac{\\d}{\\d t} \\int_0^{t^2} e^{-t x} \\d x = 2 t e^{-t^3} - \\int_0^{t^2} x e^{-t x} \\d x',
  },
  {
    what: 'the derivative of a mean',
    before: ['p := \\mathrm{Poisson}(t)'],
    tex: '\\frac{\\d}{\\d t} \\E{k \\sim p}{k^2} = 2 t + 1',
  },
  {
    what: 'the derivative of a divergence by a parameter',
    before: ['p := \\mathcal{N}(\\mu, \\sigma^2)', 'q := \\mathcal{N}(s, 1)'],
    tex: '\\frac{\\partial}{\\partial \\mu} \\KL{p}{q} = \\mu - s',
  },
  {
    what: 'the mean of a score',
    before: ['p := \\mathcal{N}(\\mu, \\sigma^2)'],
    tex: '\\E{x \\sim p}{\\frac{\\partial}{\\partial \\mu} \\log p(x)} = 0',
  },
  {
    what: 'the behaviour of a divergence near zero',
    tex: '\\lim_{s \\to 0} \\frac{\\KL{P}{(1 - s) P + s Q}}{s^2} = \\tfrac12 \\ChiSq{Q}{P} % along s = 2^{-2 k}\n% for P, Q with full support',
    // Another sequence that shrinks to zero has the same limit.
    spared: (description) => /^digit 2 changed/.test(description),
  },
];

testForms('densities', page, forms);

test('what is missing or cannot be is told with what to write', () => {
  const told = (tex: string, before: readonly string[] = normals): string =>
    toldAbout(tex, scopeAfter(page, before));
  expect(told('\\KL{p}{P} \\ge 0')).toMatchInlineSnapshot(`
    "
    \\KL of a density and a pmf
      \\KL{p}{P} \\ge 0
             ^
    "
  `);
  expect(told('\\GJS{\\lambda}{p}{q} \\ge 0')).toMatchInlineSnapshot(`
    "
    \\GJS is of pmfs, not of densities
      \\GJS{\\lambda}{p}{q} \\ge 0
      ^
    "
  `);
  expect(told('p + 1 = q')).toMatchInlineSnapshot(`
    "
    densities are only mixed, as in \\lambda p + (1 - \\lambda) q; elsewhere write p(x)
      p + 1 = q
        ^
    "
  `);
  expect(told('\\H{p q} = 0')).toMatchInlineSnapshot(`
    "
    densities are only mixed, as in \\lambda p + (1 - \\lambda) q; elsewhere write p(x)
      \\H{p q} = 0
           ^
    "
  `);
  expect(told('\\H{p + q} = 0')).toMatchInlineSnapshot(`
    "
    the left-hand side is undefined (a mixture whose weights do not sum to 1) at \\mu_1 = 0, \\mu_2 = 0, \\sigma_1 = 1, \\sigma_2 = 1; narrow the symbols with \`% for P, Q with full support\` or \`% where …\`
      \\H{p + q} = 0
      ^
    "
  `);
  expect(told('\\E{(x, y) \\sim p}{x} = 0')).toMatchInlineSnapshot(`
    "
    one letter for a density; write \\E{x \\sim p}{…}
      \\E{(x, y) \\sim p}{x} = 0
                     ^
    "
  `);
  expect(told('\\W{1}{p}{\\mathrm{Exp}(1)} = 0')).toMatchInlineSnapshot(`
    "
    the left-hand side is undefined (\\W of densities that are not of one family of location and scale) at \\mu_1 = 0, \\sigma_1 = 1; narrow the symbols with \`% for P, Q with full support\` or \`% where …\`
      \\W{1}{p}{\\mathrm{Exp}(1)} = 0
      ^
    "
  `);
  expect(told('\\KL{\\mathcal{N}(0, -1)}{q} = 0')).toMatchInlineSnapshot(`
    "
    the left-hand side is undefined (a variance that is not positive) at \\mu_2 = 0, \\sigma_2 = 1; narrow the symbols with \`% for P, Q with full support\` or \`% where …\`
      \\KL{\\mathcal{N}(0, -1)}{q} = 0
      ^
    "
  `);
  expect(told('\\KL{\\mathrm{Poisson}(1)}{q} = 0')).toMatchInlineSnapshot(`
    "
    the left-hand side is undefined (a density beside a pmf on the integers) at \\mu_2 = 0, \\sigma_2 = 1; narrow the symbols with \`% for P, Q with full support\` or \`% where …\`
      \\KL{\\mathrm{Poisson}(1)}{q} = 0
      ^
    "
  `);
  expect(told('\\Gamma(1, 2) = 0')).toMatchInlineSnapshot(`
    "
    \\Gamma is of one number: \\Gamma(a)
      \\Gamma(1, 2) = 0
      ^
    "
  `);
  expect(told('\\mathrm{Gamma}(1) = 0')).toMatchInlineSnapshot(`
    "
    \\mathrm{Gamma} takes a shape and a scale; write \\mathrm{Gamma}(…, …)
      \\mathrm{Gamma}(1) = 0
              ^
    "
  `);
});
