import { useEffect, useMemo } from 'preact/hooks';
import type { Lab } from '../frame/lab.ts';
import { Range } from '../frame/range.tsx';
import { letters } from './claims.ts';
import { type Setting, seedGrid } from './model.ts';
import type { Outcome, Request } from './search.ts';
import { createSearching } from './searching.ts';

const requestOf = ({ property, divergence, constant, seed }: Setting): Request => ({
  question: { property, divergence, constant },
  seed,
});

const key = (request: Request): string => JSON.stringify(request);

const isShown = ({ found }: Outcome, setting: Setting): boolean =>
  !found || letters.every((of) => String(found[of]) === String(setting[of]));

/** So many random choices a search makes: what `search.ts` says, which is fetched only for a search. */
const tries = '20000';

/** What a search has come to, as long as that is what is seen. */
function Result({ outcome, seed }: { readonly outcome: Outcome; readonly seed: number }) {
  if (outcome.found)
    return (
      <p class="said">
        Found, certified and shrunk.{' '}
        {outcome.smallest
          ? 'On as many outcomes or fewer, all choices with a smaller sum of outcomes and denominator were tried, and none breaks it.'
          : 'Not all smaller choices were tried.'}
      </p>
    );
  return (
    <p class="said" data-givens={JSON.stringify({ N: tries, seed: String(seed) })}>
      Nothing found: <data data-given="N">{tries}</data> random choices from seed{' '}
      <data data-given="seed">{seed}</data>, and after them every choice of the smallest sizes, keep it.
    </p>
  );
}

const endings = {
  found: 'A counterexample is found, and shown.',
  none: 'The search is done, and has found nothing.',
  failed: 'The search has failed. Nothing has changed.',
  cancelled: 'The search is cancelled. Nothing has changed.',
} as const;

/** The search for masses that break what is chosen. */
export function SearchPanel({ lab }: { readonly lab: Lab<Setting> }) {
  const searching = useMemo(createSearching, []);
  const setting = lab.setting.value;
  const request = requestOf(setting);
  const share = searching.share.value;
  const last = searching.last.value;
  // A search for what is no longer asked is of no use.
  useEffect(() => searching.cancel, [key(request)]);
  const start = (): void =>
    void searching.start(request, (outcome) => {
      const { found } = outcome ?? {};
      if (found) lab.act((from) => ({ ...from, ...found }));
      lab.say(endings[!outcome ? 'failed' : found ? 'found' : 'none']);
    });
  return (
    <div class="searching">
      <Range
        lab={lab}
        id="seed"
        label="the seed of the search"
        symbol="seed"
        given="seed"
        grid={seedGrid}
        value={setting.seed}
        set={(from, seed) => ({ ...from, seed })}
      />
      <div class="run-row">
        {share === undefined ? (
          <button type="button" class="run" disabled={!lab.alive.value} onClick={start}>
            Search for a counterexample
          </button>
        ) : (
          <button
            type="button"
            class="run"
            onClick={() => {
              searching.cancel();
              lab.say(endings.cancelled);
            }}
          >
            Cancel the search
          </button>
        )}
        {share !== undefined && <progress max={1} value={share} aria-label="choices tried" />}
      </div>
      {last &&
        share === undefined &&
        key(last.request) === key(request) &&
        isShown(last.outcome, setting) && <Result outcome={last.outcome} seed={setting.seed} />}
    </div>
  );
}
