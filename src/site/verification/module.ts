import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Oracle } from '../../formula/oracle.ts';
import type { Answers } from '../answers/answers.ts';
import { checkPage } from '../check-page.ts';
import { loadLibrary } from '../library.ts';
import { pageFiles, pageId } from '../page-files.ts';
import { buildFacts } from './build-facts.ts';
import { engineRuns } from './engines.ts';
import { recordOf, type VerificationRecord } from './record.ts';

/** Checks every page; what was executed before, with the same sources, is known. */
export function siteRecord(oracle: Oracle, answers: Answers): VerificationRecord {
  const library = loadLibrary(oracle, answers);
  const pages = pageFiles().map((file) => {
    const id = pageId(file);
    return { id, report: checkPage(readFileSync(file, 'utf8'), file, id, library) };
  });
  return recordOf(pages, library, buildFacts(), { engines: engineRuns() });
}

const NAME = 'virtual:verification';

interface Loading {
  addWatchFile(file: string): void;
}

/** Gives the record to pages as a module, so that what they show of it is what was found. Made anew when a page changes. */
export function verificationModule(oracle: Oracle, answers: Answers) {
  return {
    name: 'verification-record',
    resolveId: (id: string) => (id === NAME ? `\0${NAME}` : undefined),
    load(this: Loading, id: string) {
      if (id !== `\0${NAME}`) return undefined;
      for (const file of pageFiles()) this.addWatchFile(resolve(file));
      return `export const record = ${JSON.stringify(siteRecord(oracle, answers))};`;
    },
  };
}
