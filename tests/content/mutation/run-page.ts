import { createHash } from 'node:crypto';
import { seeded } from '../../../src/formula/families.ts';
import type { Reason } from '../../../src/formula/mutations/equivalence.ts';
import type { Kind } from '../../../src/formula/mutations/edit.ts';
import { pageId } from '../../../src/site/page-files.ts';
import { digitBreaks, type Spared } from './digits.ts';
import { breaksOf, type Break } from './notice.ts';
import { pageUnderTest, type PageUnderTest } from './page-questions.ts';

/** A part of the work on one page. */
export interface Task {
  readonly file: string;
  readonly part: 'digits' | 'rest';
  /** Everything, or every digit once and so many of the other changes, chosen by the seed and the page. */
  readonly sample?: { readonly seed: number; readonly size: number };
  /** Changes that are tried in any case, by formula and change. */
  readonly always: readonly { readonly formula: string; readonly change: string }[];
}

/** A change that was not noticed. */
export interface Survivor {
  readonly page: string;
  readonly kind: Kind;
  readonly line: number;
  readonly formula: string;
  readonly change: string;
  readonly reason?: Reason;
}

export interface PageResult {
  readonly file: string;
  readonly tried: Readonly<Partial<Record<Kind, number>>>;
  readonly noticed: Readonly<Partial<Record<Kind, number>>>;
  readonly survivors: readonly Survivor[];
  /** Those that were tried because they have to be, and are no part of the sample. */
  readonly besides: readonly Survivor[];
  readonly spared: Spared;
  /** Those of `always` that cannot be made any more. */
  readonly gone: Task['always'];
  readonly seconds: number;
}

export function runPage({ file, part, sample, always }: Task): PageResult {
  const before = process.threadCpuUsage();
  const page = pageUnderTest(file);
  const spared: Spared = { names: 0, comments: 0, mistakes: 0, draws: 0 };
  const asked = new Set(always.map(keyOf));
  const tried: Partial<Record<Kind, number>> = {};
  const noticed: Partial<Record<Kind, number>> = {};
  const survivors: Survivor[] = [];
  const besides: Survivor[] = [];
  for (const { chosen, each } of breaks(page, part, sample, asked, spared)) {
    const { kind, line, formula, change } = each;
    asked.delete(keyOf(each));
    if (chosen) tried[kind] = (tried[kind] ?? 0) + 1;
    if (each.noticed()) {
      if (chosen) noticed[kind] = (noticed[kind] ?? 0) + 1;
      continue;
    }
    const reason = each.equivalent();
    const survivor = { page: pageId(file), kind, line, formula, change, ...(reason && { reason }) };
    (chosen ? survivors : besides).push(survivor);
  }
  const gone = always.filter((each) => asked.has(keyOf(each)));
  const { user, system } = process.threadCpuUsage(before);
  return { file, tried, noticed, survivors, besides, spared, gone, seconds: (user + system) / 1e6 };
}

const keyOf = ({ formula, change }: { readonly formula: string; readonly change: string }): string =>
  JSON.stringify([formula, change]);

interface Chosen {
  readonly each: Break;
  readonly chosen: boolean;
}

function* breaks(
  page: PageUnderTest,
  part: Task['part'],
  sample: Task['sample'],
  asked: ReadonlySet<string>,
  spared: Spared,
): Generator<Chosen> {
  if (part === 'digits') {
    for (const { each, next } of digitBreaks(page, spared)) {
      const chosen = next || !sample;
      if (chosen || asked.has(keyOf(each))) yield { each, chosen };
    }
    return;
  }
  const all = [...breaksOf(page)];
  const random = seeded(seedOf(sample?.seed ?? 0, page.file));
  const chosen = new Set(sample ? shuffled(all, random).slice(0, sample.size) : all);
  for (const each of all) {
    if (chosen.has(each) || asked.has(keyOf(each))) yield { each, chosen: chosen.has(each) };
  }
}

/** Every page has its own sequence, so that one more page leaves the choice on the others as it was. */
const seedOf = (seed: number, file: string): number =>
  createHash('sha256').update(`${seed} ${file}`).digest().readUInt32BE();

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  const order = [...items];
  for (let k = order.length - 1; k > 0; k--) {
    const other = Math.floor(random() * (k + 1));
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}
