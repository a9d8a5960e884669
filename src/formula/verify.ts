import { inNats } from './approximate.ts';
import type { Expression } from './expression.ts';
import type { Chain, Proposition, Side } from './proposition.ts';
import { ROUNDING } from './doubles.ts';
import { evaluateCore } from './evaluate-core.ts';
import { opposite, show, showInstance, showPlace, sideName } from './messages.ts';
import type { Exact, Oracle } from './oracle.ts';
import { related, remedy } from './relation.ts';
import { closedSide } from './instance.ts';
import type { Binding, Instance, Position } from './instance.ts';
import { Observations } from './observations.ts';
import type { Failure } from './report.ts';
import { isInequality } from './tightness.ts';

/** A relation that fails on an instance; thrown, since the first failure ends the check of a formula. */
class Broken extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}

/** Tries a proposition on one instance after another, and sums up what was seen. */
export class Verification {
  readonly oracle: Oracle;
  readonly binding: Binding;
  readonly existence: boolean;
  /** A definition may have no value somewhere, as a ratio has none at 0/0; it must have one somewhere. */
  readonly partial: boolean;
  defined = false;
  readonly observed = new Observations();

  /** Without `existence`, \ne and \not\le are tested on the instance like any other relation. */
  constructor(oracle: Oracle, binding: Binding, existence = true, partial = false) {
    this.oracle = oracle;
    this.binding = binding;
    this.existence = existence;
    this.partial = partial;
  }

  /** The failure of an asserted proposition on this instance, if there is one. */
  broken(proposition: Proposition, instance: Instance): Failure | undefined {
    try {
      this.assert(proposition, instance, 'asserted');
      this.defined = true;
      return undefined;
    } catch (error) {
      if (error instanceof Broken && this.partial && error.failure.undefined) return undefined;
      if (error instanceof Broken) return error.failure;
      throw error;
    }
  }

  /** What only all instances together can show. */
  summary(): Failure[] {
    const nowhere = { message: 'what is defined here has a value on none of the instances', offset: 0 };
    return [...(this.partial && !this.defined ? [nowhere] : []), ...this.observed.failures()];
  }

  assert(proposition: Proposition, instance: Instance, position: Position): void {
    switch (proposition.kind) {
      case 'and':
        return proposition.parts.forEach((part) => this.assert(part, instance, position));
      case 'chain':
        return this.assertChain(proposition, instance, position);
      case 'implies':
        if (this.supposed(proposition.left, instance, proposition)) {
          this.assert(proposition.right, instance, 'concluded');
        } else if (this.binding.open.size === 0) {
          throw new Broken({
            message: 'the condition does not hold here, so nothing was checked',
            offset: proposition.at,
          });
        }
        return;
      case 'iff': {
        const left = this.supposed(proposition.left, instance, proposition);
        const right = this.supposed(proposition.right, instance, undefined);
        if (left === right) return;
        const which = left
          ? 'the left of \\iff holds, the right does not'
          : 'the right of \\iff holds, the left does not';
        throw new Broken({ message: `${which}${this.where(instance)}`, offset: proposition.at });
      }
    }
  }

  /** Whether a condition holds; records it for the implication that it belongs to. */
  supposed(condition: Proposition, instance: Instance, owner: Proposition | undefined): boolean {
    let holds = true;
    try {
      this.assert(condition, instance, 'supposed');
    } catch (error) {
      if (!(error instanceof Broken) || error.failure.undecided) throw error;
      holds = false;
    }
    if (owner && this.binding.open.size > 0) this.observed.supposed(owner, holds);
    return holds;
  }

  assertChain(chain: Chain, instance: Instance, position: Position): void {
    const values = new Map<Side, Exact>();
    const value = (side: Side): Exact => {
      const known = values.get(side) ?? this.evaluate(chain, side, instance);
      values.set(side, known);
      return known;
    };
    for (const [k, relation] of chain.relations.entries()) {
      if (relation.sign === '≈') continue;
      const [left, right] = [chain.sides[k]!, chain.sides[k + 1]!];
      if (relation.sign === '∈') {
        this.assertMember(chain, k, value(left), instance);
        continue;
      }
      this.assertRelation(chain, k, value(left), value(right), instance, position);
    }
  }

  evaluate(chain: Chain, side: Side, instance: Instance): Exact {
    const expression = inNats(side);
    const exact = this.oracle.evaluate(expression, instance.environment, instance.bound);
    if (exact.kind === 'undefined') {
      const narrow = this.binding.open.size > 0 && !exact.why.includes('is not a pmf');
      const remedy = narrow ? '; narrow the symbols with `% for P, Q with full support` or `% where …`' : '';
      const message = `${sideName(chain, side)} is undefined (${exact.why})${this.where(instance)}${remedy}`;
      throw new Broken({ message, offset: side.at, undecided: true, undefined: true });
    }
    if (exact.kind === 'number') this.compareWithCore(expression, exact, side, instance);
    return exact;
  }

  compareWithCore(
    expression: Expression,
    exact: Extract<Exact, { kind: 'number' }>,
    side: Side,
    instance: Instance,
  ): void {
    const core = evaluateCore(expression, instance.environment, instance.bound);
    const value = Number(exact.digits);
    if (core.scale === Infinity) return;
    if (core.value === value || Math.abs(core.value - value) <= ROUNDING * core.scale + 1e-45 * exact.scale)
      return;
    const message = `the core gives ${core.value}, the oracle ${show(exact)}${this.where(instance)}`;
    throw new Broken({ message, offset: side.at, undecided: true });
  }

  assertRelation(
    chain: Chain,
    k: number,
    left: Exact,
    right: Exact,
    instance: Instance,
    position: Position,
  ): void {
    const relation = chain.relations[k]!;
    const { holds, slack } = related(relation, left, right, this.oracle);
    const closed = this.closed(chain, k) && this.closed(chain, k + 1);
    if (this.existence && position === 'asserted' && relation.negated && !closed) {
      this.observed.existential.add(relation);
      if (!holds) this.observed.opposites.add(relation);
      else if (!this.observed.witnesses.has(relation)) {
        const values = `${show(left)} ${opposite({ ...relation, negated: false })} ${show(right)}`;
        this.observed.witnesses.set(relation, { text: `${values}${this.where(instance)}`, chain, instance });
      }
      return;
    }
    if (!holds) {
      const values = `${show(left)} ${opposite(relation)} ${show(right)}`;
      const message = `${showPlace(this.binding.tex, chain, k)}${values}${this.where(instance)}${remedy(chain, k, this.binding.open.size > 0)}`;
      throw new Broken({
        message,
        offset: (chain.sides[k + 1]!.row > 0 ? chain.sides[k + 1]! : chain.sides[k]!).at,
      });
    }
    if (position !== 'supposed')
      this.observed.extremes.watch(relation, left, right, slack, () => this.where(instance));
    if (position !== 'supposed' && isInequality(relation) && !closed && !this.binding.loose) {
      // A finite side beside a constant ∞ has no slack to watch.
      const bounded = [left, right].every(
        (exact, j) =>
          !(this.closed(chain, k + j) && exact.kind === 'number' && exact.digits.endsWith('Infinity')),
      );
      if (bounded) this.observed.tightness.watch(relation, left, right, slack);
    }
  }

  assertMember(chain: Chain, k: number, value: Exact, instance: Instance): void {
    const { interval } = chain.sides[k + 1]!;
    const relation = chain.relations[k]!;
    if (!interval) return;
    const ends = [interval.low, interval.high].map((end) =>
      this.oracle.evaluate(end, instance.environment, instance.bound),
    );
    const low = this.oracle.compare(ends[0]!, value)?.sign;
    const high = this.oracle.compare(value, ends[1]!)?.sign;
    const inside =
      (low === -1 || (low === 0 && interval.lowIncluded)) &&
      (high === -1 || (high === 0 && interval.highIncluded));
    if (inside !== relation.negated) return;
    const message = `${show(value)} ${opposite(relation)} the interval from ${show(ends[0]!)} to ${show(ends[1]!)}${this.where(instance)}`;
    throw new Broken({ message, offset: chain.sides[k]!.at });
  }

  closed(chain: Chain, k: number): boolean {
    return closedSide(chain.sides[k]!, this.binding);
  }

  where(instance: Instance): string {
    const open = [...this.binding.open]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .filter(([name, type]) => type !== 'outcome' && !Object.hasOwn(instance.bound, name));
    return showInstance(
      open.map(([name]) => name),
      instance.environment,
      instance.bound,
    );
  }
}
