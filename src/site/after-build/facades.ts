import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Pages } from './index.ts';

/** A built module that only passes on one export of another one. */
const facade = /^export\s*\{\s*(\w+) as (\w+)\s*\}\s*from\s*["']\.\/([\w.-]+)["'];?\s*$/;

/**
 * Points islands at the module that holds their component. The bundler puts a module that only passes it on in
 * between, which costs a request and brings nothing.
 */
export function skipFacades(dist: string, pages: Pages): void {
  const assets = join(dist, '_astro');
  for (const file of readdirSync(assets).filter((name) => name.endsWith('.js'))) {
    const [, local, name, target] = facade.exec(readFileSync(join(assets, file), 'utf8')) ?? [];
    if (local === undefined || name === undefined || target === undefined) continue;
    for (const [page, html] of pages) {
      const from = `component-url="/_astro/${file}" component-export="${name}"`;
      pages.set(page, html.replaceAll(from, `component-url="/_astro/${target}" component-export="${local}"`));
    }
    if (![...pages.values()].some((html) => html.includes(file))) rmSync(join(assets, file));
  }
}
