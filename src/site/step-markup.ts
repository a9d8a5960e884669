import type { Equation } from './check-page.ts';
import { baselines } from './formula-rows.ts';
import { mark } from './marks.ts';
import { reasonsOf } from './proof-uses.ts';
import { reasonLinks } from './reason-links.ts';
import type { SiteIndex } from './site-index.ts';

const ordinals = 'First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth'.split(
  ' ',
);

/**
 * A displayed formula that says something, around its markup: an anchor and a mark for it and, in a proof, an anchor for
 * each row of a chain; and beside each the reason that its author gives. `--y` is how far below the top of the formula it
 * belongs.
 */
export function stepMarkup(equation: Equation, typeset: string, page: string, index: SiteIndex): string {
  const { id, formula } = equation;
  const { proof } = formula.around;
  const standing = { page, theorem: proof?.attributes['of'] };
  const reasons = new Map(reasonsOf(formula.tex).map(({ row, names }) => [row, names]));
  const beside = baselines(typeset).map((y, row) => {
    const names = reasons.get(row);
    const anchor = row > 0 && proof ? ` id="${id}-${row}"` : '';
    const place = `${anchor} style="--y:${y}"`;
    if (!names) return anchor && `<i${place}></i>`;
    const line = row > 0 ? `<span class="nth">${ordinals[row - 1] ?? 'A later'} line: </span>` : '';
    return `<p class="by"${place}>${line}by ${reasonLinks(names, standing, index)}</p>`;
  });
  return `<div class="step" id="${id}">${typeset}${mark(equation, page)}${beside.join('')}</div>`;
}
