import type { WrittenScope } from '../../src/formula/written-scope.ts';
import { startSearch } from './engine.ts';
import type { Confirmation } from './confirm.ts';
import { goesOn, type Ending } from './ending.ts';
import { problemHtml, progressHtml } from './result.ts';
import type { Progress } from './search.ts';

/** Runs a search and keeps `place` showing how it stands. Returns the way to stop it; `over` is called once. */
export function runSearch(
  tex: readonly string[],
  scope: WrittenScope,
  seed: number,
  place: HTMLElement,
  over: () => void,
): () => void {
  let last: Progress = { tried: 0, seeks: 'counterexample', done: false };
  let needed = scope;
  const report = (progress: Progress, ending: Ending, confirmed?: Confirmation): void => {
    last = progress;
    place.innerHTML = progressHtml(progress, ending, needed, confirmed).text;
    if (!goesOn(ending)) over();
  };
  report(last, 'searching');
  const end = startSearch(tex, scope, seed, {
    heard: (answer) => {
      if (answer.kind === 'progress') {
        needed = answer.scope;
        report(answer.progress, answer.ending, answer.confirmed);
      }
      if (answer.kind !== 'problem') return;
      place.innerHTML = problemHtml(tex[0]!, answer.problem).text;
      over();
    },
    // What is too much for fifty digits is still told, with this doubt.
    failed: (why) => report(last, last.found ? 'unconfirmed' : why),
  });
  return () => {
    end();
    report(last, 'stopped');
  };
}
