import { renderFormula } from '../formula/render.ts';
import { escapeHtml } from './escape-html.ts';

/** Formulas with more visible characters than this can be wider than a phone, and scroll in a box of their own. */
const phoneWidth = 24;

const visibleLength = (html: string): number => html.replace(/<[^>]*>/g, '').replace(/&[^;]+;/g, '·').length;

/** Characters of the longest part that no line break may cut: a displayed formula as a whole, an inline one between its relations. */
function unbreakableLength(rendered: string, display: boolean): number {
  const html = rendered.slice(rendered.indexOf('class="katex-html"'));
  const parts = html.split('class="katex-base"').slice(1).map(visibleLength);
  return display ? parts.reduce((sum, part) => sum + part, 0) : Math.max(0, ...parts);
}

/**
 * A formula as it stands in a page. One that shows digits or defines a symbol carries its TeX, so that whoever reads the page,
 * a test above all, can execute what is shown. One that may scroll can be reached and scrolled by keyboard.
 */
export function formulaMarkup(tex: string, display: boolean): string {
  // Half of a page's formulas are a single letter; one element serves it as well as KaTeX's fourteen.
  if (!display && /^[A-Za-z]$/.test(tex)) return `<i class="letter">${tex}</i>`;
  const rendered = renderFormula(tex, { display });
  const speaks = /\d|:=|\\coloneqq/.test(tex.replace(/(?<!\\)%.*$/gm, ''));
  const shownTex = speaks ? ` data-tex="${escapeHtml(tex.trim())}"` : '';
  const scrolls =
    unbreakableLength(rendered, display) > phoneWidth
      ? ' tabindex="0" role="group" aria-label="Formula"'
      : '';
  if (display) return `<div class="equation"${shownTex}${scrolls}>${rendered}</div>`;
  if (shownTex === '' && scrolls === '') return rendered;
  return `<span class="formula${scrolls && ' long'}"${shownTex}${scrolls}>${rendered}</span>`;
}
