import { readdirSync } from 'node:fs';
import { type ComponentType, h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { labNames } from '../../src/site/labs.ts';

// What every lab draws before it is touched, and its picture in the gallery. Where a drawing changes on purpose:
// npx vitest run tests/labs/golden.test.ts -u, look at the page, and commit the files.
const folder = new URL('./golden/', import.meta.url);
const names = labNames();

/** The drawings of some HTML, a line an element, so that a change is seen where it is. */
const drawings = (html: string): string =>
  [...html.matchAll(/<svg.*?<\/svg>/gs)].map(([svg]) => `${svg.replaceAll('><', '>\n<')}\n`).join('\n');

/** The component of a module that exports one. */
async function componentOf(name: string, file: string): Promise<ComponentType> {
  const path = `../../components/labs/${name}/${file}`;
  const found = Object.values((await import(path)) as Record<string, unknown>).filter(
    (value): value is ComponentType => typeof value === 'function' && /^[A-Z]/.test(value.name),
  );
  expect(found, `components of ${path}`).toHaveLength(1);
  return found[0]!;
}

test('there is a golden drawing for every lab, and for no other', () => {
  expect(readdirSync(folder).sort()).toEqual(names.map((name) => `${name}.svg`));
});

test.each(names)('%s draws what it drew', async (name) => {
  const [view, picture] = await Promise.all([
    componentOf(name, 'view.tsx'),
    componentOf(name, 'picture.tsx'),
  ]);
  const drawn = drawings(render(h(picture, {})) + render(h(view, {})));
  expect(drawn).toMatch(/<(?:rect|path|circle|line|text)/);
  await expect(drawn).toMatchFileSnapshot(new URL(`${name}.svg`, folder).pathname);
});
