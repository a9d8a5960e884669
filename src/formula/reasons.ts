import type { Named } from './remarks.ts';
import { readRemarks, withoutRemarks } from './remarks.ts';

/** What a step uses, by the names of its comment `% by: …`. */
export interface Reason {
  /** The row of aligned that it gives the reason of, from 1; 0 for the formula as a whole. */
  readonly row: number;
  readonly names: readonly Named[];
}

/** The reasons that a formula's comments give, in the order of its rows. Throws FormulaError. */
export function readReasons(tex: string): Reason[] {
  const rows = new Map<number, Named[]>();
  for (const remark of readRemarks(tex)) {
    if (remark.kind !== 'by') continue;
    const row = rowAt(tex, remark.at);
    rows.set(row, [...(rows.get(row) ?? []), ...remark.names]);
  }
  return [...rows].map(([row, names]) => ({ row, names })).sort((a, b) => a.row - b.row);
}

const BEGIN = '\\begin{aligned}';
const END = '\\end{aligned}';

/** The row that a comment speaks of: the one that it stands behind or, on a line of its own, the next. */
function rowAt(tex: string, at: number): number {
  const plain = withoutRemarks(tex);
  const begin = plain.indexOf(BEGIN) + BEGIN.length;
  if (begin < BEGIN.length || at < begin || at > plain.lastIndexOf(END)) return 0;
  const before = plain.slice(begin, at);
  const line = before.slice(before.lastIndexOf('\n') + 1).trim();
  const ended = rowsEnded(before);
  return /\\\\(?:\[[^\]]*\])?$/.test(line) ? ended : ended + 1;
}

/** How many rows of the outermost environment end in this part of it. */
function rowsEnded(tex: string): number {
  let [rows, depth] = [0, 0];
  for (const [found] of tex.matchAll(/\\begin|\\end|\\\\|\\[{}]|[{}]/g)) {
    if (found === '\\begin' || found === '{') depth++;
    else if (found === '\\end' || found === '}') depth--;
    else if (found === '\\\\' && depth === 0) rows++;
  }
  return rows;
}
