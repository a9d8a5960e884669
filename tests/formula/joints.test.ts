import { expect, test } from 'vitest';
import { readNotation } from '../../src/formula/notation.ts';
import { scopeAfter, testForms, toldAbout } from './page-forms.ts';
import type { PageNotation } from './page-forms.ts';

const page: PageNotation = {
  J: { type: 'joint', reads: 'J' },
  L: { type: 'joint', reads: 'L' },
  T: { type: 'joint', on: ['n', 'n', 'n'], reads: 'T' },
  K: { type: 'channel', reads: 'K' },
  G: { type: 'channel', reads: 'G' },
  f: { type: 'function', reads: 'f' },
  g: { type: 'function', reads: 'g' },
};

testForms('joint pmfs', page, [
  { what: 'masses of pairs', tex: '\\sum_{x, y} J(x, y) = 1' },
  { what: 'a marginal', tex: 'J_X(x) = \\sum_y J(x, y)' },
  { what: 'the other marginal', tex: 'J_Y(y) = \\sum_x J(x, y)' },
  { what: 'a conditional mass', tex: 'J(x, y) = J_X(x) J(y \\mid x)' },
  { what: 'a conditional mass the other way', tex: 'J(x, y) = J_Y(y) J(x \\mid y)' },
  { what: 'Bayes’ rule', tex: 'J_Y(y) J(x \\mid y) = J_X(x) J_{Y \\mid X}(y \\mid x)' },
  { what: 'independence', tex: 'J(x, y) = J_X(x) J_Y(y) % in general not' },
  { what: 'a product of pmfs', tex: '\\H{P \\otimes Q} = \\H{P} + \\H{Q}' },
  { what: 'a mass of a product', tex: '(P \\otimes Q)(x, y) = P(x) Q(y)' },
  { what: 'the chain rule of entropy', tex: '\\H{J} = \\H{J_X} + \\H{J_{Y \\mid X}}' },
  { what: 'a conditional entropy', tex: '\\H{J_{X \\mid Y}} = -\\sum_{x, y} J(x, y) \\log J(x \\mid y)' },
  { what: 'mutual information', tex: '\\MI{J} = \\KL{J}{J_X \\otimes J_Y}' },
  { what: 'mutual information by entropies', tex: '\\MI{J} = \\H{J_X} + \\H{J_Y} - \\H{J}' },
  {
    what: 'mutual information is a mean divergence',
    tex: '\\MI{J} = \\sum_x J_X(x) \\KL{J_{Y \\mid X}(\\cdot \\mid x)}{J_Y}',
  },
  { what: 'conditioning lowers entropy', tex: '\\H{J_{Y \\mid X}} \\le \\H{J_Y}' },
  {
    what: 'the case of equality',
    tex: '\\MI{J} \\ge 0, \\text{ with equality if and only if } J = J_X \\otimes J_Y',
  },
  {
    what: 'the chain rule of divergences',
    tex: '\\KL{J}{L} = \\KL{J_X}{L_X} + \\KL{J_{Y \\mid X}}{L_{Y \\mid X}} % where J \\ll L',
  },
  {
    what: 'a model of the conditional',
    tex: '\\CE{J_{Y \\mid X}}{K} = \\H{J_{Y \\mid X}} + \\KL{J_{Y \\mid X}}{K}',
  },
  { what: 'a marginal is no further', tex: '\\KL{J_X}{L_X} \\le \\KL{J}{L}' },
  { what: 'an expectation over pairs', tex: '\\E{(x, y) \\sim J}{f(x)} = \\E{x \\sim J_X}{f(x)}' },
  {
    what: 'an expectation in two steps',
    tex: '\\E{(x, y) \\sim J}{f(x) g(y)} = \\E{x \\sim J_X}{f(x) \\E{y \\sim J(\\cdot \\mid x)}{g(y)}}',
  },
  {
    what: 'independent draws',
    tex: '\\E{x \\sim P, y \\sim Q}{f(x) g(y)} = \\E{x \\sim P}{f(x)} \\E{y \\sim Q}{g(y)}',
  },
  { what: 'three places', tex: 'T_{XZ}(x, y) = \\sum_z T(x, z, y)' },
  {
    what: 'conditional mutual information',
    tex: '\\H{T_{XY}} + \\H{T_{YZ}} - \\H{T_Y} - \\H{T} \\ge 0',
    // More entropy on the left leaves it as true, and as tight where all is certain.
    spared: (description) => description.startsWith('- changed'),
  },
  {
    what: 'a table that is given',
    tex: '\\MI{J} = \\log 2, \\H{J_X} = \\log 2, J(2, 2) = 0.5',
    given: { J: ['0.5', '0', '0', '0.5'] },
  },
  {
    what: 'a joint pmf that is defined',
    tex: '\\KL{A}{J} = 0',
    before: ['A(x, y) := J_Y(y) J(x \\mid y)'],
  },
]);

testForms('channels', page, [
  { what: 'what comes in has a pmf', tex: '\\sum_y K(y \\mid x) = 1' },
  {
    what: 'what comes out',
    tex: '\\KL{S}{U} \\le \\KL{P}{Q}',
    before: ['S(y) := \\sum_x P(x) K(y \\mid x)', 'U(y) := \\sum_x Q(x) K(y \\mid x)'],
  },
  { what: 'what comes out, for short', tex: '(P K)(y) = \\sum_x P(x) K(y \\mid x)' },
  { what: 'data processing', tex: '\\KL{P K}{Q K} \\le \\KL{P}{Q}' },
  { what: 'data processing for a distance', tex: '\\TV{P K}{Q K} \\le \\TV{P}{Q}' },
  { what: 'a row', tex: '\\H{K(\\cdot \\mid x)} = -\\sum_y K(y \\mid x) \\log K(y \\mid x)' },
  { what: 'two channels, one after the other', tex: '(P K) G = P (K G)' },
  { what: 'the entries of two', tex: '(K G)(y \\mid x) = \\sum_z K(z \\mid x) G(y \\mid z)' },
  {
    what: 'a joint pmf made by a channel',
    tex: '\\MI{A} = \\H{P K} - \\sum_x P(x) \\H{K(\\cdot \\mid x)}',
    before: ['A(x, y) := P(x) K(y \\mid x)'],
  },
  {
    what: 'a channel that is defined',
    tex: '\\sum_y B(y \\mid x) = 1',
    before: ['B(y \\mid x) := (1 - \\lambda) K(y \\mid x) + \\lambda Q(y)'],
  },
  {
    what: 'mutual information falls along a chain',
    tex: '\\MI{C} \\le \\MI{A}',
    before: ['A(x, y) := P(x) K(y \\mid x)', 'C(x, y) := P(x) (K G)(y \\mid x)'],
  },
]);

testForms(
  'couplings',
  {
    ...page,
    '\\pi': { type: 'coupling', of: ['P', 'Q'], reads: 'pi' },
    '\\rho': { type: 'coupling', of: ['Q', 'R'], reads: 'rho' },
  },
  [
    { what: 'its marginals', tex: '\\pi_X = P, \\pi_Y = Q' },
    { what: 'the coupling inequality', tex: '\\TV{P}{Q} \\le \\sum_{x, y : x \\ne y} \\pi(x, y)' },
    {
      what: 'every coupling costs at least the distance',
      tex: '\\W{1}{P}{Q} \\le \\E{(x, y) \\sim \\pi}{|x - y|}',
    },
    {
      what: 'two couplings glued together',
      tex: '\\sum_y A(x, y, z) = B(x, z), B_X = P, B_Y = R',
      before: ['A(x, y, z) := \\pi(x, y) \\rho(z \\mid y)', 'B(x, z) := \\sum_y \\pi(x, y) \\rho(z \\mid y)'],
    },
  ],
);

test('what is missing or cannot be is told with what to write', () => {
  const told = (tex: string): string => toldAbout(tex, scopeAfter(page));
  expect(told('J(x) = 1')).toMatchInlineSnapshot(`
    "
    J takes 2 outcomes; write J(x, y)
      J(x) = 1
       ^
    "
  `);
  expect(told('K(x, y) = 1')).toMatchInlineSnapshot(`
    "
    K is a pmf for each outcome; write K(y \\mid x)
      K(x, y) = 1
       ^
    "
  `);
  expect(told('J(1 \\mid 2) = 1')).toMatchInlineSnapshot(`
    "
    which place of J is known? Use the letters x, y, or write J_{Y \\mid X}(… \\mid …)
      J(1 \\mid 2) = 1
       ^
    "
  `);
  expect(told('P(y \\mid x) = 1')).toMatchInlineSnapshot(`
    "
    P is no joint pmf, so that it has no conditional one
      P(y \\mid x) = 1
       ^
    "
  `);
  expect(told('\\KL{J}{P} = 1')).toMatchInlineSnapshot(`
    "
    the arguments of \\KL do not have the same outcomes
      \\KL{J}{P} = 1
             ^
    "
  `);
  expect(told('\\MI{P} = 1')).toMatchInlineSnapshot(`
    "
    \\MI is of a joint pmf on pairs; write \\MI{J}
      \\MI{P} = 1
          ^
    "
  `);
  expect(told('\\H{K} = 1')).toMatchInlineSnapshot(`
    "
    a channel has a \\H for each outcome that is known; write \\H of K(\\cdot \\mid x), or of a conditional pmf J_{Y \\mid X} first
      \\H{K} = 1
         ^
    "
  `);
  expect(told('\\W{1}{J}{L} = 1')).toMatchInlineSnapshot(`
    "
    \\W is of pmfs on points of a line, not on pairs
      \\W{1}{J}{L} = 1
            ^
    "
  `);
  expect(told('J + P = J')).toMatchInlineSnapshot(`
    "
    these two do not have the same outcomes, and cannot be added
      J + P = J
        ^
    "
  `);
  expect(told('J = P')).toMatchInlineSnapshot(`
    "
    the sides of = do not have the same outcomes
      J = P
        ^
    "
  `);
  expect(told('P Q = P')).toMatchInlineSnapshot(`
    "
    two pmfs cannot be multiplied; write P(x) Q(x), or P \\otimes Q for independent draws
      P Q = P
        ^
    "
  `);
  expect(told('P \\otimes t = P')).toMatchInlineSnapshot(`
    "
    \\otimes stands between two pmfs
      P \\otimes t = P
        ^
    "
  `);
  expect(told('\\E{x \\sim J}{f(x)} = 1')).toMatchInlineSnapshot(`
    "
    one letter for 2 places; write \\E{(x, y) \\sim J}{…}
      \\E{x \\sim J}{f(x)} = 1
                ^
    "
  `);
  expect(told('\\E{J}{f(x)} = 1')).toMatchInlineSnapshot(`
    "
    write \\E{x \\sim P}{…}, or \\E{(x, y) \\sim J}{…}
      \\E{J}{f(x)} = 1
      ^
    "
  `);
  expect(told('\\sum_{x \\mid P(x) > 0} P(x) = 1')).toMatchInlineSnapshot(`
    "
    the index of \\sum is not understood; write \\sum_x, \\sum_{x : P(x) > 0} or \\sum_{i=1}^{n}
      \\sum_{x \\mid P(x) > 0} P(x) = 1
      ^
    "
  `);
  expect(told('P(x) \\mid Q(x) = 1')).toMatchInlineSnapshot(`
    "
    \\mid stands in P(y \\mid x); write conditions of a sum after a colon: \\sum_{x : P(x) > 0}
      P(x) \\mid Q(x) = 1
           ^
    "
  `);
});

test('a notation that does not fit its type is told', () => {
  const wrong = (entry: object): string => {
    try {
      readNotation({ '\\pi': { reads: 'pi', ...entry } });
      return 'read';
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(wrong({ type: 'coupling' })).toMatchInlineSnapshot(
    `"notation: \\pi needs \`of\`, the two pmfs that are its marginals: [P, Q]"`,
  );
  expect(wrong({ type: 'joint', of: ['P', 'Q'] })).toMatchInlineSnapshot(
    `"notation: \\pi is of type joint, which has no \`of\`"`,
  );
  expect(wrong({ type: 'pmf', on: ['n', 'm'] })).toMatchInlineSnapshot(
    `"notation: \\pi needs \`on\`, the integer up to which its outcomes are numbered, such as m"`,
  );
  expect(wrong({ type: 'channel', on: ['n', 'm'] })).toMatchInlineSnapshot(`"read"`);
});
