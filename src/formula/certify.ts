import { screenAll } from './attack.ts';
import type { Trial } from './binding.ts';
import type { Evidence } from './evidence.ts';
import type { Chain, Proposition, Relation } from './proposition.ts';
import type { Oracle } from './oracle.ts';
import type { Failure } from './report.ts';
import { Screen } from './screen.ts';
import type { Instance } from './instance.ts';
import type { Observations } from './observations.ts';

/** More instances from the thousand, where the fixed ones show no witness of a \ne, or no opposite of it. */
export function missing(
  proposition: Proposition,
  { screened, binding }: Trial,
  { existential, witnesses, opposites }: Observations,
): readonly Instance[] {
  const wanting = [...existential].filter((relation) => !witnesses.has(relation) || !opposites.has(relation));
  if (wanting.length === 0) return [];
  const screen = new Screen(binding);
  return chains(proposition).flatMap((chain) =>
    chain.relations.flatMap((relation, k): readonly Instance[] => {
      if (!wanting.includes(relation)) return [];
      const wanted = !witnesses.has(relation) ? 'fails' : 'unsure';
      return screenAll(positive(chain, k), screened, screen)[wanted].slice(0, 3);
    }),
  );
}

/** Each witness once more, in arithmetic that leaves no doubt. */
export function certify(
  { witnesses }: Observations,
  oracle: Oracle,
): { readonly certain?: NonNullable<Evidence['certain']>; readonly failures: readonly Failure[] } {
  const failures: Failure[] = [];
  let certain: Evidence['certain'];
  for (const [relation, { text, chain, instance }] of witnesses) {
    const claim = single(chain, chain.relations.indexOf(relation), relation);
    const found = oracle.certify(claim, instance.environment, instance.bound);
    if (found?.holds) certain = certain === 'interval arithmetic' ? certain : found.by;
    else failures.push({ message: `the witness is not certain: ${text}`, offset: relation.at });
  }
  return certain ? { certain, failures } : { failures };
}

const single = (chain: Chain, k: number, relation: Relation): Chain => ({
  kind: 'chain',
  sides: [chain.sides[k]!, chain.sides[k + 1]!],
  relations: [relation],
});

const positive = (chain: Chain, k: number): Chain =>
  single(chain, k, { ...chain.relations[k]!, negated: false });

function chains(proposition: Proposition): readonly Chain[] {
  if (proposition.kind === 'chain') return [proposition];
  return proposition.kind === 'and' ? proposition.parts.flatMap(chains) : [];
}
