import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { pageFrontMatter } from './site/schemas.ts';

export const collections = {
  pages: defineCollection({
    // Only .mdx: an error in a plain .md file is logged and leaves an empty page behind.
    loader: glob({ pattern: '**/*.mdx', base: './content' }),
    schema: pageFrontMatter,
  }),
};
