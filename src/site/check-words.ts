import { isComponentName, vocabulary } from './vocabulary.ts';
import { labNames } from './labs.ts';
import type { Component, PageSource } from './page-source.ts';
import type { Claims, References } from './schemas.ts';

type Fail = (offset: number, message: string) => void;

const number = /\p{N}+(?:[.,]\p{N}+)*/u;

/** Attributes whose digits are answered for elsewhere: executed, or resolved against a file of `content/`. */
const checkedAttributes: Readonly<Record<string, readonly string[]>> = {
  Value: ['of'],
  Example: ['given', 'settles'],
  Counterexample: ['given', 'settles'],
  Theorem: ['cited', 'settles'],
  Lemma: ['cited', 'settles'],
  Corollary: ['cited', 'settles'],
  Definition: ['settles'],
  Remark: ['settles'],
  PropertyTable: ['of'],
  Proof: ['uses'],
  Ref: ['to'],
  Formalised: ['at'],
  LibraryCall: ['call', 'equals'],
  Exercise: ['given'],
  Answer: ['of', 'digits'],
  Slip: ['of'],
  Given: ['of'],
  Claim: ['id'],
  Cite: ['of', 'at'],
  Lab: ['is', 'preset'],
};

function checkAttributes(component: Component, fail: Fail): void {
  const { name, attributes, offset } = component;
  if (!isComponentName(name)) {
    fail(offset, `<${name}>: no such component; the site has: ${Object.keys(vocabulary).join(', ')}`);
    return;
  }
  const { required, optional } = vocabulary[name];
  const known: readonly string[] = [...required, ...optional];
  for (const attribute of required) {
    if (!attributes[attribute]) fail(offset, `<${name}>: the attribute ${attribute} is missing`);
  }
  for (const [attribute, value] of Object.entries(attributes)) {
    if (!known.includes(attribute)) {
      fail(offset, `<${name}>: no attribute ${attribute}; it has: ${known.join(', ') || 'none'}`);
    } else if (value === undefined) {
      fail(offset, `<${name} ${attribute}={…}>: pages hold no code; write the value in quotation marks`);
    } else if (number.test(value) && !checkedAttributes[name]?.includes(attribute)) {
      fail(offset, `<${name} ${attribute}="${value}">: a number here is checked by nothing; say it in words`);
    }
  }
}

function checkCitation(
  { attributes, offset }: Component,
  page: PageSource,
  references: References,
  fail: Fail,
): void {
  const key = attributes['of'] ?? '';
  const source = references[key];
  if (!source) {
    fail(offset, `<Cite of="${key}">: no such key in content/references.yaml`);
    return;
  }
  if (!page.frontMatter.sources.includes(key))
    fail(offset, `<Cite of="${key}">: add ${key} to sources in the front matter`);
  const place = attributes['at'];
  if (place !== undefined && !Object.hasOwn(source.at, place)) {
    const places = Object.keys(source.at).join(', ') || 'none';
    fail(
      offset,
      `<Cite of="${key}" at="${place}">: content/references.yaml names these places in it: ${places}`,
    );
  }
}

function checkLab({ attributes, offset }: Component, fail: Fail): void {
  const known = labNames();
  if (known.includes(attributes['is'] ?? '')) return;
  fail(offset, `<Lab is="${attributes['is'] ?? ''}">: no such lab; the site has: ${known.join(', ')}`);
}

/** Claims are settled where `content/claims.yaml` says, once each. */
function checkClaims(page: PageSource, id: string, claims: Claims, fail: Fail): void {
  const shown = page.passages.filter(
    (passage) => passage.kind === 'component' && passage.name === 'Claim',
  ) as Component[];
  const seen = new Set<string>();
  for (const { attributes, offset } of shown) {
    const claim = attributes['id'] ?? '';
    if (!claims[claim]) fail(offset, `<Claim id="${claim}">: no such row in content/claims.yaml`);
    else if (claims[claim].settled !== id) {
      fail(
        offset,
        `<Claim id="${claim}">: content/claims.yaml says that it is settled in ${claims[claim].settled}`,
      );
    } else if (seen.has(claim)) fail(offset, `<Claim id="${claim}">: stands on this page twice`);
    seen.add(claim);
  }
  for (const [claim, row] of Object.entries(claims)) {
    if (row.settled === id && !seen.has(claim)) {
      fail(
        0,
        `claim ${claim} is to be settled on this page (content/claims.yaml); add <Claim id="${claim}">`,
      );
    }
  }
}

/** Everything in a page that is not executed: components, references, claims, and digits that nothing would check. */
export function checkWords(
  page: PageSource,
  id: string,
  library: { readonly references: References; readonly claims: Claims },
  fail: Fail,
): void {
  for (const passage of page.passages) {
    if (passage.kind === 'foreign') {
      fail(
        passage.offset,
        `pages hold no code, imports or HTML; found ${JSON.stringify(passage.what.slice(0, 40))}`,
      );
    } else if (passage.kind === 'text') {
      const found = number.exec(passage.text);
      if (found) {
        fail(
          passage.offset + found.index,
          `${found[0]} in the text is checked by nothing; write it as <Value of="…">${found[0]}</Value>, in a formula, or in words`,
        );
      }
    } else if (passage.kind === 'component') {
      checkAttributes(passage, fail);
      if (passage.name === 'Cite') checkCitation(passage, page, library.references, fail);
      if (passage.name === 'Lab') checkLab(passage, fail);
    }
  }
  for (const key of page.frontMatter.sources) {
    if (!library.references[key]) fail(0, `front matter: sources: no key ${key} in content/references.yaml`);
    const cited = page.passages.some(
      (passage) =>
        passage.kind === 'component' &&
        (passage.name === 'Cite' ? passage.attributes['of'] : passage.attributes['cited']?.split(' ')[0]) ===
          key,
    );
    if (!cited)
      fail(
        0,
        `front matter: sources: ${key} is cited nowhere on the page; cite it with <Cite of="${key}" />`,
      );
  }
  for (const [key, text] of [
    ['title', page.frontMatter.title],
    ['description', page.frontMatter.description],
    ['goals', (page.frontMatter.goals ?? []).join(' ')],
  ] as const) {
    if (number.test(text))
      fail(0, `front matter: ${key}: a number here is checked by nothing; say it in words`);
  }
  checkClaims(page, id, library.claims, fail);
}
