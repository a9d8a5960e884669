import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { Answers } from '../../src/site/answers/answers.ts';
import { answersOnDisk } from '../../src/site/answers/on-disk.ts';
import { checkPage, type PageReport } from '../../src/site/check-page.ts';
import { loadLibrary } from '../../src/site/library.ts';
import { pageId } from '../../src/site/page-files.ts';
import { oracle } from '../oracle/oracle.ts';

export interface CheckedFile {
  readonly file: string;
  readonly source: string;
  readonly report: PageReport;
  /** By the clock, and of this thread's processor time. */
  readonly seconds: number;
  readonly busy: number;
}

const answers = new Answers(answersOnDisk());

export function checkFile(file: string): CheckedFile {
  const started = performance.now();
  const before = process.threadCpuUsage();
  const source = readFileSync(file, 'utf8');
  const report = checkPage(source, file, pageId(file), loadLibrary(oracle, answers));
  const { user, system } = process.threadCpuUsage(before);
  return { file, source, report, seconds: (performance.now() - started) / 1000, busy: (user + system) / 1e6 };
}
