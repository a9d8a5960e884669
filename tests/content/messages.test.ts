import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPage, failureLine, type Library } from '../../src/site/check-page.ts';
import { checkSite } from '../../src/site/check-site.ts';
import { applyFixes } from '../../src/site/fix-page.ts';
import { loadLibrary } from '../../src/site/library.ts';
import { pageId } from '../../src/site/page-files.ts';
import { oracle } from '../oracle/oracle.ts';

const file = 'content/sample.mdx';
const page = String.raw`---
title: A sample
description: A page on which one thing at a time is changed.
givens:
  script: { P: [0.1, 0.2, 0.7], Q: [0.8, 0.1, 0.1] }
sources: [csiszar-1975, cover-thomas-2006]
---

This site computes in nats. See <Cite of="csiszar-1975" /> and <Cite of="cover-thomas-2006" at="pythagoras" />.

<Example given="script">

Take $P = (0.1, 0.2, 0.7)$ and $Q = (0.8, 0.1, 0.1)$.

$$
\begin{aligned}
\KL{P}{Q} &= \CE{P}{Q} - \H{P} \\
&\approx 1.2928 \text{ nats}
\end{aligned}
$$

The other way round it is <Value of="\KL{Q}{P}" in="nats">1.3996</Value>.

</Example>

$$
\CE{P}{Q} = \H{P} + \KL{P}{Q}
$$

A distribution with itself: $\CE{P}{P} = \H{P}$.

<Lab is="pair-editor" />

<Claim id="B6">

True.

</Claim>
`;
const library: Library = {
  ...loadLibrary(oracle),
  claims: {
    B6: { claim: 'It is a sum.', verdict: 'true', correction: 'It is.', settled: 'sample', by: [] },
  },
};
const report = (source: string) => checkPage(source, file, pageId(file), library);
const messages = (source: string) => report(source).failures.map(failureLine);

/** The page with one thing changed, and everything that is then said about it. */
const after = (from: string, to: string): string => {
  expect(page, `the page no longer has ${from}`).toContain(from);
  return messages(page.replace(from, to)).join('\n');
};

test('a wrong digit in an equation: the value, and what to write', () => {
  expect(after('&\\approx 1.2928', '&\\approx 1.2938')).toMatchInlineSnapshot(
    `
    "content/sample.mdx:18:10: 1.2938: the value is 1.29282238628…, so write 1.2928
          &\\approx 1.2938 \\text{ nats}
                   ^"
  `,
  );
});

test('a wrong digit in prose', () => {
  expect(after('in="nats">1.3996<', 'in="nats">1.3995<')).toMatchInlineSnapshot(
    `"content/sample.mdx:22:59: \\KL{Q}{P} is written as 1.3995: the value is 1.39964750038…, so write 1.3996"`,
  );
});

test('a wrong sign in an equation: an instance for which it fails', () => {
  expect(after('\\CE{P}{Q} = \\H{P} + \\KL{P}{Q}', '\\CE{P}{Q} = \\H{P} - \\KL{P}{Q}')).toMatchInlineSnapshot(
    `
    "content/sample.mdx:27:1: \\CE{P}{Q} = \\H{P} - \\KL{P}{Q}: 0.720993531156… ≠ 0.662631092872… at P = (0.474171, 0.525829), Q = (0.356265, 0.643735)
          \\CE{P}{Q} = \\H{P} - \\KL{P}{Q}
          ^"
  `,
  );
});

test('the arguments swapped on one side', () => {
  expect(after('\\H{P} + \\KL{P}{Q}', '\\H{P} + \\KL{Q}{P}')).toMatchInlineSnapshot(
    `
    "content/sample.mdx:27:1: \\CE{P}{Q} = \\H{P} + \\KL{Q}{P}: 0.720993531156… ≠ 0.720193305068… at P = (0.474171, 0.525829), Q = (0.356265, 0.643735)
          \\CE{P}{Q} = \\H{P} + \\KL{Q}{P}
          ^"
  `,
  );
});

test('a symbol that nobody has introduced', () => {
  expect(after('$\\CE{P}{P} = \\H{P}$', '$\\CE{S}{S} = \\H{S}$')).toMatchInlineSnapshot(
    `
    "content/sample.mdx:30:34: unknown symbol S; known here: P, Q, R, M, p, q, r, m, t, u, a, b, \\lambda, x, y, i, j, k, z, J, c, K, \\xi, \\eta, N, x_i, n; add it to the page's front matter or content/notation.yaml
          \\CE{S}{S} = \\H{S}
              ^"
  `,
  );
});

test('a given that is not the data of the example', () => {
  expect(after('Take $P = (0.1, 0.2, 0.7)$', 'Take $P = (0.2, 0.1, 0.7)$')).toMatchInlineSnapshot(
    `
    "content/sample.mdx:13:7: P = (0.2, 0.1, 0.7): (0.1, 0.2, 0.7) ≠ (0.2, 0.1, 0.7)
          P = (0.2, 0.1, 0.7)
          ^"
  `,
  );
});

test('data that are not a pmf', () => {
  expect(after('script: { P: [0.1,', 'script: { P: [0.2,').split('\n')[0]).toMatchInlineSnapshot(
    `"content/sample.mdx:1:1: front matter: givens.script.P: pmf: p sums to 1.1, not 1; normalise it with fromWeights()"`,
  );
});

test('a bare number in prose', () => {
  expect(
    after('This site computes in nats', 'This site has 12 pages and computes in nats'),
  ).toMatchInlineSnapshot(
    `"content/sample.mdx:9:15: 12 in the text is checked by nothing; write it as <Value of="…">12</Value>, in a formula, or in words"`,
  );
});

test('a number in a formula that states nothing', () => {
  expect(
    after('This site computes in nats', 'The most is $\\log 2$. This site computes in nats'),
  ).toMatchInlineSnapshot(
    `"content/sample.mdx:9:19: 2 in a formula that states nothing is checked by nothing; write a relation, such as … = 2, or say it in words"`,
  );
  expect(after('This site computes in nats', 'The distance is $\\W{1}{P}{Q}$, in nats')).toBe('');
});

test('a number in the reason why a formula is not executed', () => {
  const stated = '$$\n% stated: it holds for 3 outcomes\nP = Q\n$$\n\nThis site computes in nats';
  expect(after('This site computes in nats', stated)).toMatchInlineSnapshot(
    `"content/sample.mdx:10:1: % stated: it holds for 3 outcomes: 3 is checked by nothing; say it in words"`,
  );
});

test('a component that does not exist, and an attribute that does not', () => {
  expect(
    after('<Lab is="pair-editor" />', '<PairEdit />').replace(/has: .*/, 'has: …'),
  ).toMatchInlineSnapshot(`"content/sample.mdx:32:1: <PairEdit>: no such component; the site has: …"`);
  expect(after('<Lab is="pair-editor" />', '<Lab is="pair-editor" size="large" />')).toMatchInlineSnapshot(
    `"content/sample.mdx:32:1: <Lab>: no attribute size; it has: is, preset, compact, name, caption"`,
  );
});

test('a lab that does not exist', () => {
  expect(after('<Lab is="pair-editor" />', '<Lab is="pair" />')).toMatch(
    /^content\/sample\.mdx:32:1: <Lab is="pair">: no such lab; the site has: .*pair-editor/,
  );
});

test('a source, or a place in it, that is not in references.yaml', () => {
  expect(after('<Cite of="csiszar-1975" />', '<Cite of="csiszar-1976" />')).toMatchInlineSnapshot(`
    "content/sample.mdx:1:1: front matter: sources: csiszar-1975 is cited nowhere on the page; cite it with <Cite of="csiszar-1975" />
    content/sample.mdx:9:33: <Cite of="csiszar-1976">: no such key in content/references.yaml"
  `);
  expect(after('at="pythagoras"', 'at="pythagorean"')).toMatch(
    /^content\/sample\.mdx:9:64: <Cite of="cover-thomas-2006" at="pythagorean">: content\/references\.yaml names these places in it: .*\bpythagoras\b/,
  );
});

test('a claim that belongs to another page, or is missing here', () => {
  expect(after('<Claim id="B6">', '<Claim id="B7">')).toMatchInlineSnapshot(`
    "content/sample.mdx:1:1: claim B6 is to be settled on this page (content/claims.yaml); add <Claim id="B6">
    content/sample.mdx:34:1: <Claim id="B7">: no such row in content/claims.yaml"
  `);
});

test('a reference that leads nowhere', () => {
  const refer = (to: string) => after('See <Cite', `See <Ref to="${to}" /> and <Cite`);
  expect(refer('kl/nonneg')).toBe('');
  expect(refer('divergences/kl/nonneg')).toBe('');
  // Planned pages may be named; what they hold is known when they are written.
  expect(refer('wasserstein/metric')).toBe('');
  expect(refer('kl/nonsense').replace(/it has: .*/, 'it has: …')).toMatchInlineSnapshot(
    `"content/sample.mdx:9:33: <Ref to="kl/nonsense">: page divergences/kl has no item nonsense; it has: …"`,
  );
  expect(refer('kll')).toMatchInlineSnapshot(
    `"content/sample.mdx:9:33: <Ref to="kll">: there is no page kll, and content/planned.yaml names none"`,
  );
  expect(after('sources: [', 'needs: [sample, kl/nothing]\nsources: [').replace(/it has: .*/, 'it has: …'))
    .toMatchInlineSnapshot(`
    "content/sample.mdx:1:1: front matter: needs: sample is on this page
    content/sample.mdx:1:1: front matter: needs: page divergences/kl has no item nothing; it has: …"
  `);
});

test('an id that stands on a page twice', () => {
  expect(
    after('<Lab is="pair-editor" />', '## One {#one}\n\n<Remark id="one">\n\nText.\n\n</Remark>'),
  ).toMatchInlineSnapshot(`"content/sample.mdx:34:1: the id one stands on this page twice"`);
});

test('a counterexample without numbers', () => {
  const without = (says: string): string =>
    `<Counterexample id="none" title="none" given="script" breaks="symmetry">\n\n${says}\n\n</Counterexample>`;
  expect(after('<Lab is="pair-editor" />', without('The two directions differ.'))).toMatchInlineSnapshot(
    `"content/sample.mdx:32:1: <Counterexample id="none">: it shows no numbers; give the values on both sides of what it breaks"`,
  );
  expect(after('<Lab is="pair-editor" />', without('$\\KL{P}{Q}^2 \\ne \\KL{Q}{P}^2$'))).toMatch(
    'it shows no numbers',
  );
  expect(after('<Lab is="pair-editor" />', without('$\\KL{P}{Q} > 1$'))).not.toMatch('it shows no numbers');
});

test('code in a page', () => {
  expect(after('This site computes', 'This site {1 + 1} computes')).toMatchInlineSnapshot(
    `"content/sample.mdx:9:11: pages hold no code, imports or HTML; found "1 + 1""`,
  );
});

test('a front matter key that does not exist', () => {
  expect(after('title: A', 'tilte: A')).toMatchInlineSnapshot(`
    "content/sample.mdx:1:1: front matter: title: Invalid input: expected string, received undefined
    content/sample.mdx:1:1: front matter: Unrecognized key: "tilte""
  `);
});

test('one command rewrites stale digits, and leaves everything else as it is', () => {
  const stale = page
    .replace('&\\approx 1.2928', '&\\approx 1.2900')
    .replace('in="nats">1.3996<', 'in="nats">1.3990<');
  const { source, fixed } = applyFixes(stale, report(stale).failures);
  expect(fixed).toBe(2);
  expect(messages(source)).toEqual([]);
  expect(source).toBe(page);
});

test('needs that go round in a circle', () => {
  const whole = loadLibrary(oracle);
  const kl = whole.index.pages.get('divergences/kl')!;
  const pages = new Map(whole.index.pages).set('divergences/kl', {
    ...kl,
    needs: ['kl-properties/pythagoras'],
  });
  const written = [...pages.keys()];
  // Told from the first page that is on the circle, whichever that is in the order of the site.
  expect(checkSite({ ...whole, index: { ...whole.index, pages } }, written).join()).toMatch(
    /^front matter: needs go round in a circle: (divergences\/kl(?:-properties)?) needs divergences\/kl\S* needs \1$/,
  );
  const planned = { ...whole.index.planned, 'divergences/kl': 'KL' };
  expect(checkSite({ ...whole, index: { ...whole.index, planned } }, written)).toMatchInlineSnapshot(`
    [
      "content/planned.yaml: divergences/kl is written; remove its line",
    ]
  `);
});

test('a page that no section of the navigation lists, and one listed that is not there', () => {
  const pages = readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.mdx'))
    .map(pageId);
  const whole = loadLibrary(oracle);
  expect(checkSite(whole, pages)).toEqual([]);
  expect(checkSite(whole, [...pages.filter((id) => id !== 'divergences/kl'), 'new'])).toMatchInlineSnapshot(`
    [
      "content/navigation.yaml: page new is listed 0 times; list it once",
      "content/navigation.yaml: there is no page content/divergences/kl.mdx",
    ]
  `);
});
