import { renderFormula } from '../formula/render.ts';

const escapeAttribute = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;').replace(/\n/g, '&#10;');

/** Formulas with more visible characters than this can be wider than a phone, and scroll in a box of their own. */
const phoneWidth = 24;

const visibleLength = (rendered: string): number => {
  const html = rendered.slice(rendered.indexOf('class="katex-html"'));
  return html.replace(/<[^>]*>/g, '').replace(/&[^;]+;/g, '·').length;
};

/**
 * A formula as it stands in a page. One that shows digits carries its TeX, so that whoever reads the page,
 * a test above all, can execute what is shown. One that may scroll can be reached and scrolled by keyboard.
 */
export function formulaMarkup(tex: string, display: boolean): string {
  // Half of a page's formulas are a single letter; one element serves it as well as KaTeX's fourteen.
  if (!display && /^[A-Za-z]$/.test(tex)) return `<i class="letter">${tex}</i>`;
  const rendered = renderFormula(tex, { display });
  const shownTex = /\d/.test(tex.replace(/(?<!\\)%.*$/gm, '')) ? ` data-tex="${escapeAttribute(tex.trim())}"` : '';
  const scrolls = visibleLength(rendered) > phoneWidth ? ' tabindex="0" role="group" aria-label="Formula"' : '';
  if (display) return `<div class="equation"${shownTex}${scrolls}>${rendered}</div>`;
  if (shownTex === '' && scrolls === '') return rendered;
  return `<span class="formula${scrolls && ' long'}"${shownTex}${scrolls}>${rendered}</span>`;
}
