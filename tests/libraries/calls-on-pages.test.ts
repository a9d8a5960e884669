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
const calls = [record('kl()', '1.29282'), record('wrong()', '1.29283'), record('nan()', 'nan'), record('two()', '1', '2'), record('zero()', '0'), record('inf()', 'inf'), record('list()', '[-0.207944, 0.138629, 1.36214]'), record('bits()', '[0, inf]'), record('some()', '[1, nan]')]; // prettier-ignore
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
  String.raw`library="SciPy" call="list()" equals="P(x) \log\tfrac{P(x)}{Q(x)}" in="nats"`,
  String.raw`library="SciPy" call="list()" equals="(0.1 \log\tfrac18, 0.2 \log 2, 0.7 \log 7)" in="nats"`,
  String.raw`library="SciPy" call="bits()" equals="(\KL{P}{P}, -\log 0)" in="bits"`,
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
      String.raw`library="SciPy" call="list()" equals="Q(x) \log\tfrac{Q(x)}{P(x)}" in="nats"`,
      String.raw`library="SciPy" call="list()" equals="(0.1 \log\tfrac18, 0.2 \log 2, 0.7 \log 3)" in="nats"`,
      String.raw`library="SciPy" call="list()" equals="(0.1 \log\tfrac18, 0.2 \log 2)" in="nats"`,
      String.raw`library="SciPy" call="list()" equals="\KL{P}{Q}" in="nats"`,
      String.raw`library="SciPy" call="some()" equals="(1, 1)"`,
      `library="SciPy" call="kl()" in="nats"`,
    ].map((attributes) => messages(attributes).join('\n')),
  ).toMatchInlineSnapshot(`
    [
      "content/sample.mdx:10:1: <LibraryCall call="kl(2)">: no output of SciPy is recorded for this call; run npm run libraries -- --record",
      "content/sample.mdx:10:1: <LibraryCall library="Numpy">: the libraries are NumPy, SciPy, scikit-learn, PyTorch, POT, R, mathjs, ml-distance",
      "content/sample.mdx:10:1: <LibraryCall equals="\\KL{P}{Q}">: wrong() returns 1.29283, and \\KL{P}{Q} is 1.29282 nats; write in equals what the call computes",
      "content/sample.mdx:10:1: <LibraryCall equals="\\KL{Q}{P}">: kl() returns 1.29282, and \\KL{Q}{P} is 1.39965 nats; write in equals what the call computes",
      "content/sample.mdx:10:1: <LibraryCall equals="\\KL{P}{R}">: no value is given for R; put the number into an example with givens",
      "content/sample.mdx:10:1: <LibraryCall in="hours">: the unit must be nats or bits; leave it out where there is none",
      "content/sample.mdx:10:1: <LibraryCall call="nan()">: it returns nan, which equals nothing; leave out equals",
      "content/sample.mdx:10:1: <LibraryCall call="two()">: the versions 1.0, 1.1 of SciPy give different outputs; show a call on which they agree",
      "content/sample.mdx:10:1: <LibraryCall equals="Q(x) \\log\\tfrac{Q(x)}{P(x)}">: list() returns [-0.207944, 0.138629, 1.36214], and value 1 of Q(x) \\log\\tfrac{Q(x)}{P(x)} is 1.66355 nats; write in equals what the call computes
    content/sample.mdx:10:1: <LibraryCall equals="Q(x) \\log\\tfrac{Q(x)}{P(x)}">: list() returns [-0.207944, 0.138629, 1.36214], and value 2 of Q(x) \\log\\tfrac{Q(x)}{P(x)} is −0.0693147 nats; write in equals what the call computes
    content/sample.mdx:10:1: <LibraryCall equals="Q(x) \\log\\tfrac{Q(x)}{P(x)}">: list() returns [-0.207944, 0.138629, 1.36214], and value 3 of Q(x) \\log\\tfrac{Q(x)}{P(x)} is −0.194591 nats; write in equals what the call computes",
      "content/sample.mdx:10:1: <LibraryCall equals="(0.1 \\log\\tfrac18, 0.2 \\log 2, 0.7 \\log 3)">: list() returns [-0.207944, 0.138629, 1.36214], and value 3 of (0.1 \\log\\tfrac18, 0.2 \\log 2, 0.7 \\log 3) is 0.769029 nats; write in equals what the call computes",
      "content/sample.mdx:10:1: <LibraryCall equals="(0.1 \\log\\tfrac18, 0.2 \\log 2)">: (0.1 \\log\\tfrac18, 0.2 \\log 2) has 2 values, and the list has 3; write one for each number that the call returns",
      "content/sample.mdx:10:1: <LibraryCall equals="\\KL{P}{Q}">: a list is of a tuple, such as (P(1), P(2)), or of what leaves one outcome open, such as P(x)",
      "content/sample.mdx:10:1: <LibraryCall call="some()">: it returns [1, nan], which equals nothing; leave out equals",
      "content/sample.mdx:10:1: <LibraryCall call="kl()">: it has in="nats" and no equals; a unit is that of the expression in equals, so add equals or leave out in",
    ]
  `);
});
