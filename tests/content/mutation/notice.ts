import { checkStatement, checkValue } from '../../../src/formula/check.ts';
import type { Definition } from '../../../src/formula/environment.ts';
import { equivalence, type Reason } from '../../../src/formula/mutations/equivalence.ts';
import type { Kind } from '../../../src/formula/mutations/edit.ts';
import { mutants } from '../../../src/formula/mutations/mutants.ts';
import { place } from '../../../src/site/check-page.ts';
import { oracle } from '../../oracle/oracle.ts';
import { redefined, type Asked, type PageUnderTest } from './page-questions.ts';

/** One thing wrong in a page. */
export interface Break {
  readonly kind: Kind;
  readonly line: number;
  /** The formula or quantity as it stands, on one line. */
  readonly formula: string;
  /** What was done to it, and where in it. */
  readonly change: string;
  readonly noticed: () => boolean;
  /** Why nothing is wrong after all. */
  readonly equivalent: () => Reason | undefined;
}

export const onOneLine = (tex: string): string => tex.replace(/\s+/g, ' ').trim();

/** Every formula and number of a page broken in every way, but for the digits. */
export function* breaksOf(page: PageUnderTest): Generator<Break> {
  for (const [k, asked] of page.asked.entries()) {
    const { scope } = asked;
    const tex = asked.of === 'statement' ? asked.tex : asked.shown.of;
    const { kind } = asked.of === 'statement' ? asked.report : { kind: 'value' };
    if (kind === 'stated' || kind === 'mention' || kind === 'hypothesis') continue;
    for (const mutant of mutants(tex, scope)) {
      if (mutant.kind === 'digit') continue;
      yield {
        kind: mutant.kind,
        line: place(page.source, asked.from + mutant.offset).line,
        formula: onOneLine(tex),
        change: `${onOneLine(mutant.description)}, at ${mutant.offset}`,
        noticed: () => isNoticed(page, k, mutant.tex),
        equivalent: () =>
          asked.of === 'statement'
            ? equivalence(tex, mutant.tex, scope, oracle)
            : sameQuantity(asked, mutant.tex),
      };
    }
  }
}

/** Whether the k-th thing that the page asks, asked with other TeX, is found wrong: there, or where its definition is used. */
export function isNoticed({ asked }: PageUnderTest, k: number, tex: string): boolean {
  const question = asked[k]!;
  if (question.of === 'value')
    return checkValue({ ...question.shown, of: tex }, question.scope, oracle).failures.length > 0;
  const report = checkStatement(tex, question.scope, oracle);
  if (report.failures.length > 0) return true;
  const before = question.report.definitions;
  if (before.length === 0) return false;
  return asked.slice(k + 1).some((later) => {
    const uses = later.scope.definitions?.some((definition) => before.includes(definition)) ?? false;
    const text = later.of === 'statement' ? later.tex : later.shown.of;
    if (!uses || !mentions(text, before, later.scope.definitions ?? [])) return false;
    const scope = redefined(later.scope, before, report.definitions);
    const found =
      later.of === 'statement' ? checkStatement(text, scope, oracle) : checkValue(later.shown, scope, oracle);
    return found.failures.length > 0;
  });
}

/** `\\hat P` and `\\hat{P}` are one name. */
const bare = (tex: string): string => tex.replace(/[{}\s]/g, '');

/** Whether a formula names one of these, or something that is defined by one of them. */
function mentions(text: string, these: readonly Definition[], known: readonly Definition[]): boolean {
  const names = new Set(these.map(({ name }) => bare(name)));
  for (const { name, tex } of known)
    if ([...names].some((one) => bare(tex).includes(one))) names.add(bare(name));
  return [...names].some((one) => bare(text).includes(one));
}

/** The same number: the quantity is another one, and its value is not. */
function sameQuantity({ shown, scope }: Extract<Asked, { of: 'value' }>, of: string): Reason | undefined {
  const report = checkStatement(`${shown.of} = ${of}`, scope, oracle);
  return report.kind === 'executed' && report.failures.length === 0 ? 'same values' : undefined;
}
