import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pages } from './index.ts';

const carried = /(<section[^>]* id="([^"]+)"[^>]* data-exercise=")([^"]*)(")/g;

const decoded = (attribute: string): string =>
  attribute.replace(/&(?:#34|quot);/g, '"').replace(/&(?:#38|amp);/g, '&');

/** Moves what the exercises of a page compute with into a file of its own, which is fetched when the first of them is used. */
export function setExercisesAside(dist: string, pages: Pages): void {
  for (const [file, html] of pages) {
    const found = [...html.matchAll(carried)];
    if (found.length === 0) continue;
    const data = `{${found.map(([, , id, json]) => `${JSON.stringify(id)}:${decoded(json!)}`).join(',')}}`;
    const name = `exercises-${createHash('sha256').update(data).digest('hex').slice(0, 8)}.json`;
    writeFileSync(join(dist, '_astro', name), data);
    pages.set(file, html.replace(carried, `$1/_astro/${name}$4`));
  }
}
