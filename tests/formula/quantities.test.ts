import { expect, test } from 'vitest';
import { QUANTITY_TABLE } from '../../src/formula/quantity-table.ts';
import { scopeAfter, testForms, toldAbout } from './page-forms.ts';
import type { Form, PageNotation } from './page-forms.ts';

const page: PageNotation = {
  '\\alpha': { type: 'positive', reads: 'alpha' },
  s: { type: 'real', reads: 's' },
  '\\sigma': { type: 'positive', reads: 'sigma' },
};

const forms: readonly Form[] = [
  {
    what: 'a weighted Jensen–Shannon divergence',
    tex: '\\JSDw{\\lambda}{P}{Q} = \\H{\\lambda P + (1 - \\lambda) Q} - \\lambda \\H{P} - (1 - \\lambda) \\H{Q}',
  },
  {
    what: 'the Jensen–Shannon divergence of three',
    tex: '\\JSDn{(0.5, 0.3, 0.2)}{P, Q, R} = \\H{0.5 P + 0.3 Q + 0.2 R} - 0.5 \\H{P} - 0.3 \\H{Q} - 0.2 \\H{R}',
  },
  {
    what: 'its bound, the entropy of the weights',
    tex: '\\JSDn{(0.5, 0.25, 0.25)}{P, Q, R} \\le \\H{(0.5, 0.25, 0.25)}',
  },
  { what: 'a skew divergence', tex: '\\Skew{\\lambda}{P}{Q} = \\KL{P}{(1 - \\lambda) P + \\lambda Q}' },
  {
    what: 'the resistor average',
    tex: '\\frac{1}{\\Resistor{P}{Q}} = \\frac{1}{\\KL{P}{Q}} + \\frac{1}{\\KL{Q}{P}} % where P \\ne Q',
  },
  {
    what: 'a geometric Jensen–Shannon divergence',
    tex: '\\GJS{\\lambda}{P}{Q} = \\lambda (1 - \\lambda) \\Jeffreys{P}{Q} - \\Chernoff{\\lambda}{P}{Q} % for P, Q with full support',
  },
  { what: 'the perplexity', tex: '\\Perplexity{P} = e^{\\H{P}}' },
  { what: 'the squared Hellinger distance', tex: '\\HellingerSq{P}{Q} = 1 - \\BC{P}{Q}' },
  { what: 'the Bhattacharyya coefficient', tex: '\\BC{P}{Q} = \\sum_x \\sqrt{P(x) Q(x)}' },
  { what: 'the Bhattacharyya divergence', tex: '\\Bhattacharyya{P}{Q} = \\tfrac12 \\Renyi{0.5}{P}{Q}' },
  {
    what: 'a Chernoff divergence',
    tex: '\\Chernoff{\\lambda}{P}{Q} = (1 - \\lambda) \\Renyi{\\lambda}{P}{Q}',
  },
  {
    what: 'the Chernoff information',
    tex: '\\ChernoffInfo{P}{Q} \\ge \\Chernoff{\\lambda}{P}{Q}',
  },
  { what: 'the Rényi divergence of order 0', tex: '\\Renyi{0}{P}{Q} = -\\log \\sum_{x : P(x) > 0} Q(x)' },
  {
    what: 'the Rényi divergence of order ∞',
    tex: '\\Renyi{\\infty}{P}{Q} = \\log \\max_x \\frac{P(x)}{Q(x)} % for Q with full support',
  },
  {
    what: 'a Rényi entropy',
    tex: '\\RenyiH{\\alpha}{P} = \\frac{1}{1 - \\alpha} \\log \\sum_x P(x)^\\alpha % where \\alpha \\ne 1',
  },
  { what: 'the Rényi entropy of order ∞', tex: '\\RenyiH{\\infty}{P} = -\\log \\max_x P(x)' },
  {
    what: 'an α-divergence',
    tex: '1 + s (s - 1) \\AlphaDiv{s}{P}{Q} = \\sum_x P(x)^s Q(x)^{1 - s} % for P, Q with full support\n % where |s| \\le 3',
  },
  { what: 'an α-divergence of a known order', tex: '\\AlphaDiv{2}{P}{Q} = \\tfrac12 \\ChiSq{P}{Q}' },
  { what: 'the χ² of Neyman', tex: '\\Neyman{P}{Q} = \\ChiSq{Q}{P}' },
  {
    what: 'the triangular discrimination',
    tex: '\\Triangular{P}{Q} = 2 - 4 \\sum_{x : P(x) + Q(x) > 0} \\frac{P(x) Q(x)}{P(x) + Q(x)}',
  },
  {
    what: 'the energy distance',
    tex: '\\Energy{P}{Q}^2 = 2 \\sum_{x, y} P(x) Q(y) |x - y| - \\sum_{x, y} (P(x) P(y) + Q(x) Q(y)) |x - y|',
  },
  {
    what: 'the maximum mean discrepancy',
    tex: '\\MMD{\\sigma}{P}{Q}^2 = \\sum_{x, y} (P(x) - Q(x)) (P(y) - Q(y)) e^{-(x - y)^2 / (2 \\sigma^2)}',
  },
  {
    what: 'entropic transport',
    // The first Wasserstein distance is no greater than the second, and as great where a mass is certain.
    spared: (description) => description === 'digit 2 changed to 1',
    tex: '\\EOT{2}{\\sigma}{P}{Q} = \\EOT{2}{\\sigma}{Q}{P} \\ge \\W{2}{P}{Q}^2',
  },
  {
    what: 'its value where one mass is certain',
    tex: '\\EOT{2}{\\sigma}{(1, 0, 0)}{(0.2, 0.3, 0.5)} = 2.3',
  },
  {
    what: 'what its plan moves for',
    // A first order is no greater, and with distances that are integers a greater order costs more.
    spared: (description) => /^digit 2 changed to [137]$/.test(description),
    tex: '\\W{2}{P}{Q}^2 \\le \\PlanCost{2}{\\sigma}{P}{Q} \\le \\EOT{2}{\\sigma}{P}{Q}',
  },
  {
    what: 'the Sinkhorn divergence',
    tex: '\\Sinkhorn{1}{\\sigma}{P}{Q} = \\EOT{1}{\\sigma}{P}{Q} - \\tfrac12 \\EOT{1}{\\sigma}{P}{P} - \\tfrac12 \\EOT{1}{\\sigma}{Q}{Q}',
  },
  {
    what: 'and it is not negative',
    // Nor is it with any other order from 0 to 2.
    spared: (description) => /^digit 1 changed to [02]$/.test(description),
    tex: '\\Sinkhorn{1}{\\sigma}{P}{Q} \\ge 0',
  },
];

testForms('quantities', page, forms);

test('every quantity of the table stands in a statement here or elsewhere', () => {
  const elsewhere = [
    'KL',
    'JSD',
    'JSDist',
    'Jeffreys',
    'H',
    'CE',
    'MI',
    'TV',
    'W',
    'Hellinger',
    'ChiSq',
    'FDiv',
  ];
  const missing = Object.keys(QUANTITY_TABLE).filter(
    (name) => !elsewhere.includes(name) && !forms.some(({ tex }) => tex.includes(`\\${name}{`)),
  );
  expect(missing).toEqual([]);
});

test('what stands in the wrong braces is told', () => {
  const told = (tex: string): string => toldAbout(tex, scopeAfter(page));
  expect(told('\\JSDw{P}{Q} \\ge 0')).toMatchInlineSnapshot(`
    "
    \\JSDw takes 3 arguments, each in braces; write \\JSDw{\\lambda}{P}{Q}
      \\JSDw{P}{Q} \\ge 0
      ^
    "
  `);
  expect(told('\\JSDw{P}{P}{Q} \\ge 0')).toMatchInlineSnapshot(`
    "
    what comes first in \\JSDw is a number
      \\JSDw{P}{P}{Q} \\ge 0
            ^
    "
  `);
  expect(told('\\JSDn{(0.5, 0.5)}{P, Q, R} \\ge 0')).toMatchInlineSnapshot(`
    "
    2 weights for 3 pmfs
      \\JSDn{(0.5, 0.5)}{P, Q, R} \\ge 0
            ^
    "
  `);
  expect(told('\\JSDn{(0.5, 0.5)}{P} \\ge 0')).toMatchInlineSnapshot(`
    "
    \\JSDn is of two or more pmfs, with commas between them; write \\JSDn{(0.5, 0.3, 0.2)}{P, Q, R}
      \\JSDn{(0.5, 0.5)}{P} \\ge 0
      ^
    "
  `);
  expect(told('\\JSDn{(0.5, 0.6)}{P, Q} \\ge 0')).toMatchInlineSnapshot(`
    "
    the left-hand side is undefined (an argument of \\JSDn is not a pmf: the masses sum to 1.1) at P = (0.474171, 0.525829), Q = (0.356265, 0.643735)
      \\JSDn{(0.5, 0.6)}{P, Q} \\ge 0
      ^
    "
  `);
  expect(told('\\Skew{2}{P}{Q} \\ge 0')).toMatchInlineSnapshot(`
    "
    the left-hand side is undefined (the share in \\Skew is not between 0 and 1) at P = (0.474171, 0.525829), Q = (0.356265, 0.643735); narrow the symbols with \`% for P, Q with full support\` or \`% where …\`
      \\Skew{2}{P}{Q} \\ge 0
      ^
    "
  `);
  expect(told('\\HellingerSq{P} \\ge 0')).toMatchInlineSnapshot(`
    "
    \\HellingerSq takes 2 arguments, each in braces; write \\HellingerSq{P}{Q}
      \\HellingerSq{P} \\ge 0
      ^
    "
  `);
  expect(told('\\BC{P}{t} \\ge 0')).toMatchInlineSnapshot(`
    "
    an argument of \\BC is a number; it must be a pmf
      \\BC{P}{t} \\ge 0
             ^
    "
  `);
});
