import { expect, test } from 'vitest';
import { scopeAfter, testForms, toldAbout } from './page-forms.ts';
import type { PageNotation } from './page-forms.ts';

const page: PageNotation = {
  z: { type: 'function', reads: 'z' },
  k: { type: 'outcome', reads: 'k' },
  '\\tau': { type: 'positive', reads: 'tau' },
  s: { type: 'real', reads: 's' },
  g: { type: 'positive function', reads: 'g' },
  D: { type: 'test', reads: 'D' },
};

testForms('softmax', page, [
  { what: 'its definition', tex: '\\softmax(z)_k = \\frac{e^{z_k}}{\\sum_x e^{z_x}}' },
  { what: 'its logarithm', tex: '\\log \\softmax(z)(x) = z(x) - \\log \\sum_y e^{z(y)}' },
  { what: 'a temperature', tex: '\\sum_x \\softmax(z / \\tau)(x) = 1' },
  {
    what: 'cross-entropy from logits',
    tex: '\\CE{P}{\\softmax(z)} = \\log \\sum_y e^{z(y)} - \\sum_x P(x) z(x)',
  },
  { what: 'a name for it', tex: '\\KL{P}{q} = \\CE{P}{q} - \\H{P}', before: ['q := \\softmax(z)'] },
]);

testForms('derivatives with respect to one entry', page, [
  {
    what: 'the gradient of the cross-entropy',
    tex: '\\frac{\\partial}{\\partial z_k} \\CE{P}{\\softmax(z)} = \\softmax(z)_k - P_k',
  },
  {
    what: 'the gradient of the divergence is the same',
    tex: '\\frac{\\partial}{\\partial z_k} \\KL{P}{\\softmax(z)} = \\softmax(z)_k - P_k % for P with full support',
  },
  {
    what: 'with the function above',
    tex: '\\frac{\\partial L}{\\partial z_k} = \\softmax(z)_k - P_k',
    before: ['L := \\CE{P}{\\softmax(z)}'],
  },
  {
    what: 'the Jacobian of softmax',
    tex: '\\frac{\\partial}{\\partial z_k} \\softmax(z)_j = \\softmax(z)_j (\\1{j = k} - \\softmax(z)_k)',
  },
  { what: 'log-sum-exp', tex: '\\frac{\\partial}{\\partial z_k} \\log \\sum_x e^{z(x)} = \\softmax(z)_k' },
  {
    what: 'a second derivative',
    tex: '\\frac{\\partial^2}{\\partial z_j \\partial z_k} \\CE{P}{\\softmax(z)} = \\softmax(z)_j (\\1{j = k} - \\softmax(z)_k)',
  },
  {
    what: 'a second derivative, squared',
    tex: '\\frac{\\partial^2}{\\partial z_k^2} \\log \\sum_x e^{z(x)} = \\softmax(z)_k (1 - \\softmax(z)_k)',
  },
  { what: 'a second derivative in a number', tex: '\\frac{\\d^2}{\\d t^2} t \\log t = \\frac1t' },
  {
    what: 'one mass of a pmf, the others as they are',
    tex: '\\frac{\\partial}{\\partial Q(x)} \\KL{P}{Q} = -\\frac{P(x)}{Q(x)} % for P, Q with full support',
  },
  {
    what: 'one mass of the first argument',
    tex: '\\frac{\\partial}{\\partial P_k} \\KL{P}{Q} = 1 + \\log \\frac{P_k}{Q_k} % for P, Q with full support',
  },
  {
    what: 'the gradient of the Jensen–Shannon divergence',
    tex: '\\frac{\\partial}{\\partial Q_k} \\JSD{P}{Q} = \\tfrac12 \\log \\frac{2 Q_k}{P_k + Q_k} % for P, Q with full support',
  },
  {
    what: 'a value of a positive function',
    tex: '\\frac{\\partial}{\\partial g_k} \\sum_x (g(x) - P(x) \\log g(x)) = 1 - \\frac{P_k}{g_k}',
  },
  {
    what: 'a value of a discriminator',
    tex: '\\frac{\\partial}{\\partial D(y)} \\sum_x (P(x) \\log D(x) + Q(x) \\log(1 - D(x))) = \\frac{P(y)}{D(y)} - \\frac{Q(y)}{1 - D(y)}',
  },
  {
    what: 'an exponential family',
    tex: '\\frac{\\d}{\\d s} \\log \\sum_x Q(x) e^{s z(x)} = \\E{x \\sim R}{z(x)}',
    before: ['R(x) := \\frac{Q(x) e^{s z(x)}}{\\sum_y Q(y) e^{s z(y)}}'],
  },
  {
    what: 'a product',
    tex: '\\frac{\\d}{\\d t} \\prod_x (t + P(x)) = \\Bigl( \\prod_x (t + P(x)) \\Bigr) \\sum_x \\frac{1}{t + P(x)}',
  },
]);

test('what cannot be is told', () => {
  const told = (tex: string): string => toldAbout(tex, scopeAfter(page));
  expect(told('\\softmax(t) = 1')).toMatchInlineSnapshot(`
    "
    write \\softmax(z), of a function on the outcomes
      \\softmax(t) = 1
      ^
    "
  `);
  expect(told('\\frac{\\partial}{\\partial x} P(x) = 1')).toMatchInlineSnapshot(`
    "
    a derivative is with respect to a number, which x is not
      \\frac{\\partial}{\\partial x} P(x) = 1
      ^
    "
  `);
  expect(told('\\frac{\\partial}{\\partial z} \\H{P} = 1')).toMatchInlineSnapshot(`
    "
    a derivative is with respect to a number, which z is not
      \\frac{\\partial}{\\partial z} \\H{P} = 1
      ^
    "
  `);
  expect(told('\\frac{\\partial^2}{\\partial t} t = 1')).toMatchInlineSnapshot(`
    "
    write \\frac{\\partial}{\\partial t}, \\frac{\\partial^2}{\\partial t^2} or \\frac{\\partial^2}{\\partial t \\partial u}
      \\frac{\\partial^2}{\\partial t} t = 1
      ^
    "
  `);
  expect(told('\\frac{\\partial}{\\partial t} \\TV{t P}{Q} = 1')).toMatchInlineSnapshot(`
    "
    \\TV cannot be differentiated; write it out, or add \`% stated: reason\`
      \\frac{\\partial}{\\partial t} \\TV{t P}{Q} = 1
                                  ^
    "
  `);
  expect(told('\\frac{\\partial}{\\partial \\lambda} \\lambda P = P')).toMatchInlineSnapshot(`
    "
    a pmf where a number is needed; write P(x)
      \\frac{\\partial}{\\partial \\lambda} \\lambda P = P
                                        ^
    "
  `);
});
