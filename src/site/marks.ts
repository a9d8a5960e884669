import type { Equation } from './check-page.ts';
import { pagePath } from './navigation.ts';

/** Where the record of the build says what was done with a formula. */
const recordOf = (page: string, id: string): string => `/verification${pagePath(page)}#${id}`;

const link = ({ id, report }: Equation, page: string, attributes: string): string => {
  const [kind, says] = report.kind === 'stated' ? ['ticked stated', 'Stated'] : ['ticked', 'Executed'];
  return `<a class="${kind}${attributes} href="${recordOf(page, id)}" aria-label="${says}"></a>`;
};

/** The sign beside a displayed formula: what was done with it, or why nothing was. */
export const mark = (equation: Equation, page: string): string => link(equation, page, '"');

/** The smaller sign behind a formula in the text, which is its anchor too. */
export const inlineMark = (equation: Equation, page: string): string =>
  link(equation, page, ` in-line" id="${equation.id}"`);
