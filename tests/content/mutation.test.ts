import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkPage, place } from '../../src/site/check-page.ts';
import { loadLibrary } from '../../src/site/library.ts';
import { pageId } from '../../src/site/page-files.ts';
import { oracle } from '../oracle/oracle.ts';
import { digitMutants, formulaMutants, type PageMutant } from './page-mutants.ts';

const file = 'content/divergences/kl.mdx';
const source = readFileSync(file, 'utf8');
const library = loadLibrary(oracle);
const check = (text: string) => checkPage(text, file, pageId(file), library).failures;

const unnoticed = (mutants: Iterable<PageMutant>): { tried: number; survivors: string[] } => {
  let tried = 0;
  const survivors: string[] = [];
  for (const mutant of mutants) {
    tried++;
    if (check(mutant.source).length === 0) {
      survivors.push(`line ${place(source, mutant.offset).line}: ${mutant.description}`);
    }
  }
  return { tried, survivors };
};

test('the page as it stands has nothing wrong', () => {
  expect(check(source)).toEqual([]);
});

test('every digit of the page, changed, is noticed', () => {
  const { tried, survivors } = unnoticed(digitMutants(source));
  console.log(`${tried} digits changed`);
  expect(tried).toBeGreaterThan(200);
  expect(survivors).toEqual([]);
});

test('every sign, relation and order of arguments in an executed equation, changed, is noticed', () => {
  const { tried, survivors } = unnoticed(formulaMutants(source, library));
  console.log(`${tried} signs, digits, relations and orders of arguments changed`);
  expect(tried).toBeGreaterThan(200);
  expect(survivors).toEqual([]);
});
