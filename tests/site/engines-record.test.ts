import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  hashOfCore,
  readEngineRecords,
  writeEngineRecords,
  type EngineRecord,
} from '../../src/site/verification/engines-record.ts';

let folder: string;
let file: string;
let core: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'record-'));
  file = join(folder, '.verification/engines.json');
  core = join(folder, 'core');
  mkdirSync(join(core, 'inner'), { recursive: true });
  writeFileSync(join(core, 'one.ts'), 'one');
  writeFileSync(join(core, 'inner/two.ts'), 'two');
});
afterEach(() => rmSync(folder, { recursive: true }));

const record = (changes: Partial<EngineRecord> = {}): EngineRecord => ({
  engine: 'Firefox',
  version: '153.7.0',
  compared: 1_500_000,
  agreed: 1_500_000,
  core: hashOfCore(core),
  date: '2026-11-24T09:00:00.000Z',
  ...changes,
});

test('comes back as it was written', () => {
  writeEngineRecords([record(), record({ engine: 'Node' })], file);
  expect(readEngineRecords(file, hashOfCore(core))).toEqual([record(), record({ engine: 'Node' })]);
});

test('says nothing where no engine was run', () => {
  expect(readEngineRecords(file, hashOfCore(core))).toEqual([]);
});

test.each([
  ['a file changes', () => writeFileSync(join(core, 'one.ts'), 'One')],
  ['a file is added', () => writeFileSync(join(core, 'three.ts'), '')],
  ['a file gets another name', () => rmSync(join(core, 'one.ts'))],
])('says nothing of a core in which %s', (_, change) => {
  writeEngineRecords([record()], file);
  change();
  expect(readEngineRecords(file, hashOfCore(core))).toEqual([]);
});

test('does not depend on where the core stands', () => {
  const before = hashOfCore(core);
  const elsewhere = join(folder, 'elsewhere');
  mkdirSync(join(elsewhere, 'inner'), { recursive: true });
  writeFileSync(join(elsewhere, 'one.ts'), 'one');
  writeFileSync(join(elsewhere, 'inner/two.ts'), 'two');
  expect(hashOfCore(elsewhere)).toBe(before);
});

test.each([
  ['not JSON', '{'],
  ['no list', '{}'],
  ['an unknown engine', JSON.stringify([{ ...record0(), engine: 'Netscape' }])],
  ['more agreeing than compared', JSON.stringify([{ ...record0(), agreed: 2 }])],
  ['no date', JSON.stringify([{ ...record0(), date: 'today' }])],
  ['no hash', JSON.stringify([{ ...record0(), core: '' }])],
])('refuses %s, and says what to do', (_, text) => {
  mkdirSync(join(folder, '.verification'));
  writeFileSync(file, text);
  expect(() => readEngineRecords(file, '')).toThrow(
    /not a record of engines; delete it, or .*npm run engines/,
  );
});

function record0() {
  return {
    engine: 'Node',
    version: 'v24',
    compared: 1,
    agreed: 1,
    core: '0'.repeat(64),
    date: '2026-11-24T09:00:00Z',
  };
}
