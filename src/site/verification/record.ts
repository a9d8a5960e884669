import type { PageReport } from '../check-page.ts';
import { pagePath } from '../navigation.ts';
import { languages, type Claims, type LibraryCalls } from '../schemas.ts';
import type { SiteIndex } from '../site-index.ts';
import type { BuildFacts } from './build-facts.ts';
import type { EngineRun } from './engines.ts';
import { recordedOutput, type LibraryCall } from './libraries.ts';

/** How many equations were executed, and how many stand there with a reason why they are not. */
export interface Equations {
  readonly executed: number;
  readonly stated: number;
}

/** A formula that nothing executes. */
export interface StatedEquation {
  readonly tex: string;
  readonly reason: string;
  /** The nearest anchor on its page; absent where it stands before all of them. */
  readonly anchor?: string;
}

/** On how many instances formulas were tried: in doubles, at fifty digits, and in steps of a search for a counterexample. */
export interface Tried {
  readonly doubles: number;
  readonly digits50: number;
  readonly steps: number;
}

export interface PageRecord {
  readonly title: string;
  /** Of the displayed equations. */
  readonly executed: number;
  readonly stated: readonly StatedEquation[];
  /** The same of the equations inside of lines of text. */
  readonly inline: { readonly executed: number; readonly stated: readonly StatedEquation[] };
  /** Numbers that were compared with fifty digits: beside ≈ in formulas, and in the text. */
  readonly numbers: number;
  readonly tried: Tried;
}

export interface ClaimRecord {
  readonly claim: string;
  readonly verdict: string;
  /** The page that settles it, or will. */
  readonly page: string;
  readonly settled: boolean;
}

/** What was executed for a build: the content of `/verification.json`. */
export interface VerificationRecord {
  /** The state of the sources, absent outside of a git checkout. */
  readonly commit?: BuildFacts['commit'];
  /** What the checks were run with. */
  readonly tools: BuildFacts['tools'];
  /** Displayed equations, those on lines of their own. */
  readonly equations: Equations & { /** Of a hundred. */ readonly percent: number };
  /** Equations inside of lines of text, executed in the same way and counted apart. */
  readonly inline: Equations;
  readonly tried: Tried;
  readonly numbers: number;
  readonly pages: Readonly<Record<string, PageRecord>>;
  readonly libraries: {
    readonly run: number;
    readonly agreed: number;
    readonly calls: readonly LibraryCall[];
  };
  readonly claims: {
    readonly settled: number;
    readonly open: number;
    readonly rows: Readonly<Record<string, ClaimRecord>>;
  };
  readonly engines: readonly EngineRun[];
}

export interface Checked {
  readonly id: string;
  readonly report: Pick<PageReport, 'equations' | 'counts' | 'computed'>;
}

interface Recorded {
  readonly claims: Claims;
  readonly index: SiteIndex;
  readonly calls: LibraryCalls;
}

/** Sums up what the checks of all pages have found. */
export function recordOf(
  pages: readonly Checked[],
  { claims, index, calls: recorded }: Recorded,
  facts: BuildFacts,
  { engines = [] }: { readonly engines?: readonly EngineRun[] },
): VerificationRecord {
  const records = pages.map(({ id, report }) => [pagePath(id), pageRecord(id, report, index)] as const);
  const all = records.map(([, record]) => record);
  const sum = (of: (record: PageRecord) => number): number =>
    all.reduce((total, record) => total + of(record), 0);
  const executed = sum((record) => record.executed);
  const stated = sum((record) => record.stated.length);
  const calls = callsOf(pages, recorded);
  return {
    ...(facts.commit && { commit: facts.commit }),
    tools: facts.tools,
    equations: { executed, stated, percent: percent(executed, executed + stated) },
    inline: {
      executed: sum(({ inline }) => inline.executed),
      stated: sum(({ inline }) => inline.stated.length),
    },
    tried: {
      doubles: sum(({ tried }) => tried.doubles),
      digits50: sum(({ tried }) => tried.digits50),
      steps: sum(({ tried }) => tried.steps),
    },
    numbers: sum(({ numbers }) => numbers),
    pages: Object.fromEntries(records),
    libraries: { run: calls.length, agreed: calls.filter(({ agrees }) => agrees).length, calls },
    claims: claimsRecord(claims, index),
    engines,
  };
}

/** How many of the displayed equations of a page were executed, and how many are stated. */
export function displayedEquations(equations: PageReport['equations']): Equations {
  const displayed = equations.filter(({ formula }) => formula.display);
  const stated = displayed.filter(({ report }) => report.kind === 'stated').length;
  return { executed: displayed.length - stated, stated };
}

/** Of a hundred, to one decimal and never rounded up: what is not whole must not look so. */
const percent = (part: number, whole: number): number =>
  whole === 0 ? 100 : Math.floor((1000 * part) / whole) / 10;

function pageRecord(id: string, { equations, counts }: Checked['report'], index: SiteIndex): PageRecord {
  const counted = (display: boolean) => {
    const these = equations.filter(({ formula }) => formula.display === display);
    const stated = these.filter(({ report }) => report.kind === 'stated');
    return { executed: these.length - stated.length, stated: stated.map(statedEquation) };
  };
  const sum = (of: 'doubles' | 'digits50' | 'steps'): number =>
    equations.reduce((total, { report }) => total + report.evidence[of], 0);
  return {
    title: index.pages.get(id)?.title ?? id,
    ...counted(true),
    inline: counted(false),
    numbers: counts.numbers,
    tried: { doubles: sum('doubles'), digits50: sum('digits50'), steps: sum('steps') },
  };
}

function statedEquation({ formula, report }: Checked['report']['equations'][number]): StatedEquation {
  const { part } = formula.around;
  const tex = formula.tex.replace(/^\s*%.*\n?/gm, '').trim();
  return { tex, reason: report.reason ?? '', ...(part !== 'top' && { anchor: part }) };
}

/** A call on several pages is that of the first. */
const callsOf = (pages: readonly Checked[], recorded: LibraryCalls): readonly LibraryCall[] =>
  recorded.flatMap((call, k) => {
    for (const { id, report } of pages) {
      const shown = [...report.computed.calls.values()].find(({ index }) => index === k);
      if (shown) return [libraryCall(call, pagePath(id), shown.anchor)];
    }
    return [];
  });

const libraryCall = (
  { library, call, outputs, date }: LibraryCalls[number],
  page: string,
  anchor: string | undefined,
): LibraryCall => ({
  library,
  language: languages[library],
  call,
  page,
  ...(anchor !== undefined && { anchor }),
  ...recordedOutput({ outputs }),
  date,
});

function claimsRecord(claims: Claims, index: SiteIndex): VerificationRecord['claims'] {
  const rows = Object.entries(claims).map(([id, { claim, verdict, settled }]) => {
    const page = index.pages.get(settled);
    return [
      id,
      { claim, verdict, page: pagePath(settled), settled: page?.claims.includes(id) ?? false },
    ] as const;
  });
  const settled = rows.filter(([, row]) => row.settled).length;
  return { settled, open: rows.length - settled, rows: Object.fromEntries(rows) };
}
