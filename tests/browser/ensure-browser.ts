import { existsSync } from 'node:fs';
import { ensureBrowser } from './find-browser.ts';

if (!existsSync('dist/index.html')) throw new Error('there is no dist/; run: npm run build');
console.log(`browser: ${ensureBrowser()}`);
