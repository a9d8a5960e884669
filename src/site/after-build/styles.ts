import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PurgeCSS } from 'purgecss';
import type { Pages } from './index.ts';

const styleElement = /<style>([\s\S]*?)<\/style>/g;

/** Whether readers write formulas on this page. */
const takesFormulas = (html: string): boolean => html.includes('id="explorer"');

/** Leaves in each page's own stylesheets only the rules that the page, or a script of the site, can use. */
export async function trimStyles(dist: string, pages: Pages): Promise<void> {
  const scripts = readdirSync(join(dist, '_astro')).filter((file) => file.endsWith('.js'));
  // What readers write is shown on one page only; the panel under a theorem has its own styles.
  const usedBy = (html: string): readonly string[] =>
    scripts.filter((file) => !/^(?:worker-|try-|Explorer)/.test(file) || takesFormulas(html));
  for (const [file, html] of pages) {
    const trimmed = await new PurgeCSS().purge({
      content: [
        { raw: html.replace(styleElement, ''), extension: 'html' },
        ...usedBy(html).map((script) => join(dist, '_astro', script)),
      ],
      css: [...html.matchAll(styleElement)].map(([, css]) => ({ raw: css! })),
      // Set by scripts through `dataset`, which spells them otherwise.
      dynamicAttributes: ['data-theme', 'data-scripted'],
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
