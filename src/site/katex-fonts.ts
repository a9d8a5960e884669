import type { Plugin } from 'vite';

/**
 * KaTeX's stylesheet names each font in three formats. Every browser that the site supports reads woff2,
 * so the other two are dropped before the bundler copies them into the build.
 */
export function katexWoff2Only(): Plugin {
  return {
    name: 'katex-woff2-only',
    enforce: 'pre',
    transform(code, id) {
      if (!/katex[^/]*\.css/.test(id)) return undefined;
      return { code: code.replace(/,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\([^)]*\)/g, ''), map: null };
    },
  };
}
