import { describe, expect, test } from 'vitest';
import { checkPage, failureLine, type Library } from '../../src/site/check-page.ts';
import { loadLibrary } from '../../src/site/library.ts';
import { pageId } from '../../src/site/page-files.ts';
import { readPage } from '../../src/site/page-source.ts';
import { cycleThrough, proofGraph } from '../../src/site/proof-graph.ts';
import { indexPage, loadSiteIndex } from '../../src/site/site-index.ts';
import { oracle } from '../oracle/oracle.ts';

const file = 'content/sample.mdx';
const page = String.raw`---
title: A sample
description: A page with two theorems, of which one rests on the other.
goals: [prove one thing, prove another]
without-exercises: it is a sample
sources: [cover-thomas-2006]
---

See <Cite of="cover-thomas-2006" />.

<Theorem id="gibbs" title="Gibbs' inequality">

$$
\KL{P}{Q} \ge 0
$$

</Theorem>

<Proof of="gibbs" uses="tangent">

Sum the tangent's inequality.

</Proof>

<Lemma id="tangent" title="the tangent">

$\log t \le t - 1$

</Lemma>

<Proof of="tangent">

$$
\begin{aligned}
t - 1 - \log t &= t - (1 + \log t) \\ % by: kl/kl
&\ge 0
\end{aligned}
$$

</Proof>
`;
const library: Library = { ...loadLibrary(oracle), claims: {} };
const messages = (source: string, within = library) =>
  checkPage(source, file, pageId(file), within).failures.map(failureLine).join('\n');
/** The page with one thing changed, and everything that is then said about it. */
const after = (from: string, to: string): string => {
  expect(page, `the page no longer has ${from}`).toContain(from);
  return messages(page.replace(from, to));
};

test('the sample as it stands has nothing wrong', () => {
  expect(messages(page)).toBe('');
});

describe('what a step names', () => {
  test('is an item of the site: the nearest names are offered', () => {
    expect(after('% by: kl/kl', '% by: tangnet')).toMatchInlineSnapshot(
      `"content/sample.mdx:35:45: no definition, theorem, lemma or corollary is called tangnet; nearest: sample/tangent, kl/tangent, sample/gibbs"`,
    );
    expect(after('% by: kl/kl', '% by: kl/nonnegg')).toMatchInlineSnapshot(
      `"content/sample.mdx:35:45: no definition, theorem, lemma or corollary is called kl/nonnegg; nearest: kl/nonneg, kl/jensen, kl/tangent"`,
    );
    expect(after('uses="tangent"', 'uses="kl/kl, jensen"')).toMatchInlineSnapshot(
      `"content/sample.mdx:19:32: no definition, theorem, lemma or corollary is called jensen; nearest: sample/tangent, kl/jensen, sample/gibbs"`,
    );
  });

  test('may be the hypothesis, in a proof alone', () => {
    expect(after('% by: kl/kl', '% by: hypothesis')).toBe('');
    expect(after('\\KL{P}{Q} \\ge 0', '% by: hypothesis\n\\KL{P}{Q} \\ge 0')).toMatchInlineSnapshot(
      `"content/sample.mdx:14:7: hypothesis is what a theorem supposes, and means nothing outside its proof"`,
    );
  });

  test('does not rest on what is being proved', () => {
    expect(after('% by: kl/kl', '% by: gibbs')).toMatchInlineSnapshot(
      `"content/sample.mdx:19:25: these proofs go round in a circle: sample/gibbs → sample/tangent → sample/gibbs"`,
    );
    expect(after('% by: kl/kl', '% by: sample/tangent')).toMatchInlineSnapshot(
      `"content/sample.mdx:35:45: these proofs go round in a circle: sample/tangent → sample/tangent"`,
    );
  });

  test('does not rest on it over another page either', () => {
    const other = page.replace('uses="tangent"', 'uses="sample/gibbs"');
    const pages = new Map(library.index.pages).set('more/other', indexPage('more/other', readPage(other)));
    const within = { ...library, index: { ...library.index, pages } };
    expect(messages(page, within)).toBe('');
    expect(messages(page.replace('% by: kl/kl', '% by: other/gibbs'), within)).toMatchInlineSnapshot(
      `"content/sample.mdx:19:25: these proofs go round in a circle: sample/gibbs → sample/tangent → other/gibbs → sample/gibbs"`,
    );
  });
});

describe('a theorem', () => {
  test('has a proof, or a place in the literature', () => {
    expect(after('<Proof of="tangent">', '<Proof of="gibbs" by="tangent">')).toMatchInlineSnapshot(
      `"content/sample.mdx:25:1: <Lemma id="tangent"> has no proof; write <Proof of="tangent">, or say where it is taken from: cited="key place""`,
    );
    expect(after('title="the tangent"', 'title="the tangent" cited="cover-thomas-2006 gibbs"')).toBe('');
  });

  test('states something that is executed, or has a place in the literature', () => {
    expect(after('$\\log t \\le t - 1$', 'In words.')).toMatchInlineSnapshot(
      `"content/sample.mdx:25:1: <Lemma id="tangent">: nothing executes what it states; say it in a formula that can be executed, or say where it is taken from: cited="key place""`,
    );
    expect(
      after('\\KL{P}{Q} \\ge 0', '% stated: reason\n\\KL{P}{Q} \\ge 0').split('\n')[0],
    ).toMatchInlineSnapshot(
      `"content/sample.mdx:11:1: <Theorem id="gibbs">: nothing executes what it states; say it in a formula that can be executed, or say where it is taken from: cited="key place""`,
    );
  });

  test('is taken from a place that the references name', () => {
    const cited = (text: string) => after('title="the tangent"', `title="the tangent" cited="${text}"`);
    expect(cited('cover-thomas-206 gibbs')).toMatchInlineSnapshot(
      `"content/sample.mdx:25:1: <Lemma cited="cover-thomas-206 gibbs">: no such key in content/references.yaml; nearest: cover-thomas-2006, gretton-2012, levin-peres-2017"`,
    );
    for (const unknown of ['cover-thomas-2006', 'cover-thomas-2006 gibs']) {
      expect(cited(unknown)).toMatch(
        /^content\/sample\.mdx:25:1: <Lemma cited="[^"]*">: write cited="cover-thomas-2006 place" with one of the places that content\/references\.yaml names in it: .*\bgibbs\b/,
      );
    }
    expect(cited('lin-1991')).toMatchInlineSnapshot(
      `"content/sample.mdx:25:1: <Lemma cited="lin-1991">: write cited="lin-1991 place" with one of the places that content/references.yaml names in it: none"`,
    );
  });
});

describe('a proof', () => {
  test('proves a theorem of its page', () => {
    expect(after('<Proof of="gibbs" uses="tangent">', '<Proof of="gibs">')).toMatchInlineSnapshot(`
      "content/sample.mdx:11:1: <Theorem id="gibbs"> has no proof; write <Proof of="gibbs">, or say where it is taken from: cited="key place"
      content/sample.mdx:19:1: <Proof of="gibs">: no theorem of this page has that id; it has: gibbs, tangent"
    `);
  });

  test('executes each displayed step, or names what the step rests on', () => {
    const stated = '% stated: it speaks of a set\n\\begin{aligned}';
    expect(after('\\begin{aligned}', stated)).toBe('');
    expect(
      messages(page.replace(' % by: kl/kl', '').replace('\\begin{aligned}', stated)),
    ).toMatchInlineSnapshot(
      `"content/sample.mdx:34:1: a step of a proof that is not executed must name what it rests on: \`% by: kl/nonneg\`, or \`% by: hypothesis\` for what its theorem supposes"`,
    );
  });
});

test('the graph of the site has an edge for each use, and no circle', () => {
  const graph = proofGraph(loadSiteIndex());
  const names = new Set(graph.nodes.map(({ name }) => name));
  expect(names.size).toBe(graph.nodes.length);
  expect(graph.edges.map(({ from, to }) => `${from} → ${to}`)).toContain('kl/nonneg → kl/jensen');
  expect(graph.edges.flatMap((edge) => cycleThrough(graph, edge) ?? [])).toEqual([]);
});

test('the proofs of the KL page name what they use', () => {
  const { uses } = loadSiteIndex().pages.get('divergences/kl')!;
  expect(uses.map(({ proof, written }) => `${proof}: ${written}`)).toMatchInlineSnapshot(`
    [
      "nonneg-proof-jensen: kl",
      "nonneg-proof-jensen: jensen",
      "nonneg-proof-tangent: kl",
      "nonneg-proof-tangent: tangent",
      "decomposition-proof: entropies",
      "decomposition-proof: entropies",
      "decomposition-proof: kl",
    ]
  `);
});

test('a name on a page that is planned is taken as it is', () => {
  const index = { ...library.index, planned: { ...library.index.planned, 'more/planned': 'A planned page' } };
  expect(messages(page.replace('% by: kl/kl', '% by: planned/anything'), { ...library, index })).toBe('');
});
