import { expect, test } from 'vitest';
import { checkStatement, checkValue } from '../../src/formula/check.ts';
import { failureText } from '../../src/formula/excerpt.ts';
import type { Givens } from '../../src/formula/environment.ts';
import { oracle } from '../oracle/oracle.ts';
import { notation } from './notation.ts';
import { givens } from './statements.ts';

/** What a contributor is told, with the place in the TeX. */
function told(tex: string, given: Givens = {}): string {
  const { failures } = checkStatement(tex, { notation, givens: given }, oracle);
  return failures.map(({ offset, message }) => `${offset}: ${message}`).join('\n');
}

test('a wrong digit is told with the right ones', () => {
  expect(told('\\KL{P}{Q} \\approx 1.2938', givens)).toMatchInlineSnapshot(
    `"18: 1.2938: the value is 1.29282238628…, so write 1.2928"`,
  );
  expect(told('\\KL{P}{Q} \\approx 1.2928 \\text{ bits}', givens)).toMatchInlineSnapshot(
    `"18: 1.2928 bits: the value is 1.86514844544…, so write 1.8651"`,
  );
  expect(
    told('0.1 \\log\\frac{0.1}{0.8} + 0.2 \\log 2 \\approx -0.2078 + 0.1386', givens),
  ).toMatchInlineSnapshot(`"45: -0.2078: the value is -0.207944154167…, so write -0.2079"`);
  expect(told('\\KL{P}{Q} = 1.2928', givens)).toMatchInlineSnapshot(
    `"0: \\KL{P}{Q} = 1.2928: 1.29282238628… ≠ 1.2928; = is exact, so write \\approx if this is a rounded value"`,
  );
});

test('a wrong step is told with its line, both values and the instance', () => {
  const wrong = String.raw`\begin{aligned} \KL{P}{Q} &= \CE{P}{Q} - \H{P} \\ &= \CE{P}{Q} + \H{P} \end{aligned}`;
  expect(told(wrong)).toMatchInlineSnapshot(
    `"53: line 2 of aligned: 0.029181219142… ≠ 1.41280584317… at P = (0.474171, 0.525829), Q = (0.356265, 0.643735)"`,
  );
  expect(told('\\KL{P}{Q} = \\KL{Q}{P}')).toMatchInlineSnapshot(
    `"0: \\KL{P}{Q} = \\KL{Q}{P}: 0.029181219142… ≠ 0.0283809930544… at P = (0.474171, 0.525829), Q = (0.356265, 0.643735)"`,
  );
  expect(told('\\JSD{P}{Q} \\le 0.6')).toMatchInlineSnapshot(
    `"0: \\JSD{P}{Q} \\le 0.6: 0.693147180559… > 0.6 at P = (1, 0), Q = (0, 1)"`,
  );
  expect(told('P(x) > 0 \\implies P(x) = Q(x)')).toMatchInlineSnapshot(
    `"18: P(x) = Q(x): 0.474171 ≠ 0.356265 at P = (0.474171, 0.525829), Q = (0.356265, 0.643735), x = 1; if this is a condition, write \\suppose{…} around it, or say what it implies"`,
  );
  expect(told('P \\ll Q \\iff \\KL{P}{Q} = \\infty')).toMatchInlineSnapshot(
    `"6: the left of \\iff holds, the right does not at P = (0.474171, 0.525829), Q = (0.356265, 0.643735)"`,
  );
});

test('an inequality that says less than is known is reported', () => {
  expect(told('\\KL{P}{Q} \\le \\CE{P}{Q} - \\H{P}')).toMatchInlineSnapshot(
    `"10: \\le holds, and with equality on every instance; write ="`,
  );
  expect(told('\\KL{P}{Q} \\ge 2 \\, \\TV{P}{P}^2')).toMatchInlineSnapshot(
    `"19: of a pmf from itself this is 0; write 0 in an inequality"`,
  );
});

test('a bound that is never reached is reported', () => {
  expect(told('\\JSD{P}{Q} \\le 2 \\log 2')).toMatchInlineSnapshot(
    `"11: \\le holds, but is never tight: a wrong constant would go unnoticed; if it is meant to be loose, say \`% loose: reason\`"`,
  );
  expect(told('\\log t \\le t + 1')).toMatchInlineSnapshot(
    `"7: \\le holds, but is never tight: a wrong constant would go unnoticed; if it is meant to be loose, say \`% loose: reason\`"`,
  );
  expect(told('\\log t \\le t % loose: enough for the next step')).toBe('');
  expect(told('\\JSDist{Q}{R} \\le \\JSDist{P}{Q} + \\JSDist{Q}{R}')).toMatchInlineSnapshot(
    `"14: one side is a part of the other, so this only says that the rest has a sign; write that"`,
  );
});

test('an undefined side names the instance and the remedy', () => {
  expect(told('\\KL{P}{Q} - \\KL{Q}{P} = -(\\KL{Q}{P} - \\KL{P}{Q})')).toMatchInlineSnapshot(
    `"0: the left-hand side is undefined (∞ − ∞) at P = (1, 0), Q = (0, 1); narrow the symbols with \`% for P, Q with full support\` or \`% where …\`"`,
  );
  expect(told('\\frac{P(x)}{P(x)} = 1')).toMatchInlineSnapshot(
    `"0: the left-hand side is undefined (0/0) at P = (0, 0.586771, 0.413229), x = 1; narrow the symbols with \`% for P, Q with full support\` or \`% where …\`"`,
  );
  expect(told('P(4) = 0', givens)).toMatchInlineSnapshot(
    `"0: the left-hand side is undefined (there is no outcome 4 among 3)"`,
  );
  expect(told('\\KL{(0.1, 0.2)}{(0.5, 0.5)} \\ge 0')).toMatchInlineSnapshot(
    `"0: the left-hand side is undefined (an argument of \\KL is not a pmf: the masses sum to 0.3)"`,
  );
});

test('what is not bound, known or understood is named', () => {
  expect(told('\\KL{P}{S} \\ge 0')).toMatchInlineSnapshot(
    `"7: unknown symbol S; known here: P, Q, R, M, p, q, r, m, t, u, a, b, \\lambda, x, y, i, j, k, z, J, c, K, \\xi, \\eta, N, x_i, n; add it to the page's front matter or content/notation.yaml"`,
  );
  expect(told('\\KL{P}{Q} \\approx 1.2928')).toMatchInlineSnapshot(
    `"10: \\approx with symbols that stand for anything: P, Q; put the formula into an example with givens for them"`,
  );
  expect(told('\\sum P(x) = 1')).toMatchInlineSnapshot(
    `"0: \\sum without an index; write \\sum_x or \\sum_{i=1}^{n}"`,
  );
  expect(told('\\KL{P} = 0')).toMatchInlineSnapshot(
    `"0: \\KL takes 2 arguments, each in braces; write \\KL{P}{Q}"`,
  );
  expect(told('\\KL{t}{Q} = 0')).toMatchInlineSnapshot(
    `"4: an argument of \\KL is a number; it must be a pmf"`,
  );
  expect(told('D_{\\mathrm{KL}}(P \\| Q) \\ge 0')).toMatchInlineSnapshot(
    `"18: \\| has no meaning here: write divergences with their macros, such as \\KL{P}{Q}"`,
  );
  expect(told('\\ln 1 = 0')).toMatchInlineSnapshot(
    `"0: \\ln has no meaning here: the site writes the natural logarithm as \\log"`,
  );
  expect(told('\\log 2 t = 0')).toMatchInlineSnapshot(
    `"7: where does the argument of \\log end? Put it into parentheses, or write this factor before \\log"`,
  );
  expect(told('t \\log 2 \\cdot t = 0')).toMatchInlineSnapshot(
    `"9: where does the argument of \\log end? Put it into parentheses, or write this factor before \\log"`,
  );
  expect(told('1 / 2 t = 0')).toMatchInlineSnapshot(
    `"6: what is divided by what? Write \\frac{…}{…}, or parentheses"`,
  );
  expect(told('2 \\tfrac12 = 1')).toMatchInlineSnapshot(
    `"2: a number before a fraction is read as a mixed number; write \\cdot between them"`,
  );
  expect(told('t = 1{,}000')).toMatchInlineSnapshot(`"5: write numbers without a mark between thousands"`);
  expect(told('P + t = Q')).toMatchInlineSnapshot(`"2: a pmf and a number cannot be added"`);
  expect(told('\\TV{P}{Q} \\approx 0.7 \\text{ nats}', givens)).toMatchInlineSnapshot(
    `"18: \\TV has no unit; leave out 'nats'"`,
  );
  expect(told('t > 0 \\text{ whenever } t > 0')).toMatchInlineSnapshot(
    `"4: the words 'whenever' cannot be executed; move them into the sentence"`,
  );
  expect(told('\\KL{P}{Q} \\ge 0 % tight')).toMatchInlineSnapshot(
    `"16: the comment 'tight' is not understood; known comments are \`% stated: reason\`, \`% loose: reason\`, \`% strict\`, \`% in general not\`, \`% for P, Q with full support\`, \`% for P, Q with disjoint supports\`, \`% for f strictly convex\`, \`% for f twice differentiable\`, \`% for p, q densities\`, \`% where P \\ll Q\`, \`% along n = 2^k\`, \`% by: kl/nonneg\`"`,
  );
  expect(told('\\KL{P}{Q} \\ge 0 % stated:')).toMatchInlineSnapshot(
    `"16: % stated without a reason; write \`% stated: reason\`"`,
  );
  expect(told('0 \\log \\frac{1}{q} = 0')).toMatchInlineSnapshot(
    `"13: this number is multiplied by 0, so a wrong digit would go unnoticed; write a symbol in its place"`,
  );
});

test('a condition has to be one', () => {
  expect(told('\\suppose{P(x) = 0}')).toMatchInlineSnapshot(
    `"16: a number inside \\suppose; write the condition and its consequence as one implication"`,
  );
  expect(told('\\suppose{P = P}')).toMatchInlineSnapshot(
    `"11: this holds on every instance, so there is nothing to suppose"`,
  );
  expect(told('P(x) > 1 \\implies Q(x) = 1')).toMatchInlineSnapshot(
    `"7: the condition holds on none of the instances, so nothing was checked"`,
  );
  expect(told('P(x) \\ge 0 \\implies Q(x) \\ge 0')).toMatchInlineSnapshot(
    `"9: the condition holds on every instance; leave it out"`,
  );
  expect(told('\\KL{P}{P} \\ne 0')).toMatchInlineSnapshot(`"7: no instance was found for which \\ne holds"`);
  expect(told('\\JSD{P}{Q} = \\JSD{Q}{P} % in general not')).toMatchInlineSnapshot(
    `"11: this holds on every instance; \`% in general not\` needs a counterexample"`,
  );
  expect(told('\\H{P} + 1 \\ne \\H{P}')).toMatchInlineSnapshot(
    `"8: \\ne holds on every instance, not only in general; write the stronger relation"`,
  );
  expect(told('M := \\tfrac13 (P + Q)')).toMatchInlineSnapshot(
    `"11: M is a pmf in the notation, but this is none: the masses sum to 0.666666666667"`,
  );
});

test('a number in prose is told what to write', () => {
  const of = '\\KL{P}{Q}';
  const scope = { notation, givens };
  const value = (written: string, unit: 'nats' | 'bits'): string =>
    checkValue({ of, in: unit, written }, scope, oracle)
      .failures.map(({ message }) => message)
      .join('\n');
  expect(value('1.2928', 'nats')).toBe('');
  expect(value('1.2928', 'bits')).toMatchInlineSnapshot(
    `"\\KL{P}{Q} is written as 1.2928: the value is 1.86514844544…, so write 1.8651"`,
  );
  expect(
    checkValue({ of: '\\KL{P}{R}', in: 'nats', written: '1' }, scope, oracle).failures[0]?.message,
  ).toMatchInlineSnapshot(`"no value is given for R; put the number into an example with givens"`);
});

test('an error in the writing is shown in its line, with a caret under the place', () => {
  const shown = (tex: string, given: Givens = {}): string => {
    const { failures } = checkStatement(tex, { notation, givens: given }, oracle);
    return `\n${failures.map(failureText).join('\n')}\n`;
  };
  expect(shown('\\KL{P}{S} \\ge 0')).toMatchInlineSnapshot(`
    "
    unknown symbol S; known here: P, Q, R, M, p, q, r, m, t, u, a, b, \\lambda, x, y, i, j, k, z, J, c, K, \\xi, \\eta, N, x_i, n; add it to the page's front matter or content/notation.yaml
      \\KL{P}{S} \\ge 0
             ^
    "
  `);
  expect(shown('\\KL{P} = 0')).toMatchInlineSnapshot(`
    "
    \\KL takes 2 arguments, each in braces; write \\KL{P}{Q}
      \\KL{P} = 0
      ^
    "
  `);
  expect(shown('\\H{P} = -\\sum P(x) \\log P(x)')).toMatchInlineSnapshot(`
    "
    \\sum without an index; write \\sum_x or \\sum_{i=1}^{n}
      \\H{P} = -\\sum P(x) \\log P(x)
               ^
    "
  `);
  expect(shown('\\KL{P}{Q} = \\sum_x P(x) \\log P(x) - P(x) \\log Q(x)')).toMatchInlineSnapshot(`
    "
    the index x stands outside of the sum that runs over it; put all of the summand into parentheses, or use another letter
      \\KL{P}{Q} = \\sum_x P(x) \\log P(x) - P(x) \\log Q(x)
                                            ^
    "
  `);
  expect(shown('\\sum_x \\sum_x P(x) Q(x) = 1')).toMatchInlineSnapshot(`
    "
    x is already the index of the sum around this; use another letter
      \\sum_x \\sum_x P(x) Q(x) = 1
             ^
    "
  `);
  expect(shown('\\TV{P}{Q} \\approx 0.7 \\text{ bits}', givens)).toMatchInlineSnapshot(`
    "
    \\TV has no unit; leave out 'bits'
      \\TV{P}{Q} \\approx 0.7 \\text{ bits}
                        ^
    "
  `);
  expect(shown('\\sum_x P(x) \\log_2\\frac{P(x)}{Q(x)} \\approx 1.865 \\text{ bits}', givens))
    .toMatchInlineSnapshot(`
    "
    a logarithm to a base that is written has no unit; leave out 'bits'
      \\sum_x P(x) \\log_2\\frac{P(x)}{Q(x)} \\approx 1.865 \\text{ bits}
                                                  ^
    "
  `);
  expect(shown('P(1) = 0.1 \\text{ nats}', givens)).toMatchInlineSnapshot(`
    "
    a probability has no unit; leave out 'nats'
      P(1) = 0.1 \\text{ nats}
             ^
    "
  `);
  expect(shown('P = t')).toMatchInlineSnapshot(`
    "
    a pmf and a number beside =
      P = t
        ^
    "
  `);
  expect(
    shown(
      '\\begin{aligned}\n  \\KL{P}{Q} &= \\CE{P}{Q} - \\H{P} \\\\\n  &= \\CE{P}{Q} - \\H{Z}\n\\end{aligned}',
    ),
  ).toMatchInlineSnapshot(`
    "
    unknown symbol Z; known here: P, Q, R, M, p, q, r, m, t, u, a, b, \\lambda, x, y, i, j, k, z, J, c, K, \\xi, \\eta, N, x_i, n; add it to the page's front matter or content/notation.yaml
      &= \\CE{P}{Q} - \\H{Z}
                        ^
    "
  `);
});
