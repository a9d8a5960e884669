import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { afterBuild } from './src/site/after-build/index.ts';
import { katexWoff2Only } from './src/site/katex-fonts.ts';
import { checkedMarkdown } from './src/site/markdown-plugin.ts';
import { markdownFeatures } from './src/site/page-source.ts';
import { oracle } from './tests/oracle/index.ts';

export default defineConfig({
  trailingSlash: 'always',
  // Every page carries its own stylesheet: the first screen needs one request and the fonts.
  build: { inlineStylesheets: 'always' },
  devToolbar: { enabled: false },
  markdown: {
    processor: satteri({ features: markdownFeatures, mdastPlugins: [checkedMarkdown(oracle)] }),
    syntaxHighlight: false,
  },
  integrations: [mdx(), preact(), afterBuild()],
  vite: {
    plugins: [katexWoff2Only()],
    build: {
      // Fonts stay files of their own, to be loaded once; a script of a few hundred bytes is not worth a request.
      assetsInlineLimit: (file) => !/\.(?:woff2|svg)$/.test(file),
      rolldownOptions: {
        // Astro marks every MDX module with a directive that the bundler warns about, once a page.
        onLog: (level, log, handle) => {
          if (log.code !== 'MODULE_LEVEL_DIRECTIVE') handle(level, log);
        },
      },
    },
  },
});
