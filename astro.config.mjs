import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { afterBuild } from './src/site/after-build/index.ts';
import { Answers } from './src/site/answers/answers.ts';
import { answersOnDisk } from './src/site/answers/on-disk.ts';
import { equationsModule } from './src/site/equations/module.ts';
import { loadNotation } from './src/site/data.ts';
import { katexWoff2Only } from './src/site/katex-fonts.ts';
import { checkedMarkdown } from './src/site/markdown-plugin.ts';
import { markdownFeatures } from './src/site/page-source.ts';
import { plainImports } from './src/site/plain-imports.ts';
import { verificationModule } from './src/site/verification/module.ts';
import { oracle } from './tests/oracle/oracle.ts';

// What is executed for a page is known to the record of the site.
const answers = new Answers(answersOnDisk());

export default defineConfig({
  trailingSlash: 'always',
  // Every page carries its own stylesheet: the first screen needs one request and the fonts.
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  markdown: {
    processor: satteri({ features: markdownFeatures, mdastPlugins: [checkedMarkdown(oracle, answers)] }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), preact(), afterBuild()],
  vite: {
    // Fifty digits for the explorer's worker, which fetches them when it has found something.
    resolve: {
      alias: { 'virtual:oracle': fileURLToPath(new URL('./tests/oracle/oracle.ts', import.meta.url)) },
    },
    plugins: [
      katexWoff2Only(),
      plainImports(),
      verificationModule(oracle, answers),
      equationsModule(oracle, answers),
    ],
    // The explorer reads formulas in the browser, and needs to know what the symbols stand for.
    define: { SITE_NOTATION: JSON.stringify(loadNotation()) },
    worker: { format: 'es' },
    // Found only when the first formula is typed, it would make the development server load the page again.
    optimizeDeps: { include: ['katex'] },
    build: {
      // Fonts stay files of their own, to be loaded once; a script of a few hundred bytes is not worth a request.
      modulePreload: { polyfill: false },
      assetsInlineLimit: (file) => !/\.(?:woff2|svg)$|Explorer\.astro/.test(file),
      rolldownOptions: {
        // On a phone a request costs more than its bytes: what every lab needs is one file, what most need besides a second one.
        output: {
          codeSplitting: {
            groups: [
              {
                name: 'labs',
                test: /node_modules\/(?:@astrojs\/)?@?preact|components\/labs\/[^/]+$|components\/charts\/(?:scale|ticks)|src\/core\/(?:(?!kl-of|density|quadrature|random|points-on|wasserstein|earth|heap)[^/]+|elementary\/(?!double-double-functions).+)$/,
              },
              // Transport on the line, for the labs that show it, and the bars to both sides of zero that two of them draw.
              {
                name: 'line',
                test: /charts\/signed-bars|src\/core\/(?:points-on-line|wasserstein-distance|earth-movers|heap|transport\/(?:area-between|cost-checks))/,
              },
              // Three of a few hundred bytes that the same labs need.
              {
                name: 'affinity',
                test: /src\/core\/(?:divergences\/(?:bhattacharyya-divergence|hellinger-distance)|information\/surprisal)/,
              },
              // Two that are shown together, or fetched together later.
              {
                name: 'symmetric',
                test: /src\/core\/divergences\/(?:geometric-jensen-shannon|triangular-discrimination)/,
              },
              // The pair editor has no frame: what it shares with one other lab alone stays outside, and so do filled level lines.
              {
                name: 'frame',
                test: /components\/(?:labs\/frame|charts)\/(?!stacked-bar|signed-bars|contours)/,
                minShareCount: 2,
              },
            ],
          },
        },
        // Astro marks every MDX module with a directive that the bundler warns about, once a page.
        onLog: (level, log, handle) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  },
});
