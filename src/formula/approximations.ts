import { besideApprox, checkDecimals, writtenDecimals } from './approximate.ts';
import type { Trial } from './binding.ts';
import type { Chain, Proposition } from './proposition.ts';
import type { Oracle } from './oracle.ts';
import type { CheckedDecimal, Failure } from './report.ts';
import { chains, freeSymbols } from './symbols.ts';

/** Every decimal beside ≈, which has a value only where all symbols are given. */
export function checkApproximations(
  tex: string,
  proposition: Proposition,
  { tried, binding }: Trial,
  oracle: Oracle,
): { decimals: CheckedDecimal[]; failures: Failure[] } {
  const decimals: CheckedDecimal[] = [];
  const failures: Failure[] = [];
  for (const chain of chains(proposition)) {
    const approx = chain.relations.find(({ sign }) => sign === '≈');
    if (!approx) continue;
    const open = chain.sides
      .flatMap(({ expression }) => [...freeSymbols(expression, binding.definitions)])
      .filter((name) => binding.open.has(name));
    if (open.length > 0) {
      const names = [...new Set(open)].join(', ');
      const message = `\\approx with symbols that stand for anything: ${names}; put the formula into an example with givens for them`;
      failures.push({ message, offset: approx.at });
      continue;
    }
    failures.push(...misplaced(chain));
    for (const [k, side] of chain.sides.entries()) {
      if (!besideApprox(chain, k) || !writtenDecimals(side)) continue;
      const checked = checkDecimals(chain, k, { tex, oracle, ...tried[0]! });
      decimals.push(...checked.decimals);
      failures.push(...checked.failures);
    }
  }
  return { decimals, failures };
}

/** ≈ where it says nothing. */
function misplaced(chain: Chain): Failure[] {
  return chain.relations.flatMap((relation, k) => {
    if (relation.sign !== '≈') return [];
    if (relation.negated) return [{ message: '\\not\\approx has no meaning here', offset: relation.at }];
    if (writtenDecimals(chain.sides[k]!) || writtenDecimals(chain.sides[k + 1]!)) return [];
    return [{ message: '\\approx needs a decimal on one side', offset: relation.at }];
  });
}
