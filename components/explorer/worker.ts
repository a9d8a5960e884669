import type { Givens } from '../../src/formula/environment.ts';
import type { Scope } from '../../src/formula/notation.ts';
import { ownScope } from '../../src/formula/own-scope.ts';
import { readRemarks, withoutRemarks } from '../../src/formula/remarks.ts';
import { readStatement } from '../../src/formula/statement.ts';
import {
  joinScopes,
  nothingAdded,
  readScope,
  writeScope,
  type WrittenScope,
} from '../../src/formula/written-scope.ts';
import { asFormulaError } from '../../src/formula/render.ts';
import { limits } from './limits.ts';
import { confirm, type Confirmation } from './confirm.ts';
import { notation } from './notation.ts';
import { readQuestion } from './question.ts';
import { readFormula, unread, type Problem, type Reading } from './reading.ts';
import type { Ending } from './ending.ts';
import { search, type Found, type Progress } from './search.ts';

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
  | { readonly kind: 'read'; readonly reading: Reading; readonly scope: WrittenScope }
  | {
      readonly kind: 'progress';
      readonly progress: Progress;
      readonly ending: Ending;
      readonly scope: WrittenScope;
      readonly confirmed?: Confirmation;
    }
  | { readonly kind: 'loading' }
  | { readonly kind: 'problem'; readonly problem: Problem };

const answer = (message: Answer): void => postMessage(message);
/** Milliseconds between two reports. */
const pause = 100;

function scopeOfParts(tex: string, outside: Scope): WrittenScope {
  const scope = ownScope(outside, readRemarks(tex));
  const written = writeScope(tex, scope, notation);
  const source = withoutRemarks(tex);
  if (readStatement(source, scope).kind !== 'definition') return written;
  return { ...written, definitions: [...written.definitions, source.trim()] };
}

/** What whoever recomputes a value of these formulas needs besides the site's notation: what they define, too. */
function neededFor(tex: readonly string[], scope: Scope): WrittenScope {
  try {
    return tex.map((one) => scopeOfParts(one, scope)).reduce(joinScopes, nothingAdded);
  } catch {
    // A formula that cannot be read has no values.
    return nothingAdded;
  }
}

/** Fifty digits, fetched when there is something to confirm; undefined where they cannot be had. */
async function confirmed(found: Found, tex: readonly string[], scope: Scope, begin: () => void) {
  answer({ kind: 'loading' });
  const { oracle } = await import('virtual:oracle').catch(() => ({ oracle: undefined }));
  if (!oracle) return 'unknown';
  begin();
  return confirm(readQuestion(tex[found.which]!, scope), found.values, oracle);
}

async function run(tex: readonly string[], seed: number, scope: Scope): Promise<void> {
  const began = performance.now();
  const needed = neededFor(tex, scope);
  let reported = began;
  const steps = search(tex, seed, scope);
  let step = steps.next();
  while (!step.done) {
    const progress = step.value;
    const now = performance.now();
    const late = now - began > limits.search;
    const tell = (ending: Ending, by?: Confirmation): void =>
      answer({ kind: 'progress', progress, ending, scope: needed, ...(by && { confirmed: by }) });
    if (progress.found) {
      const by = await confirmed(progress.found, tex, scope, () => tell('confirming'));
      if (by !== undefined) return by === 'unknown' ? tell('unconfirmed') : tell('done', by);
      const { found: refuted, ...rest } = progress;
      if (refuted && late) return answer({ kind: 'progress', progress: rest, ending: 'late', scope: needed });
      step = steps.next(false);
      continue;
    }
    if (progress.done || late) return tell(progress.done ? 'done' : 'late');
    if (now - reported >= pause) {
      reported = now;
      tell('searching');
    }
    step = steps.next();
  }
}

/** Tells why a formula cannot be searched, or read. */
function refuse(data: Request, error: unknown): void {
  const { message, offset } = asFormulaError(error);
  if (data.kind === 'search') return answer({ kind: 'problem', problem: { message, offset } });
  // Only what a link adds to the notation is read before the formula.
  const problem = { message: `what the link adds to the notation: ${message}`, offset: 0 };
  answer({ kind: 'read', reading: unread(data.tex, data.values, problem), scope: nothingAdded });
}

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  try {
    const scope = readScope(data.scope, notation);
    if (data.kind === 'search') {
      run(data.tex, data.seed, scope).catch((error: unknown) => refuse(data, error));
      return;
    }
    const reading = readFormula(data.tex, data.values, scope, data.display);
    answer({ kind: 'read', reading, scope: neededFor([data.tex], scope) });
  } catch (error) {
    refuse(data, error);
  }
});
answer({ kind: 'ready' });
