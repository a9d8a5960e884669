import type { LibraryCalls } from '../schemas.ts';

/** A call of a library that a page shows, as it was run; in the order of `content/library-calls.json`. */
export interface LibraryCall {
  readonly library: string;
  /** All on which it was run. */
  readonly version: string;
  readonly language: string;
  /** The call as it is shown. */
  readonly call: string;
  /** The address of the page that shows it, and the anchor there. */
  readonly page: string;
  readonly anchor?: string;
  /** What came out, and whether every version gave it. */
  readonly output: string;
  readonly agrees: boolean;
  /** When it was run, as YYYY-MM-DD. */
  readonly date: string;
}

export type RecordedCall = LibraryCalls[number];

/** The newest version's output, and what it is of. */
export function recordedOutput({ outputs }: Pick<RecordedCall, 'outputs'>) {
  const versions = Object.keys(outputs).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
  const output = outputs[versions.at(-1)!]!;
  return { output, version: versions.join(', '), agrees: versions.every((each) => outputs[each] === output) };
}

/** Six digits: as many as the versions of a library agree on. */
export const shownNumber = (value: number): string => String(Number(value.toPrecision(6)));

/** Where a call stands in the record. */
export const positionOf = (
  calls: LibraryCalls,
  { library, call }: { readonly library?: string | undefined; readonly call?: string | undefined },
): number => calls.findIndex((each) => each.library === library && each.call === call);
