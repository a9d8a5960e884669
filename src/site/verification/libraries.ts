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

/** Of a list no more is shown: a call is to be read, not scrolled. */
export const mostShown = 6;

/** A number, or a list of numbers, as it is recorded and shown; what is not finite stays as its language writes it. */
export const shownOutput = (returned: string | readonly string[]): string =>
  typeof returned === 'string' ? shownNumber(returned) : `[${returned.map(shownNumber).join(', ')}]`;

/** Six digits: as many as the versions of a library agree on. */
const shownNumber = (written: string): string =>
  Number.isFinite(Number(written)) ? String(Number(Number(written).toPrecision(6))) : written;

/** The numbers of a list as it is shown; nothing where it is not a list. */
export const listedNumbers = (output: string): readonly string[] | undefined =>
  output.startsWith('[') ? output.slice(1, -1).split(', ') : undefined;

/** Where a call stands in the record. */
export const positionOf = (
  calls: LibraryCalls,
  { library, call }: { readonly library?: string | undefined; readonly call?: string | undefined },
): number => calls.findIndex((each) => each.library === library && each.call === call);
