import { readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { parse } from 'yaml';

export const JUDGED = 'tests/content/mutation/judged.yaml';

/**
 * What a person found about a change that nothing notices: it leaves what is said; it says something else that is
 * true as well; or it is wrong, and goes unnoticed.
 */
export const verdicts = ['equivalent', 'also true', 'gap'] as const;

const entry = z.strictObject({
  formula: z.string(),
  change: z.string(),
  verdict: z.enum(verdicts),
  reason: z.string().min(10),
});
export type Judged = z.infer<typeof entry> & { readonly page: string };

const file = z.record(z.string(), z.array(entry));

export function readJudged(yaml: string): Judged[] {
  const result = file.safeParse(parse(yaml) ?? {});
  if (!result.success)
    throw new Error(
      result.error.issues.map((issue) => `${JUDGED}: ${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  return Object.entries(result.data).flatMap(([page, entries]) => entries.map((each) => ({ ...each, page })));
}

export const loadJudged = (): Judged[] => readJudged(readFileSync(JUDGED, 'utf8'));

export const keyOf = ({
  page,
  formula,
  change,
}: {
  readonly page: string;
  readonly formula: string;
  readonly change: string;
}): string => JSON.stringify([page, formula, change]);
