import { expect, test } from 'vitest';
import * as core from '../../src/core/index.ts';
import { checkPage, failureLine } from '../../src/site/check-page.ts';
import { loadLibrary } from '../../src/site/library.ts';
import { declaredProperties, propertyCells } from '../../src/site/properties.ts';
import { oracle } from '../oracle/oracle.ts';

// Other pages may settle the same properties.
const library = { ...loadLibrary(oracle), claims: {}, index: { pages: new Map(), planned: {} } };
const messages = (body: string): string =>
  checkPage(
    `---\ntitle: A sample\ndescription: A page.\n---\n\n${body}\n`,
    'content/sample.mdx',
    'sample',
    library,
  )
    .failures.map(failureLine)
    .join('\n');

const remark = (settles: string, id = 'one') =>
  `<Remark id="${id}" title="one" settles="${settles}">\n\nText.\n\n</Remark>`;
const jeffreys = '<PropertyTable of="jeffreysDivergence" />\n\n';
const names = ['symmetric', 'metricPower', 'upperBound', 'finiteOnDisjointSupports', 'generator'];
const all = (of: string, without = '') =>
  names
    .filter((name) => name !== without)
    .map((name) => `${of}.${name}`)
    .join(' ');

test('a table of which each property is settled once has nothing wrong', () => {
  expect(messages(jeffreys + remark(all('jeffreysDivergence')))).toBe('');
});

test('a property that nothing settles, or that is settled twice', () => {
  expect(messages(jeffreys + remark(all('jeffreysDivergence', 'metricPower')))).toMatchInlineSnapshot(
    `"content/sample.mdx:6:1: <PropertyTable of="jeffreysDivergence">: nothing settles metricPower (no); write settles="jeffreysDivergence.metricPower" on the theorem or the counterexample that does"`,
  );
  expect(
    messages(
      `${jeffreys}${remark(all('jeffreysDivergence'))}\n\n${remark('jeffreysDivergence.generator', 'two')}`,
    ),
  ).toMatchInlineSnapshot(
    `"content/sample.mdx:6:1: <PropertyTable of="jeffreysDivergence">: generator is settled by sample/one and by sample/two; once is enough"`,
  );
});

test('an item settles a property that the core declares, in a table', () => {
  expect(messages(remark('jeffreysDivergence.symmetric'))).toMatchInlineSnapshot(
    `"content/sample.mdx:6:1: <Remark settles="jeffreysDivergence.symmetric">: no <PropertyTable of="jeffreysDivergence"> shows it; add one to the page of that divergence"`,
  );
  expect(
    messages(jeffreys + remark(`${all('jeffreysDivergence')} jeffreysDivergence.bounded`)),
  ).toMatchInlineSnapshot(
    `"content/sample.mdx:8:1: <Remark settles="jeffreysDivergence.bounded">: no such property; there are symmetric, metricPower, upperBound, finiteOnDisjointSupports, generator"`,
  );
  expect(messages('<PropertyTable of="kl" />').replace(/does of .*/, 'does of …')).toMatchInlineSnapshot(
    `"content/sample.mdx:6:1: <PropertyTable of="kl">: the core declares no properties of kl; it does of …"`,
  );
  expect(messages('<PropertyTable of="renyiDivergence" />')).toMatchInlineSnapshot(
    `"content/sample.mdx:6:1: <PropertyTable of="renyiDivergence">: renyiDivergence needs an order, as in renyiDivergence(0.5)"`,
  );
});

test('one instance settles what fails, and never what holds', () => {
  const example = (settles: string) =>
    `${jeffreys}${remark(all('jeffreysDivergence', settles))}\n\n<Example id="two" title="two" given="pair" settles="jeffreysDivergence.${settles}">\n\nText.\n\n</Example>`;
  const said = (settles: string) =>
    messages(example(settles))
      .replace(/^.*no such givens.*\n?/m, '')
      .trim();
  expect(said('symmetric')).toMatchInlineSnapshot(
    `"content/sample.mdx:14:1: <Example settles="jeffreysDivergence.symmetric">: the core declares ‘symmetric: yes’, and no single instance shows that"`,
  );
  expect(said('metricPower')).toBe('');
});

test('the bound of an order of few decimals is a fraction, and one that cannot be written is told', () => {
  const bound = (order: string) => {
    const properties = declaredProperties(`alphaDivergence(${order})`);
    return typeof properties === 'string'
      ? properties
      : propertyCells(properties).find(({ name }) => name === 'upperBound')!.tex;
  };
  expect(['0.5', '0.6', '0.2', '0.51'].map(bound)).toEqual([
    '4',
    '\\frac{25}{6}',
    '\\frac{25}{4}',
    '\\frac{10000}{2499}',
  ]);
  expect(messages('<PropertyTable of="alphaDivergence(0.6)" />')).toContain('nothing settles upperBound');
  expect(messages('<PropertyTable of="alphaDivergence(0.12345)" />')).toMatchInlineSnapshot(
    `"content/sample.mdx:6:1: <PropertyTable of="alphaDivergence(0.12345)">: the bound 9.241281757462607 of alphaDivergence(0.12345) is written in no form that src/site/properties.ts knows; add it to \`bounds\`"`,
  );
  expect(messages(remark('alphaDivergence(0.12345).upperBound'))).toContain('is written in no form');
});

test('every bound that the core declares is written in TeX, and every order has its table', () => {
  const declared = Object.keys(core).flatMap((key) => /^(\w+)Properties$/.exec(key)?.[1] ?? []);
  expect(declared.length).toBeGreaterThan(15);
  for (const of of declared) {
    const properties = declaredProperties(of);
    const known = typeof properties === 'string' ? declaredProperties(`${of}(0.5)`) : properties;
    if (typeof known === 'string') throw new Error(`${of}: ${known}`);
    expect(propertyCells(known).map(({ name }) => name)).toEqual(names);
  }
});
