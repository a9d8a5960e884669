import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pages } from './index.ts';

/** A built module that only passes on one export of another one. */
const facade = /^export\s*\{\s*(\w+) as (\w+)\s*\}\s*from\s*["']\.\/([\w.-]+)["'];?\s*$/;

/**
 * Points islands at the module that holds what they ask for. The bundler puts a module that only passes it on in
 * between, which costs a request and brings nothing.
 */
export function skipFacades(dist: string, pages: Pages): void {
  const assets = join(dist, '_astro');
  for (const file of readdirSync(assets).filter((name) => name.endsWith('.js'))) {
    const [, local, name, target] = facade.exec(readFileSync(join(assets, file), 'utf8')) ?? [];
    if (local === undefined || name === undefined || target === undefined) continue;
    // An island asks for a component by its name, and for the renderer as what its module exports as the default.
    const isRenderer = [...pages.values()].some((html) => html.includes(`renderer-url="/_astro/${file}"`));
    if (isRenderer) exportAsDefault(join(assets, target), local);
    for (const [page, html] of pages) {
      const from = `component-url="/_astro/${file}" component-export="${name}"`;
      const to = `component-url="/_astro/${target}" component-export="${local}"`;
      const renderer = (of: string): string => `renderer-url="/_astro/${of}"`;
      pages.set(page, html.replaceAll(from, to).replaceAll(renderer(file), renderer(target)));
    }
    if (![...pages.values()].some((html) => html.includes(file))) rmSync(join(assets, file));
  }
}

/** Lets a module give away one of its exports as its default as well. */
function exportAsDefault(file: string, name: string): void {
  const source = readFileSync(file, 'utf8');
  const exported = new RegExp(`(?<=export\\s*\\{[^}]*?)(\\w+) as ${name}(?=[,\\s}])`);
  if (!exported.test(source) || / as default\b/.test(source))
    throw new Error(`${file} cannot give ${name} away as its default`);
  writeFileSync(file, source.replace(exported, `$1 as ${name},$1 as default`));
}
