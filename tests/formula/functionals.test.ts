import { expect, test } from 'vitest';
import { scopeAfter, testForms, toldAbout } from './page-forms.ts';
import type { PageNotation } from './page-forms.ts';

const page: PageNotation = {
  D: { type: 'test', reads: 'D' },
  T: { type: 'positive function', reads: 'T' },
  'q_\\phi': { type: 'pmf', reads: 'q phi' },
  k: { type: 'outcome', reads: 'k' },
};

const game = 'V(D) := \\E{x \\sim P}{\\log D(x)} + \\E{x \\sim Q}{\\log(1 - D(x))}';
const best = 'D^*(x) := \\frac{P(x)}{P(x) + Q(x)}';

testForms('functionals', page, [
  { what: 'the game of a discriminator', tex: 'V(D^*) = 2 \\JSD{P}{Q} - 2 \\log 2', before: [game, best] },
  { what: 'the best discriminator', tex: 'V(D) \\le V(D^*)', before: [game, best] },
  {
    what: 'what it is of besides',
    tex: 'V(D, P, Q) + V(D, Q, P) \\le -4 \\log 2',
    before: ['V(D, P, Q) := \\E{x \\sim P}{\\log D(x)} + \\E{x \\sim Q}{\\log(1 - D(x))}'],
  },
  {
    what: 'a variational bound',
    tex: 'F(q_\\phi) = \\KL{q_\\phi}{Q} - \\log 2, F(Q) = -\\log 2',
    before: ['F(q_\\phi) := \\E{x \\sim q_\\phi}{\\log \\frac{q_\\phi(x)}{2 Q(x)}}'],
  },
  {
    what: 'a function and a number',
    tex: 'G(T, 1) = \\log \\E{x \\sim P}{T(x)}',
    before: ['G(T, t) := t \\log \\E{x \\sim P}{T(x)}'],
  },
  { what: 'a pmf made of others', tex: 'F((P + Q) / 2) = 2 \\H{(P + Q) / 2}', before: ['F(P) := 2 \\H{P}'] },
]);

test('what does not fit is told', () => {
  const told = (tex: string): string => toldAbout(tex, scopeAfter(page, [game]));
  expect(told('V = 1')).toMatchInlineSnapshot(`
    "
    V depends on D; write V(D)
      V = 1
      ^
    "
  `);
  expect(told('V(t) = 1')).toMatchInlineSnapshot(`
    "
    V is defined as V(D) := \\E{x \\sim P}{\\log D(x)} + \\E{x \\sim Q}{\\log(1 - D(x))}; this is no D
      V(t) = 1
        ^
    "
  `);
  expect(told('V(D, P) = 1')).toMatchInlineSnapshot(`
    "
    V is defined as V(D) := \\E{x \\sim P}{\\log D(x)} + \\E{x \\sim Q}{\\log(1 - D(x))}; write V(D)
      V(D, P) = 1
      ^
    "
  `);
  expect(told('V(J) = 1')).toMatchInlineSnapshot(`
    "
    V is defined as V(D) := \\E{x \\sim P}{\\log D(x)} + \\E{x \\sim Q}{\\log(1 - D(x))}; this is no D
      V(J) = 1
        ^
    "
  `);
  expect(told('W(D, x) := D(x)')).toMatchInlineSnapshot(`
    "
    what a functional is of is a function, a pmf or a number, which x is not
      W(D, x) := D(x)
      ^
    "
  `);
});
