/** `npm run engines`: the golden results in Node, in Chromium, and in every other engine that starts here, bit by bit. */
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright';
import {
  hashOfCore,
  writeEngineRecords,
  type EngineRecord,
} from '../../src/site/verification/engines-record.ts';
import { chromiumOptions, ensureBrowser } from '../browser/find-browser.ts';
import { GOLDEN, goldenHashes } from '../core/golden.ts';
import type { Engine } from './engines.ts';
import { ensureEngines, openEngine } from './ensure-engines.ts';

type Hashes = Readonly<Record<string, string>>;

interface Run {
  readonly version: string;
  readonly hashes: Hashes;
}

/** The very module that Node runs, as one expression. */
async function expression(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('../core/golden.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    globalName: 'golden',
    target: 'es2022',
    write: false,
  });
  return `(() => { ${outputFiles[0]!.text} return golden.goldenHashes(); })()`;
}

async function inChromium(script: string): Promise<Run> {
  const browser = await chromium.launch(chromiumOptions());
  try {
    const page = await browser.newPage();
    return { version: browser.version(), hashes: await page.evaluate<Hashes>(script) };
  } finally {
    await browser.close();
  }
}

async function inEngine(engine: Engine, script: string): Promise<Run | undefined> {
  const browser = await openEngine(engine);
  if (!browser) return undefined;
  try {
    return { version: browser.version, hashes: (await browser.evaluate(script)) as Hashes };
  } finally {
    await browser.close();
  }
}

const resultsIn = (hash: string): number => Number(hash.split('/')[1]);

/** What an engine made of the results, section by section: those of a section whose bits are not those recorded do not agree. */
function compare(hashes: Hashes): { compared: number; agreed: number; sections: readonly string[] } {
  const names = [...new Set([...Object.keys(GOLDEN), ...Object.keys(hashes)])];
  const sections = names.filter((name) => hashes[name] !== GOLDEN[name]);
  const count = (of: readonly string[]) =>
    of.reduce((sum, name) => sum + resultsIn(GOLDEN[name] ?? hashes[name]!), 0);
  const compared = count(names);
  return { compared, agreed: compared - count(sections), sections };
}

process.once('SIGINT', () => process.exit(130));
process.once('SIGTERM', () => process.exit(143));

const core = hashOfCore();
const script = await expression();
ensureBrowser();
const runs: readonly (readonly [EngineRecord['engine'], () => Promise<Run | undefined>])[] = [
  ['Node', () => Promise.resolve({ version: process.versions.node, hashes: goldenHashes() })],
  ['Chromium', () => inChromium(script)],
  ...ensureEngines().map((engine) => [engine.name, () => inEngine(engine, script)] as const),
];

const records: EngineRecord[] = [];
let failed = 0;
for (const [engine, run] of runs) {
  try {
    const found = await run();
    if (!found) continue;
    const { version, hashes } = found;
    const { compared, agreed, sections } = compare(hashes);
    records.push({ engine, version, compared, agreed, core, date: new Date().toISOString() });
    console.log(`${engine} ${version}: ${agreed} of ${compared} results have the recorded bits`);
    for (const section of sections)
      console.log(`  ${section}: ${hashes[section] ?? 'missing'}, recorded ${GOLDEN[section] ?? 'nowhere'}`);
    if (sections.length > 0) failed++;
  } catch (error) {
    failed++;
    console.log(`${engine}: ${(error as Error).message}`);
  }
}
writeEngineRecords(records);
console.log(
  `\n${records.filter(({ agreed, compared }) => agreed === compared).length} passed, ${failed} failed`,
);
process.exitCode = failed === 0 ? 0 : 1;
