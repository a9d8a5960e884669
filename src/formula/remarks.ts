import { FormulaError } from './formula-error.ts';

/** What a TeX comment says about how its formula is checked. */
export type Remark =
  | { readonly kind: 'stated' | 'loose'; readonly reason: string; readonly at: number }
  | { readonly kind: 'strict' | 'in general not'; readonly at: number }
  | {
      readonly kind:
        'full support' | 'disjoint supports' | 'strictly convex' | 'twice differentiable' | 'densities';
      readonly symbols: readonly string[];
      readonly at: number;
    }
  | { readonly kind: 'where' | 'along'; readonly tex: string; readonly at: number }
  | { readonly kind: 'by'; readonly names: readonly Named[]; readonly at: number };

/** A name in a comment, and where it stands. */
export interface Named {
  readonly name: string;
  readonly at: number;
}

const KNOWN =
  '`% stated: reason`, `% loose: reason`, `% strict`, `% in general not`, ' +
  '`% for P, Q with full support`, `% for P, Q with disjoint supports`, `% for f strictly convex`, ' +
  '`% for f twice differentiable`, `% for p, q densities`, `% where P \\ll Q`, `% along n = 2^k`, `% by: kl/nonneg`';

/** The comments of a formula: from an unescaped % to the end of the line. */
function comments(tex: string): { text: string; at: number }[] {
  const found: { text: string; at: number }[] = [];
  for (const match of tex.matchAll(/\\[^]|%([^\n]*)/g)) {
    if (match[1] !== undefined) found.push({ text: match[1], at: match.index });
  }
  return found;
}

export function readRemarks(tex: string): Remark[] {
  return comments(tex)
    .filter(({ text }) => text.trim() !== '')
    .map(({ text, at }) => readRemark(text, at));
}

function readRemark(text: string, at: number): Remark {
  const words = text.trim();
  const reasoned = /^(stated|loose)\b:?\s*(.*)$/.exec(words);
  if (reasoned) {
    const kind = reasoned[1] as 'stated' | 'loose';
    const reason = reasoned[2]!.trim();
    if (reason === '') throw new FormulaError(`% ${kind} without a reason; write \`% ${kind}: reason\``, at);
    return { kind, reason, at };
  }
  if (words === 'strict') return { kind: 'strict', at };
  if (words === 'in general not') return { kind: 'in general not', at };
  const supports =
    /^for (.+) with (full support|disjoint supports)$/.exec(words) ??
    /^for (.+) (strictly convex|twice differentiable|densities)$/.exec(words);
  if (supports) {
    const symbols = supports[1]!.split(/\s*(?:,|\band\b)\s*/).filter((symbol) => symbol !== '');
    const kind = supports[2] as Extract<Remark, { readonly symbols: unknown }>['kind'];
    return { kind, symbols, at };
  }
  const where = /^(where|along)\s+/.exec(words);
  if (where) {
    const tex = words.slice(where[0].length);
    return { kind: where[1] as 'where' | 'along', tex, at: at + 1 + text.indexOf(tex) };
  }
  if (/^by\b/.test(words)) return { kind: 'by', names: readNames(text, at + 1), at };
  throw new FormulaError(`the comment '${words}' is not understood; known comments are ${KNOWN}`, at);
}

/** `by: jensen, kl/nonneg`: an id on the page, or a page and an id on it. */
function readNames(text: string, start: number): Named[] {
  const list = /^\s*by:\s*([a-z0-9-]+(?:\/[a-z0-9-]+)?(?:\s*,\s*[a-z0-9-]+(?:\/[a-z0-9-]+)?)*)\s*$/.exec(
    text,
  );
  if (!list)
    throw new FormulaError(
      '`% by` names items of the site; write it as `% by: jensen, kl/nonneg`',
      start - 1,
    );
  const from = text.indexOf(list[1]!, text.indexOf(':'));
  return [...list[1]!.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => ({ name, at: start + from + index }));
}

/** The formula with its comments blanked out, every other character where it was. */
export function withoutRemarks(tex: string): string {
  return tex.replace(/\\[^]|%[^\n]*/g, (match) => (match[0] === '%' ? ' '.repeat(match.length) : match));
}
