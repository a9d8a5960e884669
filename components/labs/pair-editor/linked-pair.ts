import { fewestOutcomes, massTyped, mostOutcomes, whole } from '../masses.ts';
import { defaultLabels } from './model.ts';
import { intoQuery } from './url.ts';

/** The query that loads P and Q of some data into the figure of that name; undefined where it cannot hold them. */
export function linkedPair(
  givens: Readonly<Record<string, string | readonly string[]>>,
  name: string,
): string | undefined {
  const masses = (name: string): readonly (number | undefined)[] => {
    const value = givens[name];
    return typeof value === 'object' ? value.map(massTyped) : [];
  };
  const [P, Q] = [masses('P'), masses('Q')] as [number[], number[]];
  const sums = [P, Q].every((side) => side.reduce((sum, mass) => sum + mass, 0) === whole);
  if (!sums || P.length !== Q.length || P.length < fewestOutcomes || P.length > mostOutcomes)
    return undefined;
  const pair = { P, Q, labels: defaultLabels(P.length) };
  return intoQuery('', name, { pair, chosen: 'kl', unit: 'nats' });
}
