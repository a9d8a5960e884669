import { evaluateCore } from '../formula/evaluate-core.ts';
import { placesOf, type Scope } from '../formula/notation.ts';
import { freeSymbols } from '../formula/symbols.ts';
import { readQuantity, type Unit } from '../formula/value.ts';
import type { Program } from './exercise-data.ts';

/** Places in the TeX are of no use to the browser. */
const withoutPlaces = <Part>(part: Part): Part =>
  JSON.parse(JSON.stringify(part, (key, value: unknown) => (key === 'at' ? undefined : value))) as Part;

/** What the browser needs in order to compute a number for any givens, and its value for those given. Throws FormulaError. */
export function exerciseProgram(
  of: string,
  unit: Unit | undefined,
  scope: Scope,
): { readonly program: Program; readonly value: number } {
  // Read with its unit, so that one without is refused; kept in nats.
  const inUnit = readQuantity(of, scope, unit);
  const { expression } = readQuantity(of, scope);
  const used = [...freeSymbols(expression, scope.definitions ?? []), ...Object.keys(scope.givens ?? {})];
  // The list of a table has more entries than there are outcomes.
  const counted = used.find(
    (name) => typeof scope.givens?.[name] === 'object' && placesOf(scope, name).length === 1,
  );
  const program: Program = {
    of,
    unit: unit ?? '',
    expression: withoutPlaces(expression),
    // Tables are not drawn: their sides stay as long as they are.
    outcomes: counted ?? inUnit.environment.outcomes,
  };
  return { program, value: evaluateCore(inUnit.expression, inUnit.environment).value };
}
