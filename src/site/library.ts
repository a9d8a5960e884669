import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Oracle } from '../formula/oracle.ts';
import { Answers } from './answers/answers.ts';
import type { Library } from './check-page.ts';
import { loadClaims, loadNotation, loadReferences } from './data.ts';

const inMemory = new WeakMap<Oracle, Answers>();

function answersOf(oracle: Oracle): Answers {
  const answers = inMemory.get(oracle) ?? new Answers();
  inMemory.set(oracle, answers);
  return answers;
}

/** The files of `content/` that every page is checked against. Without `answers`, what is found is known to this process alone. */
export const loadLibrary = (oracle: Oracle, answers = answersOf(oracle)): Library => ({
  oracle,
  answers,
  notation: loadNotation(),
  references: loadReferences(),
  claims: loadClaims(),
});

/** `content/divergences/kl.mdx` → `divergences/kl`. */
export const pageId = (file: string): string => file.replace(/^.*?content\//, '').replace(/\.mdx$/, '');

/** Every page, in the order of the alphabet. */
export const pageFiles = (): string[] =>
  readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .map((file) => join('content', file))
    .sort();
