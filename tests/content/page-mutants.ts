import { checkStatement } from '../../src/formula/check.ts';
import type { Definition } from '../../src/formula/expression.ts';
import { readGivens } from '../../src/formula/givens.ts';
import { mutants } from '../../src/formula/mutate.ts';
import { readNotation } from '../../src/formula/notation.ts';
import type { Library } from '../../src/site/check-page.ts';
import { readPage } from '../../src/site/page-source.ts';

/** A page with one thing wrong in it. */
export interface PageMutant {
  readonly source: string;
  readonly offset: number;
  readonly description: string;
}

/** The page with each of its digits changed, wherever in the file it stands. */
export function* digitMutants(source: string): Generator<PageMutant> {
  for (const { 0: digit, index } of source.matchAll(/\d/g)) {
    const other = String((Number(digit) + 1) % 10);
    yield {
      source: source.slice(0, index) + other + source.slice(index + 1),
      offset: index,
      description: `${digit} changed to ${other} in “${source.slice(Math.max(0, index - 20), index + 12).replace(/\s+/g, ' ')}”`,
    };
  }
}

/** The page with each sign, each relation and each order of arguments in its executed formulas changed. */
export function* formulaMutants(source: string, library: Library): Generator<PageMutant> {
  const page = readPage(source);
  const notation = { ...library.notation, ...readNotation(page.frontMatter.notation) };
  const known = new Map<string | undefined, readonly Definition[]>();
  for (const passage of page.passages) {
    if (passage.kind !== 'formula') continue;
    const { example } = passage.around;
    const data = example === undefined ? undefined : page.frontMatter.givens[example];
    const definitions = known.get(example) ?? [];
    const scope = { notation, definitions, ...(data && { givens: readGivens(data, { notation }) }) };
    const report = checkStatement(passage.tex, scope, library.oracle);
    known.set(example, [...definitions, ...report.definitions]);
    for (const mutant of mutants(passage.tex, scope, library.oracle)) {
      const { texOffset, tex } = passage;
      yield {
        source: source.slice(0, texOffset) + mutant.tex + source.slice(texOffset + tex.length),
        offset: texOffset + mutant.offset,
        description: `${mutant.description} in ${tex.replace(/\s+/g, ' ').slice(0, 80)}`,
      };
    }
  }
}
