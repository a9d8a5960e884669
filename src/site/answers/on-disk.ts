import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { digest } from './answers.ts';
import { fingerprint, type Fingerprint } from './fingerprint.ts';
import { decode, encode } from './numbers.ts';

const ROOT = 'node_modules/.cache/divergences';
/** Answers of the sources of so many other branches or commits are kept. */
const KEPT = 4;

/** The answers of each page in a file of its own, in a folder that is named by the sources of the checker. */
export interface AnswersOnDisk {
  read(page: string): ReadonlyMap<string, unknown> | undefined;
  write(page: string, answers: ReadonlyMap<string, unknown>): void;
}

/** With `CHECKS=cold` in the environment, answers are written but not read. */
export const checksAreCold = (): boolean => process.env['CHECKS'] === 'cold';

export function answersOnDisk({
  root = ROOT,
  cold = checksAreCold(),
  sources = fingerprint(),
}: { readonly root?: string; readonly cold?: boolean; readonly sources?: Fingerprint } = {}): AnswersOnDisk {
  const folder = join(root, sources.digest.slice(0, 32));
  const fileOf = (page: string): string => join(folder, `${page.replaceAll('/', '__')}.json`);
  return {
    read(page) {
      if (cold || sources.stale()) return undefined;
      try {
        return unpack(readFileSync(fileOf(page), 'utf8'));
      } catch {
        // There is none yet, or what is there was not written by this code.
        return undefined;
      }
    },
    write(page, answers) {
      if (sources.stale()) return;
      try {
        const unfinished = `${fileOf(page)}.${process.pid}-${threadId}`;
        if (mkdirSync(folder, { recursive: true }) !== undefined) prune(root, folder);
        writeFileSync(unfinished, pack(answers));
        renameSync(unfinished, fileOf(page));
      } catch {
        // A full disk or a folder that may not be written to costs time, and is no reason to fail a check.
      }
    },
  };
}

function pack(answers: ReadonlyMap<string, unknown>): string {
  const body = encode([...answers]);
  return `${digest(body)}\n${body}`;
}

function unpack(text: string): ReadonlyMap<string, unknown> {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (digest(body) !== text.slice(0, end)) throw new Error('cut short or changed');
  return new Map(decode(body) as [string, unknown][]);
}

function prune(root: string, mine: string): void {
  const others = readdirSync(root)
    .map((name) => join(root, name))
    .filter((folder) => folder !== mine)
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const folder of others.slice(KEPT)) rmSync(folder, { recursive: true, force: true });
}
