import { lookUp, valueType, type Scope } from '../notation.ts';
import { applied, type Edit, type Kind } from './edit.ts';
import { letterEdits } from './letters.ts';
import { markEdits } from './marks.ts';
import { plainStatement, reading } from './reading.ts';
import { structuralEdits } from './structure.ts';

/** A formula with one thing wrong in it. */
export interface Mutant {
  readonly tex: string;
  readonly kind: Kind;
  readonly offset: number;
  readonly description: string;
}

/**
 * The formula broken in every way that the language knows, one at a time. What cannot be read any more, and what
 * says the same in other words, is left out: a change has to be one that a reader could take for meant.
 */
export function mutants(tex: string, scope: Scope): Mutant[] {
  const statement = reading(tex, scope);
  if (!statement || statement.kind === 'hypothesis') return [];
  const seen = new Set([tex]);
  const same = plainStatement(statement);
  return [...edits(tex, scope)].flatMap((edit): Mutant[] => {
    const changed = applied(tex, edit);
    if (seen.has(changed)) return [];
    seen.add(changed);
    const now = reading(changed, scope);
    if (now?.kind !== statement.kind || plainStatement(now) === same) {
      // Without its comment a formula reads the same, and says something else.
      if (!edit.description.startsWith('in general not')) return [];
    }
    return [{ tex: changed, kind: edit.kind, offset: edit.from, description: edit.description }];
  });
}

function* edits(tex: string, scope: Scope): Generator<Edit> {
  yield* markEdits(tex);
  yield* structuralEdits(tex, {
    takesParentheses: (name) => takesParentheses(name, scope),
    isOutcome: (name) => lookUp(scope, name) === 'outcome',
  });
  yield* letterEdits(tex, scope);
}

/** Whether P(x) is a value of P, and not a product. Greek letters that no notation knows are couplings and the like. */
function takesParentheses(name: string, scope: Scope): boolean {
  const type = lookUp(scope, name);
  if (type === undefined) return true;
  return valueType(type) !== 'real' || scope.notation[name]?.masses !== undefined;
}
