import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import subsetFont from 'subset-font';
import type { Pages } from './index.ts';
import { offerWholeFonts } from './whole-fonts.ts';

type Node = DefaultTreeAdapterTypes.Node;

/** Hinting is for screens of few pixels, and more than a third of these fonts; the package's types do not know the option yet. */
const options = { targetFormat: 'woff2' as const, noHinting: true };

/** Characters that scripts write, or that stand outside formulas in a mathematical font. */
const alwaysIn: Readonly<Record<string, string>> = {
  'KaTeX_Main-Regular': '0123456789.,−∞=+()JSDTVHlog‖∑√',
  'KaTeX_Math-Italic': 'DHMPQRWxpq',
};

/** KaTeX's classes and the font that each of them sets; the nearest one above a character decides. */
const fontOfClass: readonly (readonly [classes: string, font: string])[] = [
  ['letter', 'Math-Italic'],
  ['mathnormal', 'Math-Italic'],
  ['boldsymbol', 'Math-BoldItalic'],
  ['mathit', 'Main-Italic'],
  ['textit', 'Main-Italic'],
  ['mathbf', 'Main-Bold'],
  ['textbf', 'Main-Bold'],
  ['mathrm', 'Main-Regular'],
  ['textrm', 'Main-Regular'],
  ['amsrm', 'AMS-Regular'],
  ['mathbb', 'AMS-Regular'],
  ['textbb', 'AMS-Regular'],
  ['mathcal', 'Caligraphic-Regular'],
  ['mathfrak', 'Fraktur-Regular'],
  ['mathtt', 'Typewriter-Regular'],
  ['mathscr', 'Script-Regular'],
  ['mathsf', 'SansSerif-Regular'],
  ['delimsizing size1', 'Size1-Regular'],
  ['delimsizing size2', 'Size2-Regular'],
  ['delimsizing size3', 'Size3-Regular'],
  ['delimsizing size4', 'Size4-Regular'],
  ['delim-size1', 'Size1-Regular'],
  ['delim-size4', 'Size4-Regular'],
  ['op-symbol small-op', 'Size1-Regular'],
  ['op-symbol large-op', 'Size2-Regular'],
];

function fontOf(classes: readonly string[], inherited: string | undefined): string | undefined {
  const set = fontOfClass.find(([wanted]) => wanted.split(' ').every((name) => classes.includes(name)));
  if (set) return `KaTeX_${set[1]}`;
  return classes.includes('katex-html') ? 'KaTeX_Main-Regular' : inherited;
}

function collect(node: Node, font: string | undefined, used: Map<string, Set<string>>): void {
  if (node.nodeName === '#text' && 'value' in node) {
    if (font === undefined) return;
    const characters = used.get(font) ?? new Set();
    used.set(font, characters);
    for (const character of node.value) characters.add(character);
    return;
  }
  const classes =
    'attrs' in node ? (node.attrs.find(({ name }) => name === 'class')?.value.split(/\s+/) ?? []) : [];
  const own = fontOf(classes, font);
  if ('childNodes' in node) for (const child of node.childNodes) collect(child, own, used);
}

/**
 * Cuts KaTeX's fonts to the characters that the site's formulas use, one set for all pages so that it is
 * loaded once, and asks each page with formulas for its two main fonts at once.
 */
export async function subsetFonts(dist: string, pages: Pages): Promise<{ name: string; bytes: number }[]> {
  const used = new Map<string, Set<string>>();
  for (const html of pages.values()) collect(parse(html), undefined, used);
  for (const [font, characters] of Object.entries(alwaysIn)) {
    const all = used.get(font) ?? new Set();
    used.set(font, new Set([...all, ...characters]));
  }

  const assets = join(dist, '_astro');
  const addresses = new Map<string, string>();
  const made: { name: string; bytes: number }[] = [];
  offerWholeFonts(assets, pages);
  for (const file of readdirSync(assets).filter((name) => /^KaTeX_.*\.woff2$/.test(name))) {
    const font = file.split('.')[0]!;
    const characters = used.get(font);
    if (characters) {
      const whole = readFileSync(join(assets, file));
      const subset = await subsetFont(whole, [...characters].join(''), options);
      const name = `${font}.${createHash('sha256').update(subset).digest('hex').slice(0, 8)}.woff2`;
      writeFileSync(join(assets, name), subset);
      addresses.set(`/_astro/${file}`, `/_astro/${name}`);
      made.push({ name: font, bytes: subset.length });
    }
    rmSync(join(assets, file));
  }

  for (const [path, html] of pages) {
    // A page without formulas still has mathematical letters; its style sheet names no other font.
    const needed = (font: string) => html.includes('class="katex"') || Object.hasOwn(alwaysIn, font);
    const readdressed = html.replace(
      /@font-face\{[^}]*?(\/_astro\/(KaTeX_[\w-]+)\.[\w.-]+\.woff2)[^}]*\}/g,
      (face, address: string, font: string) =>
        addresses.has(address) && needed(font) ? face.replace(address, addresses.get(address)!) : '',
    );
    const preload = ['KaTeX_Main-Regular', 'KaTeX_Math-Italic']
      .flatMap((font) => [...addresses.values()].filter((address) => address.includes(`/${font}.`)))
      .map((address) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="${address}">`);
    pages.set(
      path,
      /class="(?:katex|letter)"/.test(html)
        ? readdressed.replace('</head>', `${preload.join('')}</head>`)
        : readdressed,
    );
  }
  return made;
}
