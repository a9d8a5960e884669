import type { LibraryCalls } from '../../src/site/schemas.ts';
import { positionOf, recordedOutput, type RecordedCall } from '../../src/site/verification/libraries.ts';

/** A call as it stands in a page. */
export interface WrittenCall {
  readonly library: RecordedCall['library'];
  readonly call: string;
  /** File, line and column. */
  readonly at: string;
}

export type Returned = { readonly output: string } | { readonly error: string };

/** What one version of a library returned, by the call. */
export interface LibraryRun {
  readonly library: RecordedCall['library'];
  readonly version: string;
  readonly returned: ReadonlyMap<string, Returned>;
}

const again = 'npm run libraries -- --record';

/** What is wrong with the record, against the pages and against what the libraries return now. */
export function compareCalls(
  written: readonly WrittenCall[],
  recorded: LibraryCalls,
  runs: readonly LibraryRun[],
): string[] {
  const problems = written.flatMap((each) => {
    const { library, call, at } = each;
    const record = recorded[positionOf(recorded, each)];
    const received = runs.filter((run) => run.library === library);
    if (received.length === 0) return [`${at}: ${call}: ${library} was not run`];
    return received.flatMap(({ version, returned }) => {
      const result = returned.get(call) ?? { error: 'it was not run' };
      const where = `${at}: ${call}: ${library} ${version}`;
      if ('error' in result) return [`${where} returns nothing (${result.error}); correct the call`];
      if (!record) return [`${where} returns ${result.output}, and nothing is recorded; run ${again}`];
      const { output } = recordedOutput(record);
      return result.output === output
        ? []
        : [
            `${where} returns ${result.output}, and ${output} is recorded; if the library is right, run ${again} and read the page again`,
          ];
    });
  });
  const nowhere = recorded.filter(
    ({ library, call }) => !written.some((each) => each.library === library && each.call === call),
  );
  return [
    ...problems,
    ...nowhere.map(
      ({ library, call }) =>
        `content/library-calls.json: ${library}: ${call}: no page shows it; run ${again}`,
    ),
  ];
}

/** The record of what came out now; what other versions gave for the same call is kept. */
export function recordCalls(
  written: readonly WrittenCall[],
  before: LibraryCalls,
  runs: readonly LibraryRun[],
  today: string,
): LibraryCalls {
  const calls = [...new Map(written.map((each) => [`${each.library} ${each.call}`, each])).values()];
  return calls.flatMap((each) => {
    const { library, call } = each;
    const old = before[positionOf(before, each)];
    const now = runs.flatMap(({ library: of, version, returned }) => {
      const result = of === library ? returned.get(call) : undefined;
      return result && 'output' in result ? [[version, result.output] as const] : [];
    });
    if (now.length === 0) return [];
    const outputs = { ...old?.outputs, ...Object.fromEntries(now) };
    const same = old && now.every(([version, output]) => old.outputs[version] === output);
    return [{ library, call, outputs, date: same ? old.date : today }];
  });
}
