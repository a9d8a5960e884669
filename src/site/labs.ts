import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = 'components/labs';

/** The labs: each is a folder with the component that authors write. A new one is listed nowhere. */
export const labNames = (): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'frame')
    .map((entry) => entry.name)
    .filter((name) => readdirSync(join(folder, name)).some((file) => file.endsWith('.astro')))
    .sort();
