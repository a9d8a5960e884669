import type { Givens } from '../../src/formula/expression.ts';
import type { Scope } from '../../src/formula/notation.ts';
import { readScope, type WrittenScope } from '../../src/formula/written-scope.ts';
import { asFormulaError } from '../../src/formula/render.ts';
import { limits } from './limits.ts';
import { notation } from './notation.ts';
import { readFormula, unread, type Problem, type Reading } from './reading.ts';
import type { Ending } from './result.ts';
import { search, type Progress } from './search.ts';

/** What the page asks, and what it is told. The reader's TeX is read here and nowhere else. */
export type Request =
  | {
      readonly kind: 'read';
      readonly tex: string;
      readonly scope: WrittenScope;
      readonly values: Givens;
      /** Whether its parts are typeset as displayed formulas are. */
      readonly display: boolean;
    }
  | {
      readonly kind: 'search';
      readonly tex: readonly string[];
      readonly scope: WrittenScope;
      readonly seed: number;
    };
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'progress'; readonly progress: Progress; readonly ending: Ending }
  | { readonly kind: 'problem'; readonly problem: Problem };

const answer = (message: Answer): void => postMessage(message);
/** Milliseconds between two reports. */
const pause = 100;

function run(tex: readonly string[], seed: number, scope: Scope): void {
  const began = performance.now();
  let reported = began;
  for (const progress of search(tex, seed, scope)) {
    const now = performance.now();
    const late = now - began > limits.search;
    if (progress.done || late)
      return answer({ kind: 'progress', progress, ending: progress.done ? 'done' : 'late' });
    if (now - reported < pause) continue;
    reported = now;
    answer({ kind: 'progress', progress, ending: 'searching' });
  }
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  try {
    const scope = readScope(data.scope, notation);
    if (data.kind === 'search') run(data.tex, data.seed, scope);
    else answer({ kind: 'read', reading: readFormula(data.tex, data.values, scope, data.display) });
  } catch (error) {
    const { message, offset } = asFormulaError(error);
    if (data.kind === 'search') return answer({ kind: 'problem', problem: { message, offset } });
    // Only what a link adds to the notation is read before the formula.
    const problem = { message: `what the link adds to the notation: ${message}`, offset: 0 };
    answer({ kind: 'read', reading: unread(data.tex, data.values, problem) });
  }
});
answer({ kind: 'ready' });
