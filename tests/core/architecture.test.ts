import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('../../src/core/', import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), 'utf8') }));
const code = files.map(({ name, text }) => ({ name, code: text.replace(/\/\*[^]*?\*\/|\/\/.*/g, '') }));

test('the core computes with + − × ÷ √ and bit operations only, so that every engine gives the same bits', () => {
  const other = code.flatMap(({ name, code }) =>
    [...code.matchAll(/Math\.(?!sqrt\b)\w+|\*\*/g)].map(([found]) => `${name}: ${found}`),
  );
  expect(other).toEqual([]);
});

test('the core imports nothing but itself', () => {
  const imports = code.flatMap(({ name, code }) =>
    [...code.matchAll(/from '([^']*)'/g)]
      .filter(([, from]) => !/^\.\.?\/[\w/-]+\.ts$/.test(from!))
      .map(([found]) => `${name}: ${found}`),
  );
  expect(imports).toEqual([]);
});

test('a core file fits on a few screens', () => {
  // index.ts is a list of names and grows with the core.
  const code = files.filter(({ name }) => name !== 'index.ts');
  expect(code.filter(({ text }) => text.split('\n').length > 200).map(({ name }) => name)).toEqual([]);
});
