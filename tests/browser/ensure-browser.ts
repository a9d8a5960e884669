/** Installs what the browser tests take, where that is possible. */
import { ensureEngines } from '../engines/ensure-engines.ts';
import { ensureBrowser } from './find-browser.ts';

console.log(`browser: ${ensureBrowser()}`);
for (const { name } of ensureEngines()) console.log(`and ${name}`);
