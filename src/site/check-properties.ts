import type { Component, PageSource } from './page-source.ts';
import { declaredProperties, divergencesOf, propertyCells, settlersOf } from './properties.ts';
import type { SiteIndex } from './site-index.ts';

type Fail = (offset: number, message: string) => void;

/** One instance shows that something fails, and never that it holds. */
const isInstance = (name: string): boolean => name === 'Counterexample' || name === 'Example';

/**
 * Every cell of a `<PropertyTable>` is settled by one item of the site, and every item that says `settles` settles a
 * property that the core declares, in a table that shows it.
 */
export function checkProperties(page: PageSource, here: SiteIndex, fail: Fail): void {
  for (const passage of page.passages) {
    if (passage.kind !== 'component') continue;
    if (passage.name === 'PropertyTable') checkTable(passage, here, fail);
    for (const settled of passage.attributes['settles']?.trim().split(/\s+/) ?? [])
      checkSettler(passage, settled, here, fail);
  }
}

function checkTable({ attributes, offset }: Component, here: SiteIndex, fail: Fail): void {
  for (const of of divergencesOf(attributes['of'] ?? '')) {
    const properties = declaredProperties(of);
    if (typeof properties === 'string') {
      fail(offset, `<PropertyTable of="${of}">: ${properties}`);
      continue;
    }
    for (const { name, answer } of propertyCells(properties)) {
      const settlers = settlersOf(of, name, here);
      if (settlers.length === 1) continue;
      fail(
        offset,
        settlers.length === 0
          ? `<PropertyTable of="${of}">: nothing settles ${name} (${answer}); write settles="${of}.${name}" on the theorem or the counterexample that does`
          : `<PropertyTable of="${of}">: ${name} is settled by ${settlers.join(' and by ')}; once is enough`,
      );
    }
  }
}

function checkSettler({ name: kind, offset }: Component, settled: string, here: SiteIndex, fail: Fail): void {
  const dot = settled.lastIndexOf('.');
  const [of, property] = [settled.slice(0, dot), settled.slice(dot + 1)];
  const properties = declaredProperties(of);
  const problem = (what: string): void => fail(offset, `<${kind} settles="${settled}">: ${what}`);
  if (typeof properties === 'string') return problem(properties);
  const cells = propertyCells(properties);
  const cell = cells.find(({ name }) => name === property);
  if (!cell) return problem(`no such property; there are ${cells.map(({ name }) => name).join(', ')}`);
  if (cell.universal && isInstance(kind))
    problem(`the core declares ‘${cell.asks}: ${cell.answer}’, and no single instance shows that`);
  const shown = [...here.pages.values()].some(({ tables }) => tables.includes(of));
  if (!shown) problem(`no <PropertyTable of="${of}"> shows it; add one to the page of that divergence`);
}
