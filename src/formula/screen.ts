import { inNats } from './approximate.ts';
import { isVector, ROUNDING } from './doubles.ts';
import type { Approximate, Approximated } from './doubles.ts';
import { program } from './evaluate-core.ts';
import type { Frame, Program } from './evaluate-core.ts';
import type { Chain, Proposition, Relation, RelationSign, Side } from './proposition.ts';
import type { Binding, Instance, Position } from './instance.ts';
import { closedSide } from './instance.ts';

/** What doubles can tell: `unsure` where rounding could decide, or where a value is undefined. */
export type Verdict = 'holds' | 'fails' | 'unsure';

/** What an adversary tries to make small: a relation, or an equivalence whose right-hand side fails. */
export type Target = Relation | Proposition;

type Equivalence = Extract<Proposition, { readonly left: Proposition }>;

/** Tries a proposition in doubles, which takes microseconds where fifty digits take milliseconds. */
export class Screen {
  readonly binding: Binding;
  /** How far the last instance was from breaking each target; less than 0 where it is broken. */
  readonly margins = new Map<Target, number>();
  /** How large the greater side of each relation was on the last instance. */
  readonly sizes = new Map<Target, number>();
  readonly programs = new WeakMap<Side, Program>();

  constructor(binding: Binding) {
    this.binding = binding;
  }

  verdict(proposition: Proposition, { environment, bound }: Instance): Verdict {
    this.margins.clear();
    this.sizes.clear();
    const frame = { environment, bound: new Map(Object.entries(bound)), exact: false };
    return this.any(proposition, frame, 'asserted');
  }

  /** Whether a condition holds, where doubles can tell. */
  supposes(condition: Proposition, { environment, bound }: Instance): boolean {
    const frame = { environment, bound: new Map(Object.entries(bound)), exact: false };
    return this.any(condition, frame, 'supposed') === 'holds';
  }

  any(proposition: Proposition, frame: Frame, position: Position): Verdict {
    switch (proposition.kind) {
      case 'and':
        return all(proposition.parts.map((part) => this.any(part, frame, position)));
      case 'chain':
        return this.chain(proposition, frame, position);
      case 'implies': {
        const left = this.any(proposition.left, frame, 'supposed');
        if (left === 'fails') return 'holds';
        const right = this.any(proposition.right, frame, 'concluded');
        return right === 'holds' || left === 'holds' ? right : 'unsure';
      }
      case 'iff': {
        const left = this.any(proposition.left, frame, 'supposed');
        const right = this.any(proposition.right, frame, 'supposed');
        if (right === 'fails') this.watchEquality(proposition, frame);
        if (left === 'unsure' || right === 'unsure') return 'unsure';
        return left === right ? 'holds' : 'fails';
      }
    }
  }

  /** 'Equality only if': how near the equality comes while its condition fails. */
  watchEquality(iff: Equivalence, frame: Frame): void {
    const { left } = iff;
    if (left.kind !== 'chain' || left.relations.length !== 1 || left.relations[0]!.sign !== '=') return;
    const [a, b] = left.sides.map((side) => this.side(side)(frame));
    if (a && b && !isVector(a) && !isVector(b)) this.margins.set(iff, Math.abs(a.value - b.value));
  }

  chain(chain: Chain, frame: Frame, position: Position): Verdict {
    const values = chain.sides.map((side, k) =>
      chain.relations[k - 1]?.sign === '∈' ? undefined : this.side(side)(frame),
    );
    return all(
      chain.relations.map((relation, k) => {
        if (relation.sign === '≈') return 'holds';
        if (relation.sign === '∈') return this.member(chain, k, values[k]!, frame);
        return this.relation(chain, k, [values[k]!, values[k + 1]!], position);
      }),
    );
  }

  relation(
    chain: Chain,
    k: number,
    [left, right]: readonly [Approximated, Approximated],
    position: Position,
  ): Verdict {
    const relation = chain.relations[k]!;
    const { sign, negated } = relation;
    const flip = (verdict: Verdict): Verdict =>
      !negated || verdict === 'unsure' ? verdict : verdict === 'holds' ? 'fails' : 'holds';
    if (isVector(left) || isVector(right)) {
      if (!isVector(left) || !isVector(right)) return 'unsure';
      if (sign === '≪')
        return flip(left.every((mass, x) => !mass.value || right[x]?.value) ? 'holds' : 'fails');
      const exact = plain(chain.sides[k]!) && plain(chain.sides[k + 1]!);
      return flip(all(left.map((entry, x) => compared('=', entry, right[x] ?? entry, exact, position))));
    }
    if (position !== 'supposed' && !negated) {
      this.margins.set(relation, this.margin(chain, k, left, right));
      this.sizes.set(relation, Math.max(Math.abs(left.value), Math.abs(right.value)));
    }
    const exact = plain(chain.sides[k]!) && plain(chain.sides[k + 1]!);
    return flip(compared(sign, left, right, exact, negated ? 'supposed' : position));
  }

  /** The slack of an inequality, relative to its sides unless one is a constant; minus the gap of an equality. */
  margin(chain: Chain, k: number, left: Approximate, right: Approximate): number {
    const { sign } = chain.relations[k]!;
    const difference = left.value === right.value ? 0 : right.value - left.value;
    if (sign === '=') return -Math.abs(difference) / (left.scale + right.scale);
    const slack = sign === '≤' || sign === '<' ? difference : -difference;
    const closed = [chain.sides[k]!, chain.sides[k + 1]!].some((side) => closedSide(side, this.binding));
    return closed ? slack : slack / Math.max(Math.abs(left.value), Math.abs(right.value), Number.MIN_VALUE);
  }

  member(chain: Chain, k: number, value: Approximated, frame: Frame): Verdict {
    const { interval } = chain.sides[k + 1]!;
    if (!interval) return 'holds';
    const [low, high] = [interval.low, interval.high].map((end) => program(end)(frame));
    if (isVector(value) || isVector(low!) || isVector(high!)) return 'unsure';
    const verdict = all([
      compared(interval.lowIncluded ? '≤' : '<', low!, value, true, 'supposed'),
      compared(interval.highIncluded ? '≤' : '<', value, high!, true, 'supposed'),
    ]);
    const near = [low!, high!].some((end) => Math.abs(end.value - value.value) <= ROUNDING * value.scale);
    if (near && !plain(chain.sides[k]!)) return 'unsure';
    return chain.relations[k]!.negated && verdict !== 'unsure' ? opposite(verdict) : verdict;
  }

  side(side: Side): Program {
    const known = this.programs.get(side) ?? program(inNats(side));
    this.programs.set(side, known);
    return known;
  }
}

const opposite = (verdict: Verdict): Verdict => (verdict === 'holds' ? 'fails' : 'holds');

function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('fails')) return 'fails';
  return verdicts.includes('unsure') ? 'unsure' : 'holds';
}

/** Symbols, masses and numbers are the decimals that are meant: doubles compare them rightly. */
const plain = (side: Side): boolean => ['symbol', 'mass', 'number'].includes(side.expression.kind);

function compared(
  sign: RelationSign,
  left: Approximate,
  right: Approximate,
  exact: boolean,
  position: Position,
): Verdict {
  const [a, b] = [left.value, right.value];
  if (Number.isNaN(a) || Number.isNaN(b)) return 'unsure';
  if (left.scale === Infinity || right.scale === Infinity) return 'unsure';
  const touch = a === b || Math.abs(a - b) <= ROUNDING * (left.scale + right.scale);
  const certain = exact || (a === b && !Number.isFinite(a));
  if (touch && !certain) return sign === '=' && position !== 'supposed' ? 'holds' : 'unsure';
  const holds = { '=': a === b, '≤': a <= b, '≥': a >= b, '<': a < b, '>': a > b };
  return (holds as Readonly<Record<string, boolean>>)[sign] ? 'holds' : 'fails';
}
