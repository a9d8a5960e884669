import type { Failure } from './check-page.ts';

/** Rewrites the stale digits that a check has found. What a person must decide (a sign, a symbol, a relation) is left as it is. */
export function applyFixes(source: string, failures: readonly Failure[]): { source: string; fixed: number } {
  const fixes = failures
    .flatMap((failure) => failure.fix ?? [])
    .sort((a, b) => b.start - a.start)
    // The same place can be found wrong twice, by two relations of a chain.
    .filter((fix, index, all) => index === 0 || fix.end <= all[index - 1]!.start);
  let rewritten = source;
  for (const { start, end, text } of fixes)
    rewritten = rewritten.slice(0, start) + text + rewritten.slice(end);
  return { source: rewritten, fixed: fixes.length };
}
