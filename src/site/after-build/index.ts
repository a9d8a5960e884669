import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { setExercisesAside } from './exercises.ts';
import { skipFacades } from './facades.ts';
import { subsetFonts } from './fonts.ts';
import { indexForSearch } from './search.ts';
import { writeServiceWorker } from './service-worker.ts';
import { trimStyles } from './styles.ts';

/** The HTML files of a build, by their path. */
export type Pages = Map<string, string>;

/** What happens to a finished build: fonts and styles cut to what the pages use, the search index, the offline copy. */
export function afterBuild(): AstroIntegration {
  return {
    name: 'after-build',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const dist = fileURLToPath(dir);
        const files = readdirSync(dist, { recursive: true, encoding: 'utf8' });
        const pages: Pages = new Map(
          files
            .filter((file) => file.endsWith('.html'))
            .sort()
            .map((file) => [join(dist, file), readFileSync(join(dist, file), 'utf8')]),
        );
        setExercisesAside(dist, pages);
        skipFacades(dist, pages);
        await trimStyles(dist, pages);
        const fonts = await subsetFonts(dist, pages);
        for (const [file, html] of pages) writeFileSync(file, html);
        logger.info(fonts.map(({ name, bytes }) => `${name} ${bytes} B`).join(', '));
        await indexForSearch(dist);
        writeServiceWorker(dist);
      },
    },
  };
}
