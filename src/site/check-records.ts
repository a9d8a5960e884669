import type { Library } from './check-page.ts';
import { inlineProblems } from './inline-text.ts';
import { labNames } from './labs.ts';
import { resolve } from './site-index.ts';

/** What is wrong in the claims, the glossary and the formalisations, against each other and against the pages. */
export function checkRecords(library: Library): string[] {
  return [...claimProblems(library), ...glossaryProblems(library)];
}

function claimProblems({ claims, index, notation, oracle }: Library): string[] {
  const labs = labNames();
  return Object.entries(claims).flatMap(([id, claim]) => {
    const { settled, planned, by, lab } = claim;
    const page = index.pages.get(settled);
    const problems: string[] = [];
    if (!page && !Object.hasOwn(index.planned, settled))
      problems.push(`it is settled in ${settled}, which is no page, and content/planned.yaml names none`);
    else if (!page && !planned) problems.push(`${settled} is not written yet; say planned: true`);
    else if (page && planned)
      problems.push(
        page.claims.includes(id)
          ? `${settled} is written; remove planned`
          : `${settled} is written and does not settle it; add <Claim id="${id}"> there, and remove planned`,
      );
    for (const to of by) {
      const target = resolve(to, settled, index);
      if (typeof target === 'string') problems.push(`by: ${target}`);
    }
    if (lab !== undefined && !labs.includes(lab)) problems.push(`lab: there is no components/labs/${lab}`);
    for (const key of ['claim', 'correction'] as const)
      problems.push(...inlineProblems(claim[key], notation, oracle).map((problem) => `${key}: ${problem}`));
    return problems.map((problem) => `content/claims.yaml: ${id}: ${problem}`);
  });
}

function glossaryProblems({ glossary, index, notation, oracle }: Library): string[] {
  const named = new Map<string, string>();
  return Object.entries(glossary).flatMap(([key, { term, short, means, home }]) => {
    const target = resolve(home, '', index);
    const problems = inlineProblems(means, notation, oracle).map((problem) => `means: ${problem}`);
    if (typeof target === 'string') problems.push(`home: ${target}`);
    for (const name of [term, ...(short?.split(', ') ?? [])]) {
      const other = named.get(name.toLowerCase());
      if (other !== undefined) problems.push(`${name} is defined under ${other} already`);
      named.set(name.toLowerCase(), key);
    }
    return problems.map((problem) => `content/glossary.yaml: ${key}: ${problem}`);
  });
}
