import { bind, type Trial } from '../binding.ts';
import { attack } from '../attack.ts';
import type { Expression } from '../expression.ts';
import type { Chain, Proposition, Relation } from '../proposition.ts';
import type { Scope } from '../notation.ts';
import type { Exact, Oracle } from '../oracle.ts';
import { readRemarks, withoutRemarks } from '../remarks.ts';
import { chains } from '../symbols.ts';
import { Verification } from '../verify.ts';
import { sameUpToNames } from './canonical.ts';
import { plain } from '../plain.ts';
import { reading } from './reading.ts';

/** Why a change that was not noticed leaves what the formula says; found by execution, not by opinion. */
export type Reason =
  | ('other order' | 'other names' | 'same values' | 'beside 0 or ∞')
  | ('same support' | 'exact as well' | 'one witness');

export const REASONS: Readonly<Record<Reason, string>> = {
  'other order': 'the same formula, its terms, factors or sides in another order',
  'other names': 'the same formula, in which the symbols that stand for anything have exchanged their names',
  'same values': 'what was changed has the same value on every instance',
  'beside 0 or ∞': 'what was changed is a positive multiple of what stood there, and is compared with 0 or ∞',
  'same support': 'what was changed gives mass to the same outcomes, and ≪ asks for no more',
  'exact as well': 'the decimals beside ≈ agree exactly, so that = is true too',
  'one witness': 'the formula asks for one witness, and the changed one has a witness too',
};

export function equivalence(tex: string, changed: string, scope: Scope, oracle: Oracle): Reason | undefined {
  const [before, after] = [reading(tex, scope), reading(changed, scope)];
  if (!before || !after || before.kind === 'mention' || after.kind === 'mention') return undefined;
  const remarks = readRemarks(tex);
  const [a, b] = [before.proposition, after.proposition];
  const defining = before.kind === 'definition' ? [before.definition] : [];
  const inside = { ...scope, definitions: [...(scope.definitions ?? []), ...defining] };
  const same = sameUpToNames(a, b, inside, remarks);
  if (same === 'order') return 'other order';
  if (same === 'names') return 'other names';
  const pairs = changedSides(a, b);
  if (pairs && pairs.length > 0) {
    try {
      const trial = bind(withoutRemarks(tex), a, inside, remarks, oracle);
      if (sameValues(pairs, trial, oracle)) return 'same values';
      if (pairs.every((pair) => besideNothing(pair, trial, oracle))) return 'beside 0 or ∞';
      if (pairs.every((pair) => sameSupport(pair, trial, oracle))) return 'same support';
    } catch {
      // An instance on which the changed formula has no value is a difference.
    }
  }
  if (plain(exact(a)) === plain(exact(b))) return 'exact as well';
  return asksForOne(a, tex) && asksForOne(b, changed) ? 'one witness' : undefined;
}

/** Only the relation of such a claim can be wrong where it was right. */
function asksForOne(proposition: Proposition, tex: string): boolean {
  if (/%\s*in general not/.test(tex)) return true;
  return proposition.kind === 'chain' && proposition.relations.every(({ negated }) => negated);
}

/** The proposition with = for ≈. */
function exact(of: Proposition): Proposition {
  if (of.kind === 'and') return { ...of, parts: of.parts.map(exact) };
  if (of.kind !== 'chain') return { ...of, left: exact(of.left), right: exact(of.right) };
  const relations = of.relations.map(
    (each) => ({ ...each, sign: each.sign === '≈' ? '=' : each.sign }) as const,
  );
  return { ...of, relations };
}

interface Pair {
  readonly before: Expression;
  readonly after: Expression;
  readonly chain: Chain;
  readonly k: number;
}

/** The sides that differ, or undefined where more than sides does. */
function changedSides(a: Proposition, b: Proposition): Pair[] | undefined {
  const [before, after] = [chains(a), chains(b)];
  if (before.length !== after.length || shape(a) !== shape(b)) return undefined;
  const pairs: Pair[] = [];
  for (const [j, chain] of before.entries()) {
    for (const [k, side] of chain.sides.entries()) {
      const other = after[j]!.sides[k]!;
      if (plain(side.expression) !== plain(other.expression))
        pairs.push({ before: side.expression, after: other.expression, chain, k });
      else if (JSON.stringify(side.interval) !== JSON.stringify(other.interval)) return undefined;
    }
  }
  return pairs;
}

/** How a proposition is put together, without what stands in its sides. */
function shape(of: Proposition): string {
  if (of.kind === 'chain')
    return `chain ${of.sides.map(({ unit }) => unit ?? '-').join(' ')} ${of.relations.map(({ sign, negated }) => `${negated}${sign}`).join(' ')}`;
  return `${of.kind}(${(of.kind === 'and' ? of.parts : [of.left, of.right]).map(shape).join(';')})`;
}

function sameValues(pairs: readonly Pair[], trial: Trial, oracle: Oracle): boolean {
  const equal: Relation = { sign: '=', negated: false, defines: false, written: '=', at: 0 };
  const parts = pairs.map(({ before, after }): Chain => {
    const sides = [before, after].map((expression) => ({ expression, row: 0, at: 0 }));
    return { kind: 'chain', sides, relations: [equal] };
  });
  const { failure } = attack({ kind: 'and', parts }, trial, new Verification(oracle, trial.binding));
  return failure === undefined;
}

/** Whether a side is compared with 0 or ∞ alone, and is a positive multiple of what it was. */
function besideNothing({ before, after, chain, k }: Pair, { tried }: Trial, oracle: Oracle): boolean {
  const beside = [chain.sides[k - 1], chain.sides[k + 1]].filter((side) => side !== undefined);
  const nothing = beside.every(
    ({ expression: of }) => of.kind === 'infinity' || (of.kind === 'number' && Number(of.text) === 0),
  );
  if (!nothing) return false;
  let multiple: Exact | undefined;
  for (const { environment, bound } of tried) {
    const value = (expression: Expression): Exact => oracle.evaluate(expression, environment, bound);
    const [was, is] = [value(before), value(after)];
    if (was.kind !== 'number' || is.kind !== 'number') return false;
    if (trivial(was) || trivial(is)) {
      if (trivial(was) !== trivial(is) || (trivial(was) === 'infinite' && was.digits !== is.digits))
        return false;
      continue;
    }
    const quotient = value({ kind: 'divide', left: after, right: before, at: 0 });
    multiple ??= quotient;
    if (quotient.kind !== 'number' || !(Number(quotient.digits) > 0)) return false;
    if (oracle.compare(quotient, multiple)?.sign !== 0) return false;
  }
  return multiple !== undefined;
}

function sameSupport({ before, after, chain, k }: Pair, { tried }: Trial, oracle: Oracle): boolean {
  const beside = [chain.relations[k - 1], chain.relations[k]].filter((relation) => relation !== undefined);
  if (!beside.every(({ sign }) => sign === '≪')) return false;
  return tried.every(({ environment, bound }) => {
    const [was, is] = [before, after].map((side) => oracle.evaluate(side, environment, bound));
    if (was?.kind !== 'vector' || is?.kind !== 'vector') return false;
    const empty = (value: Exact | undefined): boolean =>
      value?.kind === 'number' && Number(value.digits) === 0;
    return was.entries.every((entry, x) => empty(entry) === empty(is.entries[x]));
  });
}

function trivial({ digits, scale }: Extract<Exact, { kind: 'number' }>): 'zero' | 'infinite' | undefined {
  if (digits.endsWith('Infinity')) return 'infinite';
  return Math.abs(Number(digits)) <= 1e-45 * scale ? 'zero' : undefined;
}
