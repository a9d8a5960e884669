import { expect, test } from 'vitest';
import { checkPage, failureLine } from '../../src/site/check-page.ts';
import { loadLibrary } from '../../src/site/library.ts';
import type { LibraryCalls } from '../../src/site/schemas.ts';
import { oracle } from '../oracle/oracle.ts';

const record = (call: string, ...outputs: string[]): LibraryCalls[number] => ({
  library: 'SciPy',
  call,
  outputs: Object.fromEntries(outputs.map((output, k) => [`1.${k}`, output])),
  date: '2026-01-02',
});
const calls = [record('kl()', '1.29282'), record('wrong()', '1.29283'), record('nan()', 'nan'), record('two()', '1', '2'), record('zero()', '0'), record('inf()', 'inf')]; // prettier-ignore
const library = { ...loadLibrary(oracle), claims: {}, calls };

const messages = (attributes: string): string[] =>
  checkPage(
    `---
title: A sample
description: A page.
givens:
  script: { P: [0.1, 0.2, 0.7], Q: [0.8, 0.1, 0.1] }
---

<Example given="script">

<LibraryCall ${attributes} />

</Example>
`,
    'content/sample.mdx',
    'sample',
    library,
  ).failures.map(failureLine);

test.each([
  String.raw`library="SciPy" call="kl()" equals="\KL{P}{Q}" in="nats"`,
  String.raw`library="SciPy" call="zero()" equals="\W{1}{P}{P}"`,
  String.raw`library="SciPy" call="inf()" equals="\log\tfrac{1}{0}"`,
  `library="SciPy" call="nan()"`,
])('%s is right', (attributes) => {
  expect(messages(attributes)).toEqual([]);
});

test('an unknown call, a wrong claim, versions that disagree and what cannot be compared are each told', () => {
  expect(
    [
      `library="SciPy" call="kl(2)"`,
      `library="Numpy" call="kl()"`,
      String.raw`library="SciPy" call="wrong()" equals="\KL{P}{Q}" in="nats"`,
      String.raw`library="SciPy" call="kl()" equals="\KL{Q}{P}" in="nats"`,
      String.raw`library="SciPy" call="kl()" equals="\KL{P}{R}" in="nats"`,
      String.raw`library="SciPy" call="kl()" equals="\KL{P}{Q}" in="hours"`,
      String.raw`library="SciPy" call="nan()" equals="\KL{P}{Q}" in="nats"`,
      `library="SciPy" call="two()"`,
    ].map((attributes) => messages(attributes).join('\n')),
  ).toMatchInlineSnapshot(`
    [
      "content/sample.mdx:10:1: <LibraryCall call="kl(2)">: no output of SciPy is recorded for this call; run npm run libraries -- --record",
      "content/sample.mdx:10:1: <LibraryCall library="Numpy">: the libraries are SciPy, mathjs, ml-distance",
      "content/sample.mdx:10:1: <LibraryCall equals="\\KL{P}{Q}">: wrong() returns 1.29283, and \\KL{P}{Q} is 1.29282 nats; write in equals what the call computes",
      "content/sample.mdx:10:1: <LibraryCall equals="\\KL{Q}{P}">: kl() returns 1.29282, and \\KL{Q}{P} is 1.39965 nats; write in equals what the call computes",
      "content/sample.mdx:10:1: <LibraryCall equals="\\KL{P}{R}">: no value is given for R; put the number into an example with givens",
      "content/sample.mdx:10:1: <LibraryCall in="hours">: the unit must be nats or bits; leave it out where there is none",
      "content/sample.mdx:10:1: <LibraryCall call="nan()">: it returns nan, which equals nothing; leave out equals",
      "content/sample.mdx:10:1: <LibraryCall call="two()">: the versions 1.0, 1.1 of SciPy give different outputs; show a call on which they agree",
    ]
  `);
});
