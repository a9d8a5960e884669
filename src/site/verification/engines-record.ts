import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** One engine's run of the golden results: the same over a million results of the core, compared bit by bit with those recorded. */
export interface EngineRecord {
  readonly engine: 'Node' | 'Chromium' | 'Firefox' | 'WebKitGTK';
  readonly version: string;
  /** How many results were compared, and how many of them stand in sections whose bits are those recorded. */
  readonly compared: number;
  readonly agreed: number;
  /** SHA-256 of `src/core` as it was run. */
  readonly core: string;
  /** When, in UTC: `2026-11-24T09:00:00.000Z`. */
  readonly date: string;
}

/** Written by `npm run engines`, kept by nobody. */
const recordFile = '.verification/engines.json';

/** The engines whose run was of the present `src/core`, as the last `npm run engines` found them; none where it was never run. */
export function readEngineRecords(file = recordFile, core = hashOfCore()): readonly EngineRecord[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
  return parse(text, file).filter((record) => record.core === core);
}

export function writeEngineRecords(records: readonly EngineRecord[], file = recordFile): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(records, null, 2)}\n`);
}

/** SHA-256 of the names and contents of all files of the core. */
export function hashOfCore(folder = 'src/core'): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  for (const path of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
    const content = readFileSync(path);
    hash.update(`${path.slice(folder.length)}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}

function parse(text: string, file: string): readonly EngineRecord[] {
  const refuse = (): never => {
    throw new Error(`${file}: not a record of engines; delete it, or write it anew with: npm run engines`);
  };
  let records: unknown;
  try {
    records = JSON.parse(text);
  } catch {
    return refuse();
  }
  return Array.isArray(records) && records.every(isRecord) ? records : refuse();
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;

function isRecord(value: unknown): value is EngineRecord {
  if (typeof value !== 'object' || value === null) return false;
  const { engine, version, compared, agreed, core, date } = value as Record<keyof EngineRecord, unknown>;
  return (
    ['Node', 'Chromium', 'Firefox', 'WebKitGTK'].includes(engine as string) &&
    typeof version === 'string' &&
    version !== '' &&
    isCount(compared) &&
    isCount(agreed) &&
    agreed <= compared &&
    /^[0-9a-f]{64}$/.test(String(core)) &&
    /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(String(date))
  );
}
