import { renderFormula } from '../formula/render.ts';
import { escapeHtml } from './escape-html.ts';

/** Formulas with more visible characters than this can be wider than a phone, and scroll in a box of their own. */
const phoneWidth = 24;

const visibleLength = (html: string): number => html.replace(/<[^>]*>/g, '').replace(/&[^;]+;/g, '·').length;

/** Characters of the longest part that no line break may cut: what stands between two relations or operators. */
function unbreakableLength(rendered: string): number {
  const html = rendered.slice(rendered.indexOf('class="katex-html"'));
  const parts = html.split('class="katex-base"').slice(1).map(visibleLength);
  return Math.max(0, ...parts);
}

/**
 * A formula as it stands in a page. Where it shows digits or defines a symbol, whoever reads the page, a test above all,
 * finds its TeX in order to execute it: on its element or, where that is `answered`, in `equations.json` beside the page.
 * One that may scroll can be reached and scrolled by keyboard.
 */
export function formulaMarkup(tex: string, display: boolean, answered = false): string {
  // Half of a page's formulas are a single letter; one element serves it as well as KaTeX's fourteen.
  if (!display && /^[A-Za-z]$/.test(tex)) return `<i class="letter">${tex}</i>`;
  const rendered = renderFormula(tex, { display });
  // A quantity may show a digit that its TeX does not have: the exponent of χ².
  const speaks =
    /\d|:=|\\coloneqq/.test(tex.replace(/(?<!\\)%.*$/gm, '')) || /\d/.test(rendered.replace(/<[^>]*>/g, ''));
  const shownTex = speaks && !answered ? ` data-tex="${escapeHtml(tex.trim())}"` : '';
  const scrolls =
    unbreakableLength(rendered) > phoneWidth ? ' tabindex="0" role="group" aria-label="Formula"' : '';
  if (display) return `<div class="equation"${shownTex}${scrolls}>${rendered}</div>`;
  if (shownTex === '' && scrolls === '') return rendered;
  return `<span class="formula${scrolls && ' long'}"${shownTex}${scrolls}>${rendered}</span>`;
}

/**
 * A formula in the text that is not parted from what follows it. Browsers end lines between the last box of a formula and
 * a full stop, unless that box may not be followed by a line's end.
 */
export function holdingOn(markup: string): string {
  const last = markup.lastIndexOf('<span class="katex-base">');
  if (last < 0) return markup;
  // Behind the last box there are only ends of elements: one more of them, and the box is inside of another.
  return `${markup.slice(0, last)}<span class="held">${markup.slice(last)}</span>`;
}
