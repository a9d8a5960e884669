import type { Givens } from '../../src/formula/expression.ts';
import { asFormulaError } from '../../src/formula/render.ts';
import { limits } from './limits.ts';
import { notation } from './notation.ts';
import { readFormula, type Problem, type Reading } from './reading.ts';
import type { Ending } from './result.ts';
import { search, type Progress } from './search.ts';

/** What the page asks, and what it is told. The reader's TeX is read here and nowhere else. */
export type Request =
  | { readonly kind: 'read'; readonly tex: string; readonly values: Givens }
  | { readonly kind: 'search'; readonly tex: readonly string[]; readonly seed: number };
export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly reading: Reading }
  | { readonly kind: 'progress'; readonly progress: Progress; readonly ending: Ending }
  | { readonly kind: 'problem'; readonly problem: Problem };

const answer = (message: Answer): void => postMessage(message);
/** Milliseconds between two reports. */
const pause = 100;

function run(tex: readonly string[], seed: number): void {
  const began = performance.now();
  let reported = began;
  for (const progress of search(tex, seed, notation)) {
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
    if (data.kind === 'search') run(data.tex, data.seed);
    else answer({ kind: 'read', reading: readFormula(data.tex, data.values, notation) });
  } catch (error) {
    const { message, offset } = asFormulaError(error);
    answer({ kind: 'problem', problem: { message, offset } });
  }
});
answer({ kind: 'ready' });
