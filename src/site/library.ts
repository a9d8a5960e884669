import type { Oracle } from '../formula/oracle.ts';
import { Answers } from './answers/answers.ts';
import type { Library } from './check-page.ts';
import {
  loadClaims,
  loadFormalisations,
  loadGlossary,
  loadLibraryCalls,
  loadNotation,
  loadReferences,
} from './data.ts';
import { loadSiteIndex } from './site-index.ts';

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
  glossary: loadGlossary(),
  formalisations: loadFormalisations(),
  calls: loadLibraryCalls(),
  index: loadSiteIndex(),
});
