import { readEngineRecords } from './engines-record.ts';

/** An engine in which the code of the site was run, and what was run there. */
export interface EngineRun {
  readonly engine: string;
  readonly version: string;
  readonly what: string;
  /** Where results of the core were compared with those recorded: how many, and how many of them have the same bits. */
  readonly compared?: number;
  readonly agreed?: number;
  /** When, as YYYY-MM-DD; absent where it is the build itself that ran. */
  readonly date?: string;
}

/** The engine that builds the site, and those in which the present core was run. */
export const engineRuns = (records = readEngineRecords()): readonly EngineRun[] => [
  {
    engine: 'Node',
    version: process.versions.node,
    what: 'executed the equations and built the pages',
  },
  ...records.map(({ engine, version, compared, agreed, date }) => ({
    engine,
    version,
    what: 'ran the core, bit by bit',
    compared,
    agreed,
    date: date.slice(0, 10),
  })),
];
