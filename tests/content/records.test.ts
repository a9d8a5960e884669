import { expect, test } from 'vitest';
import { checkPage, failureLine, type Library } from '../../src/site/check-page.ts';
import { checkRecords } from '../../src/site/check-records.ts';
import { loadLibrary } from '../../src/site/library.ts';
import { oracle } from '../oracle/oracle.ts';

const site = loadLibrary(oracle);
/** The site with a page that stays planned, whatever is written. */
const library: Library = {
  ...site,
  index: { ...site.index, planned: { ...site.index.planned, 'learning/planned': 'A page to come' } },
};
const unplanned: Library['claims'][string] = { ...site.claims['A4']!, settled: 'learning/planned', by: [] };
const claim: typeof unplanned = { ...unplanned, planned: true };
const written = library.claims['A1']!;
const term = library.glossary['support']!;

/** What is said when the claims or the glossary are other than they are. */
const with1 = (changes: Partial<Library>): string => checkRecords({ ...library, ...changes }).join('\n');
const withClaim = (changes: Partial<typeof claim>, base = claim): string =>
  with1({ claims: { A5: { ...base, ...changes } } });
const withTerm = (changes: Partial<typeof term>): string =>
  with1({ glossary: { ...library.glossary, support: { ...term, ...changes } } });

test('the records as they stand have nothing wrong', () => {
  expect(checkRecords(library)).toEqual([]);
});

test('every claim of the ledger and of the misconceptions has a row', () => {
  const ids = ['A', 'B', 'M'].flatMap((letter, k) =>
    Array.from({ length: [21, 19, 10][k]! }, (_, at) => `${letter}${at + 1}`),
  );
  expect(Object.keys(library.claims)).toEqual(ids);
});

test('a claim is settled on a page that is written, or says that the page is planned', () => {
  expect(withClaim({ settled: 'learning/nowhere' })).toMatchInlineSnapshot(
    `"content/claims.yaml: A5: it is settled in learning/nowhere, which is no page, and content/planned.yaml names none"`,
  );
  expect(withClaim({})).toBe('');
  expect(with1({ claims: { A5: unplanned } })).toMatchInlineSnapshot(
    `"content/claims.yaml: A5: learning/planned is not written yet; say planned: true"`,
  );
  expect(withClaim({ settled: 'divergences/kl' })).toMatchInlineSnapshot(
    `"content/claims.yaml: A5: divergences/kl is written and does not settle it; add <Claim id="A5"> there, and remove planned"`,
  );
  expect(with1({ claims: { A1: { ...written, planned: true } } })).toMatchInlineSnapshot(
    `"content/claims.yaml: A1: divergences/kl is written; remove planned"`,
  );
});

test('what settles a claim is there', () => {
  expect(
    withClaim({ by: ['kl/nonsense'] }, written).replace(/it has: .*/, 'it has: …'),
  ).toMatchInlineSnapshot(
    `"content/claims.yaml: A5: by: page divergences/kl has no item nonsense; it has: …"`,
  );
  expect(withClaim({ lab: 'laboratory' }, written)).toMatchInlineSnapshot(
    `"content/claims.yaml: A5: lab: there is no components/labs/laboratory"`,
  );
});

test('formulas in a correction are executed, and digits are in formulas', () => {
  expect(withClaim({ correction: 'It is $\\KL{P}{Q} \\le 0$.' }, written)).toMatchInlineSnapshot(
    `"content/claims.yaml: A5: correction: \\KL{P}{Q} \\le 0: 0.029181219142… > 0 at P = (0.474171, 0.525829), Q = (0.356265, 0.643735)"`,
  );
  expect(withClaim({ correction: 'It holds in 3 cases.' }, written)).toMatchInlineSnapshot(
    `"content/claims.yaml: A5: correction: 3 is checked by nothing; say it in words or in a formula"`,
  );
  expect(withClaim({ correction: 'It costs $.' }, written)).toMatchInlineSnapshot(
    `"content/claims.yaml: A5: correction: a $ stands alone"`,
  );
  expect(withClaim({ correction: 'It is $\\log 2$.' }, written)).toMatchInlineSnapshot(
    `"content/claims.yaml: A5: correction: 2 in $\\log 2$ is checked by nothing"`,
  );
});

test('a term is defined once, and its home is there', () => {
  expect(withTerm({ home: 'foundations/nowhere' })).toMatchInlineSnapshot(
    `"content/glossary.yaml: support: home: there is no page foundations/nowhere, and content/planned.yaml names none"`,
  );
  expect(withTerm({ term: 'Entropy' })).toMatchInlineSnapshot(
    `"content/glossary.yaml: entropy: entropy is defined under support already"`,
  );
  expect(withTerm({ means: 'It has 2 outcomes.' })).toMatchInlineSnapshot(
    `"content/glossary.yaml: support: means: 2 is checked by nothing; say it in words or in a formula"`,
  );
});

test('a term or a formalisation that no record names', () => {
  const page = (body: string) =>
    checkPage(
      `---\ntitle: A sample\ndescription: A page.\n---\n\n${body}\n`,
      'content/sample.mdx',
      'sample',
      { ...library, claims: {} },
    ).failures.map(failureLine);
  expect(page('The <Term of="support" /> and <Term of="support">what has mass</Term>.')).toEqual([]);
  expect(page('The <Term of="suport" />.')).toMatchInlineSnapshot(`
    [
      "content/sample.mdx:6:5: <Term of="suport">: no such key in content/glossary.yaml",
    ]
  `);
  expect(page('<Formalised in="lean-mathlib" at="klDiv_eq_zero_iff" />')).toEqual([]);
  expect(page('<Formalised in="lean" at="klDiv" />')).toMatchInlineSnapshot(`
    [
      "content/sample.mdx:6:1: <Formalised in="lean" at="klDiv">: content/formalisations.yaml names there: lean-mathlib, isabelle-hol, rocq-infotheo",
    ]
  `);
  expect(page('<Formalised in="rocq-infotheo" at="klDiv" />')).toMatchInlineSnapshot(`
    [
      "content/sample.mdx:6:1: <Formalised in="rocq-infotheo" at="klDiv">: content/formalisations.yaml names there: div_ge0, div0P, Pinsker_inequality",
    ]
  `);
});
