import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingOptional, type Lockfile } from './missing.ts';

const text = readFileSync('package-lock.json', 'utf8');
const lock = JSON.parse(text) as Lockfile;

test('the lockfile has an entry for every platform, so that npm ci works on all of them', () => {
  expect(missingOptional(lock), 'run: npm run lock').toEqual([]);
});

test('the lockfile holds no registry addresses', () => {
  const addressed = Object.entries(lock.packages).filter(([, { resolved }]) => resolved !== undefined);
  expect(addressed.map(([folder]) => folder)).toEqual([]);
});
