import { checkValue } from '../../../src/formula/check.ts';
import { equivalence } from '../../../src/formula/mutations/equivalence.ts';
import { place } from '../../../src/site/check-page.ts';
import { oracle } from '../../oracle/oracle.ts';
import { isNoticed, onOneLine, type Break } from './notice.ts';
import type { Asked, PageUnderTest } from './page-questions.ts';

/** What digits of a page are not changed, since nobody says anything with them. */
export interface Spared {
  /** In the name of a quantity that is only mentioned, as in W_1. */
  names: number;
  /** In comments of formulas, which say on what a formula is tried. */
  comments: number;
  /** In mistakes that readers may make: none of them is right. */
  mistakes: number;
  /** In how the givens of exercises are drawn: an exercise on three outcomes is as right as one on two. */
  draws: number;
}

/** Where the front matter says how givens are drawn. */
export function drawsIn(source: string): { readonly from: number; readonly to: number } | undefined {
  const [, frontMatter = ''] = /^---\n([^]*?\n)---/.exec(source) ?? [];
  const draws = /^draws:.*\n(?: .*\n)*/m.exec(frontMatter);
  return draws ? { from: 4 + draws.index, to: 4 + draws.index + draws[0].length } : undefined;
}

interface DigitBreak {
  readonly each: Break;
  /** Changed to the next digit; every digit is once. */
  readonly next: boolean;
}

/** Every digit of a page changed to several others. */
export function* digitBreaks(page: PageUnderTest, spared: Spared): Generator<DigitBreak> {
  const draws = drawsIn(page.source);
  const slips = [...page.source.matchAll(/<Slip of="[^"]*"/g)];
  for (const { 0: digit, index } of page.source.matchAll(/\d/g)) {
    if (slips.some((slip) => index > slip.index && index < slip.index + slip[0].length)) {
      spared.mistakes++;
      continue;
    }
    if (draws && index >= draws.from && index < draws.to) {
      spared.draws++;
      continue;
    }
    const k = page.asked.findIndex((asked) => within(page.source, asked, index));
    const asked = page.asked[k];
    if (asked?.of === 'statement' && asked.report.kind !== 'stated') {
      const inside = index - asked.from;
      if (isComment(asked.tex, inside)) {
        spared.comments++;
        continue;
      }
      if (asked.report.kind === 'mention') {
        spared.names++;
        continue;
      }
    }
    const d = Number(digit);
    for (const step of [1, 9, 5])
      yield { each: broken(page, k, index, digit, String((d + step) % 10)), next: step === 1 };
  }
}

function within(source: string, asked: Asked, index: number): boolean {
  const [from, text] = asked.of === 'statement' ? [asked.from, asked.tex] : [asked.from, asked.shown.of];
  const inside = (start: number, part: string): boolean =>
    index >= start && index < start + part.length && source.startsWith(part, start);
  return inside(from, text) || (asked.of === 'value' && inside(asked.numberFrom, asked.shown.written));
}

function isComment(tex: string, at: number): boolean {
  const line = tex.slice(tex.lastIndexOf('\n', at - 1) + 1, at);
  return /(?<!\\)%/.test(line);
}

function broken(page: PageUnderTest, k: number, index: number, digit: string, other: string): Break {
  const { source, asked } = page;
  const question = asked[k];
  const changed = source.slice(0, index) + other + source.slice(index + 1);
  const spliced = (text: string, from: number): string => changed.slice(from, from + text.length);
  const around = onOneLine(source.slice(Math.max(0, index - 30), index + 20));
  const found = {
    kind: 'digit',
    line: place(source, index).line,
    formula: around,
    change: `digit ${digit} changed to ${other}`,
    noticed: () => page.failures(changed).length > 0,
    equivalent: () => undefined,
  } as const satisfies Break;
  if (!question) return found;
  if (question.of === 'value') {
    const { shown, scope, from, numberFrom } = question;
    const now = { ...shown, of: spliced(shown.of, from), written: spliced(shown.written, numberFrom) };
    const noticed = () => checkValue(now, scope, oracle).failures.length > 0;
    return { ...found, formula: `${shown.of} is ${shown.written}`, noticed };
  }
  const tex = spliced(question.tex, question.from);
  return {
    ...found,
    formula: onOneLine(question.tex),
    change: `${found.change}, at ${index - question.from}`,
    // Nothing executes it, and the record of those formulas no longer agrees.
    noticed: () => question.report.kind === 'stated' || isNoticed(page, k, tex),
    equivalent: () => equivalence(question.tex, tex, question.scope, oracle),
  };
}
