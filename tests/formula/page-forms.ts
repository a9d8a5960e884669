import { describe, expect, test } from 'vitest';
import { checkStatement } from '../../src/formula/check.ts';
import { failureText } from '../../src/formula/excerpt.ts';
import type { Definition, Givens } from '../../src/formula/environment.ts';
import { readNotation } from '../../src/formula/notation.ts';
import type { Scope } from '../../src/formula/notation.ts';
import { renderFormula } from '../../src/formula/render.ts';
import { oracle } from '../oracle/oracle.ts';
import { notation as sites } from './notation.ts';
import { PLAIN, unnoticed } from './unnoticed.ts';

/** Something that can be written, with a true statement. */
export interface Form {
  readonly what: string;
  readonly tex: string;
  /** Formulas that are read before it. */
  readonly before?: readonly string[];
  readonly given?: Givens;
  /** Changes that leave it as true as it was, with the reason beside them. */
  readonly spared?: (description: string) => boolean;
}

/** Symbols of a page, as its front matter declares them. */
export type PageNotation = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The scope of a page with these symbols, in which these formulas have been read. */
export function scopeAfter(page: PageNotation, earlier: readonly string[] = [], givens?: Givens): Scope {
  const notation = { ...sites, ...readNotation(page) };
  const definitions: Definition[] = [];
  for (const tex of earlier) {
    const report = checkStatement(tex, { notation, ...(givens && { givens }), definitions }, oracle);
    expect(report.failures.map(failureText)).toEqual([]);
    definitions.push(...report.definitions);
  }
  return { notation, ...(givens && { givens }), definitions };
}

/** What a contributor is told about a formula, with the caret. */
export function toldAbout(tex: string, scope: Scope): string {
  return `\n${checkStatement(tex, scope, oracle).failures.map(failureText).join('\n')}\n`;
}

/** Each form holds, is typeset, and every mutant of it is noticed. */
export function testForms(title: string, page: PageNotation, forms: readonly Form[]): void {
  describe(title, () => {
    test.each(forms)('$what: $tex', ({ tex, before, given }) => {
      const report = checkStatement(tex, scopeAfter(page, before, given), oracle);
      expect(report.failures.map(failureText)).toEqual([]);
      expect(['executed', 'definition']).toContain(report.kind);
      expect(renderFormula(tex, { display: true })).toContain('<math');
    });
  });
  describe(`${title}: any change of a digit, a sign, a relation or the order of arguments is noticed`, () => {
    test.each(forms)('$what: $tex', ({ tex, before, given, spared }) => {
      const scope = scopeAfter(page, before, given);
      expect(unnoticed(tex, scope, { kinds: PLAIN, spared })).toEqual([]);
    });
  });
}
