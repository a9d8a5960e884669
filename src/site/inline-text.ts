import type { Notation } from '../formula/notation.ts';
import { checkStatement } from '../formula/check.ts';
import type { Oracle } from '../formula/oracle.ts';
import { escapeHtml } from './escape-html.ts';
import { formulaMarkup } from './formula-markup.ts';

/** A sentence of a YAML file, with formulas between dollar signs: words and TeX in turn. */
const partsOf = (text: string): readonly string[] => text.split('$');

/** The sentence as HTML. */
export const inlineMarkup = (text: string): string =>
  partsOf(text)
    .map((part, k) => (k % 2 === 0 ? escapeHtml(part) : formulaMarkup(part, false)))
    .join('');

/** What is wrong in the sentence: a formula that does not hold, a digit that nothing checks. */
export function inlineProblems(text: string, notation: Notation, oracle: Oracle): string[] {
  const parts = partsOf(text);
  if (parts.length % 2 === 0) return ['a $ stands alone'];
  return parts.flatMap((part, k) => {
    if (k % 2 === 1) {
      const { failures, digits } = checkStatement(part, { notation }, oracle);
      const loose = digits.map(({ written }) => `${written} in $${part}$ is checked by nothing`);
      return [...failures.map(({ message }) => message), ...loose];
    }
    const digit = /\p{N}+/u.exec(part)?.[0];
    return digit === undefined ? [] : [`${digit} is checked by nothing; say it in words or in a formula`];
  });
}
