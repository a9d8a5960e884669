import { KINDS, type Kind } from '../../../src/formula/mutations/edit.ts';
import { REASONS } from '../../../src/formula/mutations/equivalence.ts';
import { pageId } from '../../../src/site/page-files.ts';
import { JUDGED, keyOf, type Judged } from './judged.ts';
import type { PageResult, Survivor } from './run-page.ts';

/** Of the changes that are wrong, so many must be noticed; of the digits, all. */
export const SHARE = 0.97;

export interface Summary {
  readonly rows: readonly Row[];
  readonly equivalents: readonly { readonly survivor: Survivor; readonly because: string }[];
  /** Changes of a claim that only asks for one witness, such as one with ≠: true as well, so that nothing could notice them. */
  readonly witnessed: readonly Survivor[];
  readonly unnoticed: readonly { readonly survivor: Survivor; readonly judged?: Judged }[];
  /** Of all changes but those of digits: noticed, how many there were that could be, and how many say something else. */
  readonly share: { readonly noticed: number; readonly of: number; readonly ofAll: number };
  readonly tried: number;
  readonly problems: readonly string[];
}
interface Row {
  readonly kind: Kind;
  readonly tried: number;
  readonly noticed: number;
  readonly equivalent: number;
  readonly witnessed: number;
  readonly unnoticed: number;
}

export function summarise(results: readonly PageResult[], judged: readonly Judged[]): Summary {
  const survivors = results.flatMap((result) => result.survivors);
  const judgement = new Map(judged.map((each) => [keyOf(each), each]));
  const equivalents: Summary['equivalents'][number][] = [];
  const witnessed: Survivor[] = [];
  const unnoticed: Summary['unnoticed'][number][] = [];
  for (const survivor of survivors) {
    const by = judgement.get(keyOf(survivor));
    if (survivor.reason === 'one witness') witnessed.push(survivor);
    else if (survivor.reason) equivalents.push({ survivor, because: REASONS[survivor.reason] });
    else if (by?.verdict === 'equivalent') equivalents.push({ survivor, because: by.reason });
    else unnoticed.push({ survivor, ...(by && { judged: by }) });
  }
  const rows = KINDS.map((kind): Row => {
    const of = (counts: 'tried' | 'noticed') =>
      results.reduce((sum, result) => sum + (result[counts][kind] ?? 0), 0);
    return {
      kind,
      tried: of('tried'),
      noticed: of('noticed'),
      equivalent: equivalents.filter(({ survivor }) => survivor.kind === kind).length,
      witnessed: witnessed.filter((survivor) => survivor.kind === kind).length,
      unnoticed: unnoticed.filter(({ survivor }) => survivor.kind === kind).length,
    };
  }).filter(({ tried }) => tried > 0);
  const rest = rows.filter(({ kind }) => kind !== 'digit');
  const sum = (of: 'tried' | 'noticed' | 'equivalent' | 'witnessed') =>
    rest.reduce((total, row) => total + row[of], 0);
  const ofAll = sum('tried') - sum('equivalent');
  const share = { noticed: sum('noticed'), of: ofAll - sum('witnessed'), ofAll };
  return {
    rows,
    equivalents,
    witnessed,
    unnoticed,
    share,
    tried: rows.reduce((total, row) => total + row.tried, 0),
    problems: [
      ...digitProblems(unnoticed),
      ...(share.of > 0 && share.noticed < SHARE * share.of
        ? [`of ${share.of} wrong formulas only ${share.noticed} were noticed; ${SHARE * 100} % must be`]
        : []),
      ...staleProblems(results, [...survivors, ...results.flatMap(({ besides }) => besides)], judged),
    ],
  };
}

const digitProblems = (unnoticed: Summary['unnoticed']): string[] =>
  unnoticed
    .filter(({ survivor, judged }) => survivor.kind === 'digit' && !judged)
    .map(
      ({ survivor: { page, line, change, formula } }) =>
        `content/${page}.mdx:${line}: a digit that nothing checks: ${change} in ${formula}`,
    );

/** A judgement about what is noticed by now, or is no longer there, is of no use, and would hide what comes after it. */
function staleProblems(
  results: readonly PageResult[],
  survivors: readonly Survivor[],
  judged: readonly Judged[],
): string[] {
  const survives = new Set(survivors.map(keyOf));
  const automatic = new Set(survivors.filter(({ reason }) => reason).map(keyOf));
  const pages = new Set(results.map(({ file }) => pageId(file)));
  const gone = new Set(
    results.flatMap(({ file, gone: each }) => each.map((entry) => keyOf({ page: pageId(file), ...entry }))),
  );
  return judged.flatMap((entry) => {
    const key = keyOf(entry);
    const what = `${JUDGED}: ${entry.page}: ${entry.change} in ${entry.formula}`;
    if (!pages.has(entry.page)) return [`${what}: there is no such page`];
    if (gone.has(key)) return [`${what}: there is no such change any more; remove it`];
    if (automatic.has(key))
      return [`${what}: this is found to be equivalent without being judged; remove it`];
    return survives.has(key) ? [] : [`${what}: this is noticed now; remove it`];
  });
}
