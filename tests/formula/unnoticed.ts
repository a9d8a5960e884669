import { checkStatement } from '../../src/formula/check.ts';
import type { Kind } from '../../src/formula/mutations/edit.ts';
import { equivalence } from '../../src/formula/mutations/equivalence.ts';
import { mutants } from '../../src/formula/mutations/mutants.ts';
import type { Scope } from '../../src/formula/notation.ts';
import { oracle } from '../oracle/oracle.ts';

/** The changes that are noticed in every true statement. */
export const PLAIN: readonly Kind[] = ['digit', 'sign', 'relation', 'arguments'];

interface Which {
  readonly kinds?: readonly Kind[];
  /** Changes that leave it as true as it was. */
  readonly spared?: ((description: string) => boolean) | undefined;
}

/** What can be changed in a formula without being noticed, although it says something else then. */
export function unnoticed(tex: string, scope: Scope, { kinds, spared }: Which = {}): string[] {
  return mutants(tex, scope)
    .filter(({ kind, description }) => (kinds?.includes(kind) ?? true) && !spared?.(description))
    .filter((mutant) => checkStatement(mutant.tex, scope, oracle).failures.length === 0)
    .filter((mutant) => equivalence(tex, mutant.tex, scope, oracle) === undefined)
    .map(({ description, tex: changed }) => `${description}: ${changed}`);
}
