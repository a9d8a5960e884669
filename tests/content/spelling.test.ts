import { expect, test } from 'vitest';
import { misspeltInPage, readWords, Speller, wordsIn } from './spelling.ts';

const { words, problems } = readWords();
const speller = new Speller(words);

test.each([
  'behaviour',
  'normalise',
  'centre',
  'Kullback–Leibler',
  'cross-entropy',
  'Pinsker’s',
  'pmfs',
  'KL',
  'size',
  'GANs',
])('%s is right', (text) => expect(wordsIn(text).every(({ word }) => speller.knows(word))).toBe(true));

test.each([
  'behavior',
  'normalize',
  'normalization',
  'center',
  'centered',
  'divergance',
  'pinsker',
  'wassserstein',
])('%s is not', (word) => expect(speller.knows(word)).toBe(false));

test('formulas are no words', () => {
  expect(wordsIn('the $\\KL{P}{Q}$ of it').map(({ word }) => word)).toEqual(['the', 'of', 'it']);
});

test('a misspelt word is told with its place, in prose, in titles and in goals; code is left alone', () => {
  const page = `---
title: The color
description: A page.
goals: [say it corectly, say it again]
---

The \`divergance\` is a divergance.

<Remark title="an exampel">

Text.

</Remark>
`;
  const found = misspeltInPage(page, 'content/sample.mdx', speller);
  expect(found.map((line) => line.replace(/ is not in .*/, ''))).toEqual([
    'content/sample.mdx:2:12: color',
    'content/sample.mdx:4:16: corectly',
    'content/sample.mdx:7:23: divergance',
    'content/sample.mdx:9:19: exampel',
  ]);
  expect(found[2]).toContain('which has divergence');
});

test('the list of words has nothing that the dictionary has, and nothing twice', () => {
  expect(problems).toEqual([]);
  const list = '- reason: it is only a test\n  words: [divergence, nats, nats]\n';
  expect(readWords(list).problems).toMatchInlineSnapshot(`
    [
      "content/words.yaml: divergence is in the dictionary; remove it",
      "content/words.yaml: nats stands there twice",
    ]
  `);
});
