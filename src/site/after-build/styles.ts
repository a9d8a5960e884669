import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PurgeCSS } from 'purgecss';
import type { Pages } from './index.ts';

const styleElement = /<style>([\s\S]*?)<\/style>/g;

/** Whether readers write formulas on this page. */
const takesFormulas = (html: string): boolean => html.includes('id="explorer"');

/** The scripts that a page can load, those that its scripts load included. */
function scriptsOf(html: string, sources: ReadonlyMap<string, string>): readonly string[] {
  const found = new Set<string>();
  const visit = (text: string): void => {
    for (const [name, source] of sources) {
      if (found.has(name) || !text.includes(name)) continue;
      found.add(name);
      visit(source);
    }
  };
  visit(html);
  return [...found];
}

/** Leaves in each page's own stylesheets only the rules that the page, or a script of it, can use. */
export async function trimStyles(dist: string, pages: Pages): Promise<void> {
  const assets = join(dist, '_astro');
  const sources = new Map(
    readdirSync(assets)
      // What readers write is shown on one page only; the panel under a theorem has its own styles.
      .filter((file) => file.endsWith('.js') && !/^(?:worker-|pressed-)/.test(file))
      .map((file) => [file, readFileSync(join(assets, file), 'utf8')] as const),
  );
  for (const [file, html] of pages) {
    const trimmed = await new PurgeCSS().purge({
      content: [
        { raw: html.replace(styleElement, ''), extension: 'html' },
        ...scriptsOf(html, sources).map((script) => ({ raw: sources.get(script)!, extension: 'js' })),
      ],
      css: [...html.matchAll(styleElement)].map(([, css]) => ({ raw: css! })),
      // Set by scripts through `dataset`, which spells them otherwise.
      dynamicAttributes: ['data-theme', 'data-scripted', 'data-verdict'],
      // A reader's formula may need any rule of KaTeX; its class names are put together from parts.
      safelist: {
        greedy: [/details-content/, /popover-open/, ...(takesFormulas(html) ? [/katex/] : [])],
      },
    });
    const css = trimmed.map((result) => result.css).join('');
    let first = true;
    pages.set(
      file,
      html.replace(styleElement, () => {
        const whole = first ? `<style>${css}</style>` : '';
        first = false;
        return whole;
      }),
    );
  }
}
