import type { Scope } from './notation.ts';
import type { Remark } from './remarks.ts';

/** The scope of a formula whose comments change it: `% for p, q densities`, `% along n = 2^k`. */
export function ownScope(scope: Scope, remarks: readonly Remark[]): Scope {
  const names = remarks.flatMap((remark) => (remark.kind === 'densities' ? remark.symbols : []));
  const entries = names.map((name) => [name, { type: 'density', reads: name }] as const);
  const along = remarks.find((remark) => remark.kind === 'along');
  return {
    ...scope,
    ...(names.length > 0 && { notation: { ...scope.notation, ...Object.fromEntries(entries) } }),
    ...(along?.kind === 'along' && { along }),
  };
}
