import { resolve } from 'node:path';
import type { Oracle } from '../../formula/oracle.ts';
import type { Answers } from '../answers/answers.ts';
import { checkedPage } from '../checked-page.ts';
import { pageFiles } from '../page-files.ts';
import { equationsFile, type EquationsFile } from './file.ts';

/** What was done with the formulas of each page on which one says something, by the page's id. */
function equationsOfSite(oracle: Oracle, answers: Answers): Record<string, EquationsFile> {
  const pages = pageFiles().map((file) => checkedPage(file, oracle, answers));
  return Object.fromEntries(
    pages
      .filter(({ report }) => report.equations.length > 0)
      .map(({ id, report, library }) => [id, equationsFile(report, library.notation)]),
  );
}

const NAME = 'virtual:equations';

interface Loading {
  addWatchFile(file: string): void;
}

/** Gives what was done with formulas to routes as a module. Made anew when a page changes. */
export function equationsModule(oracle: Oracle, answers: Answers) {
  return {
    name: 'equations',
    resolveId: (id: string) => (id === NAME ? `\0${NAME}` : undefined),
    load(this: Loading, id: string) {
      if (id !== `\0${NAME}`) return undefined;
      for (const file of pageFiles()) this.addWatchFile(resolve(file));
      return `export const pages = ${JSON.stringify(equationsOfSite(oracle, answers))};`;
    },
  };
}
