import type { Failure } from './report.ts';

/** Longer lines are cut, so that the caret stays below its place in a narrow terminal. */
const WIDEST = 96;

/** The failure with the line of the formula that it speaks of, and a caret under the place. */
export function pointing(tex: string, failure: Failure): Failure {
  return { ...failure, excerpt: excerpt(tex, failure.offset) };
}

/** What was found, and below it where: three lines for a terminal. */
export function failureText({ message, excerpt: lines }: Failure): string {
  return lines === undefined ? message : `${message}\n${lines}`;
}

function excerpt(tex: string, offset: number): string {
  const at = Math.min(Math.max(offset, 0), tex.length);
  const start = tex.lastIndexOf('\n', at - 1) + 1;
  const line = tex.slice(start).split('\n')[0]!;
  const indent = line.length - line.trimStart().length;
  const column = Math.max(0, at - start - indent);
  const text = line.trim();
  const cut = column > WIDEST - 20 ? Math.min(column - 20, Math.max(0, text.length - WIDEST)) : 0;
  const shown = text.slice(cut, cut + WIDEST);
  const before = cut > 0 ? '…' : '';
  const after = cut + WIDEST < text.length ? '…' : '';
  return `  ${before}${shown}${after}\n  ${' '.repeat(before.length + column - cut)}^`;
}
