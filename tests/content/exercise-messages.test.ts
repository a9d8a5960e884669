import { expect, test } from 'vitest';
import { checkPage, failureLine, type Library } from '../../src/site/check-page.ts';
import { loadLibrary } from '../../src/site/library.ts';
import { oracle } from '../oracle/oracle.ts';

const page = String.raw`---
title: A sample
description: A page on which one thing at a time is changed.
draws:
  drawn: { P: pmf 3 tenths, Q: pmf 3 tenths }
---

<Exercise id="drawn" title="an exercise">

Let <Given of="P" /> and <Given of="Q" />.

<Answer of="\KL{P}{Q}" in="nats">
<Slip of="\KL{Q}{P}">You exchanged the arguments.</Slip>
</Answer>

<Hint>

A hint.

</Hint>

<Solution>

It is <Value of="\KL{P}{Q}" in="nats">0.1962</Value>.

</Solution>

</Exercise>
`;
const library: Library = { ...loadLibrary(oracle), claims: {} };
const messages = (source: string) =>
  checkPage(source, 'content/sample.mdx', 'sample', library).failures.map(failureLine);

/** What is said when one thing of the page has been changed. */
const exercised = (from: string, to: string): string => {
  expect(page).toContain(from);
  return messages(page.replace(from, to)).join('\n');
};

test('an exercise whose givens are drawn: every part of it, and what is wrong with it', () => {
  expect(exercised('', '')).toBe('');
  expect(exercised('>0.1962<', '>0.1963<')).toMatchInlineSnapshot(
    `"content/sample.mdx:24:39: \\KL{P}{Q} is written as 0.1963: the value is 0.196165850602…, so write 0.1962"`,
  );
  expect(exercised('A hint.', 'Think of $P = (0.6, 0.2, 0.2)$.')).toMatchInlineSnapshot(
    `"content/sample.mdx:18:10: this does not hold for instance 2, P = (0.4, 0.3, 0.3), Q = (0.6, 0.1, 0.3): P = (0.6, 0.2, 0.2): (0.4, 0.3, 0.3) ≠ (0.6, 0.2, 0.2); what changes with the instance is a <Given> or a <Value>"`,
  );
  expect(exercised('<Given of="Q" />', '<Given of="R" />')).toMatchInlineSnapshot(
    `"content/sample.mdx:10:26: <Given of="R">: no such symbol among the givens here"`,
  );
  expect(exercised('pmf 3 tenths, Q', 'pmf 3 tents, Q').slice(0, 120)).toMatchInlineSnapshot(
    `"content/sample.mdx:1:1: front matter: draws.drawn.P: pmf 3 tents: it must read like ‘pmf 3 twelfths’, ‘pmf 4 tenths with"`,
  );
  expect(exercised('drawn: {', 'drown: {')).toMatchInlineSnapshot(`
    "content/sample.mdx:1:1: front matter: draws.drown: there is no <Exercise id="drown">
    content/sample.mdx:10:5: <Given of="P">: no such symbol among the givens here
    content/sample.mdx:10:26: <Given of="Q">: no such symbol among the givens here
    content/sample.mdx:12:1: <Answer of="\\KL{P}{Q}">: no value is given for P, Q; put the number into an example with givens
    content/sample.mdx:13:1: <Slip of="\\KL{Q}{P}">: no value is given for Q, P; put the number into an example with givens
    content/sample.mdx:24:7: <Value of="\\KL{P}{Q}">: no value is given for P, Q; put the number into an example with givens
    content/sample.mdx:24:39: no value is given for P, Q; put the number into an example with givens"
  `);
  expect(exercised('<Hint>\n\nA hint.\n\n</Hint>', '')).toMatchInlineSnapshot(
    `"content/sample.mdx:8:1: <Exercise id="drawn">: it has no <Hint>"`,
  );
  expect(exercised('<Slip of="\\KL{Q}{P}">', '<Slip of="\\CE{P}{Q} - \\H{P}">')).toMatchInlineSnapshot(
    `"content/sample.mdx:13:1: <Slip of="\\CE{P}{Q} - \\H{P}">: it is worth what the answer is, so nobody can be told apart by it"`,
  );
  expect(exercised('You exchanged the arguments.', '')).toMatchInlineSnapshot(
    `"content/sample.mdx:13:1: <Slip of="\\KL{Q}{P}">: say inside of it what went wrong"`,
  );
  expect(exercised('<Slip of="\\KL{Q}{P}">', '<Slip of="\\KL{Q}{Z}">')).toMatchInlineSnapshot(
    `"content/sample.mdx:13:1: <Slip of="\\KL{Q}{Z}">: unknown symbol Z; known here: P, Q, R, M, p, q, r, m, t, u, a, b, \\lambda, x, y, i, j, k, z, J, c, K, \\xi, \\eta, N, x_i, n; add it to the page's front matter or content/notation.yaml"`,
  );
  expect(exercised('in="nats">\n', 'in="bits">\n')).toMatchInlineSnapshot(
    `"content/sample.mdx:12:1: <Answer of="\\KL{P}{Q}">: the solution does not give it; write <Value of="\\KL{P}{Q}" in="bits">…</Value> there"`,
  );
  expect(exercised('in="nats">\n', 'in="nats" digits="5">\n')).toMatchInlineSnapshot(
    `"content/sample.mdx:12:1: <Answer of="\\KL{P}{Q}" digits="5">: the solution gives it with 4 digits"`,
  );
  expect(
    exercised('<Exercise id', '<Solution>\n\nLost.\n\n</Solution>\n\n<Exercise id'),
  ).toMatchInlineSnapshot(`"content/sample.mdx:8:1: <Solution>: it stands inside an <Exercise>"`);
});

test('a page that states something has goals and four exercises, or says why not', () => {
  const theorem =
    '<Definition id="sum" title="a sum">\n\nIt is $\\CE{P}{Q} = \\H{P} + \\KL{P}{Q}$.\n\n</Definition>\n';
  const stating = `${page}\n${theorem}`;
  expect(messages(stating).join('\n')).toMatchInlineSnapshot(`
    "content/sample.mdx:1:1: front matter: goals: say in two to five lines what the reader will be able to do after this page
    content/sample.mdx:1:1: the page has 1 exercises; one that states something has at least four, each with hint and solution"
  `);
  const excused = (keys: string) => messages(stating.replace('draws:', `${keys}\ndraws:`)).join('\n');
  expect(excused('goals: [say one thing, say another]\nwithout-exercises: it only collects')).toBe('');
  expect(excused('goals: [say one thing]\nwithout-exercises: it only collects')).toMatchInlineSnapshot(
    `"content/sample.mdx:1:1: front matter: goals: Too small: expected array to have >=2 items"`,
  );
  expect(
    messages(page.replace('draws:', 'without-exercises: it only collects\ndraws:')).join('\n'),
  ).toMatchInlineSnapshot(
    `"content/sample.mdx:1:1: front matter: without-exercises: the page needs no such excuse; remove it"`,
  );
});
