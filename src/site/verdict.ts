import type { Claims } from './schemas.ts';

/** A verdict as it is shown; 'true if' leaves the condition to the text below. */
export const verdictWords = (verdict: Claims[string]['verdict']): string =>
  verdict === 'true if' ? 'true, with a condition' : verdict;
