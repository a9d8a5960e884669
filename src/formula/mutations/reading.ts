import type { Scope } from '../notation.ts';
import { plain } from '../plain.ts';
import { readRemarks, withoutRemarks } from '../remarks.ts';
import { readStatement, type Statement } from '../statement.ts';

/** What a formula says, comments taken into account, or undefined where it is no formula. */
export function reading(tex: string, scope: Scope): Statement | undefined {
  try {
    const along = readRemarks(tex).find((remark) => remark.kind === 'along');
    return readStatement(withoutRemarks(tex), along?.kind === 'along' ? { ...scope, along } : scope);
  } catch {
    return undefined;
  }
}

export function plainStatement(statement: Statement): string {
  return statement.kind === 'mention' ? plain(statement.expressions) : plain(statement.proposition);
}
