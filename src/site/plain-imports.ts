import type { Plugin } from 'vite';

/**
 * Leaves `import()` as it is. What Vite puts around it fetches the styles of the imported module, and here no such module has any:
 * half a kilobyte that every reader of a page with a lab would load for nothing.
 */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    load: {
      filter: { id: /^\0vite\/preload-helper\.js$/ },
      handler: () => 'export const __vitePreload = (load) => load();',
    },
  };
}
