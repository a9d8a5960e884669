import katex from 'katex';
import { FormulaError } from './formula-error.ts';
import { forbidden, typesetMacros } from './macros.ts';
import { withoutRemarks } from './remarks.ts';

/** A KaTeX error, or anything else that its parser threw, as one that says where. */
export function asFormulaError(error: unknown): FormulaError {
  if (error instanceof FormulaError) return error;
  if (error instanceof RangeError) return new FormulaError('the formula is nested too deeply', 0);
  if (!(error instanceof Error)) return new FormulaError(String(error), 0);
  const { rawMessage, position } = error as Error & { rawMessage?: string; position?: number };
  return new FormulaError(rawMessage ?? error.message, position ?? 0);
}

/** What only tells how MathML would look: its copy of the formula is heard, and never seen. */
const looks =
  /<annotation [^>]*>[^]*?<\/annotation>|<\/?semantics>|<mspace[^>]*>(?:<\/mspace>)?| (?:stretchy|fence|separator|columnalign|columnspacing|rowspacing|scriptlevel|displaystyle|minsize|maxsize|lspace|rspace|width|movablelimits)="[^"]*"/g;

const heard = (mathml: string): string => mathml.replace(looks, '');

/** A style to a thousandth of an em, which is less than a fiftieth of a pixel, and without what says nothing. */
const terse = (style: string): string =>
  style
    .replace(/\d*\.\d{4,}(?=em)/g, (length) => String(Math.round(Number(length) * 1000) / 1000))
    .replace('margin-left:0em;', '')
    .replace(';"', '"');

/**
 * The HTML of a formula: KaTeX's HTML for the eye and MathML for a screen reader, without the TeX source.
 * Comments are not typeset. Throws FormulaError, also for what KaTeX would only print in red.
 */
export function renderFormula(tex: string, options: { readonly display: boolean }): string {
  const problem = forbidden(tex);
  if (problem) throw new FormulaError(problem.message, problem.offset);
  try {
    return katex
      .renderToString(withoutRemarks(tex), {
        displayMode: options.display,
        output: 'htmlAndMathml',
        throwOnError: true,
        strict: () => 'error',
        trust: ({ command }) => {
          throw new FormulaError(`${command} is not allowed in a formula`, tex.indexOf(command));
        },
        macros: { ...typesetMacros },
      })
      .replace(/<math[^]*<\/math>/, heard)
      .replace(/ style="[^"]*"/g, terse);
  } catch (error) {
    throw asFormulaError(error);
  }
}
