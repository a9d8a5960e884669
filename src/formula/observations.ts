import { Extremes } from './evidence.ts';
import type { Witness } from './instance.ts';
import type { Proposition, Relation } from './proposition.ts';
import type { Failure } from './report.ts';
import { Tightness } from './tightness.ts';

/** What the instances so far have shown of a formula that none of them shows alone. */
export class Observations {
  readonly tightness = new Tightness();
  readonly extremes = new Extremes();
  /** The relations that claim an instance, such as \ne; where they were seen to hold, and to fail. */
  readonly existential = new Set<Relation>();
  readonly witnesses = new Map<Relation, Witness>();
  readonly opposites = new Set<Relation>();
  readonly cases = new Map<Proposition, { holds: boolean; fails: boolean }>();

  /** Whether the condition of an implication holds on an instance. */
  supposed(owner: Proposition, holds: boolean): void {
    const seen = this.cases.get(owner) ?? { holds: false, fails: false };
    this.cases.set(owner, { holds: seen.holds || holds, fails: seen.fails || !holds });
  }

  failures(): Failure[] {
    return [...this.tightness.failures(), ...this.#existence(), ...this.#conditions()];
  }

  #existence(): Failure[] {
    return [...this.existential].flatMap((relation) => {
      const { written, at: offset } = relation;
      if (!this.witnesses.has(relation))
        return [{ message: `no instance was found for which ${written} holds`, offset }];
      if (this.opposites.has(relation)) return [];
      const message = `${written} holds on every instance, not only in general; write the stronger relation`;
      return [{ message, offset }];
    });
  }

  #conditions(): Failure[] {
    return [...this.cases].flatMap(([proposition, seen]) => {
      if (proposition.kind !== 'implies' && proposition.kind !== 'iff') return [];
      const offset = proposition.at;
      if (!seen.holds)
        return [{ message: 'the condition holds on none of the instances, so nothing was checked', offset }];
      return seen.fails ? [] : [{ message: 'the condition holds on every instance; leave it out', offset }];
    });
  }
}
