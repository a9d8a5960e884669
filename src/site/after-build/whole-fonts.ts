import { createHash } from 'node:crypto';
import { copyFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Pages } from './index.ts';

/** The fonts of everything that a formula of the site's language can show. */
const needed = /^KaTeX_(?:Main-Regular|Math-Italic|AMS-Regular|Caligraphic-Regular|Size[1-4]-Regular)\./;
const place = 'id="explorer"';

/**
 * Readers write formulas that no page holds, so the page on which they do is told where the uncut fonts are: in a style
 * sheet that it asks for when the first of them is written.
 */
export function offerWholeFonts(assets: string, pages: Pages): void {
  const using = [...pages].filter(([, html]) => html.includes(place));
  const faces = new Set(using.flatMap(([, html]) => html.match(/@font-face\{[^}]*\}/g) ?? []));
  if (faces.size === 0) return;
  let sheet = '';
  for (const file of readdirSync(assets).filter((name) => needed.test(name))) {
    const face = [...faces].find((rule) => rule.includes(`/_astro/${file}`));
    if (face === undefined) continue;
    copyFileSync(join(assets, file), join(assets, `whole-${file}`));
    sheet += face.replaceAll(`/_astro/${file}`, `/_astro/whole-${file}`);
  }
  const name = `whole-fonts.${createHash('sha256').update(sheet).digest('hex').slice(0, 8)}.css`;
  writeFileSync(join(assets, name), sheet);
  for (const [path, html] of using)
    pages.set(path, html.replace(place, `${place} data-fonts="/_astro/${name}"`));
}
