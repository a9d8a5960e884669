import { readFileSync } from 'node:fs';
import type { Oracle } from '../formula/oracle.ts';
import type { Answers } from './answers/answers.ts';
import { checkPage, type Library, type PageReport } from './check-page.ts';
import { loadLibrary } from './library.ts';
import { pageId } from './page-files.ts';

export interface CheckedPage {
  readonly id: string;
  readonly source: string;
  readonly library: Library;
  readonly report: PageReport;
}

/** A file of `content/` as it is now, checked. */
export function checkedPage(file: string, oracle: Oracle, answers: Answers): CheckedPage {
  const id = pageId(file);
  const source = readFileSync(file, 'utf8');
  const library = loadLibrary(oracle, answers);
  return { id, source, library, report: checkPage(source, file, id, library) };
}
