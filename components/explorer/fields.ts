import type { Givens } from '../../src/formula/environment.ts';
import type { SymbolType } from '../../src/formula/symbol-types.ts';
import { canonical, notCount, notPmf, readDecimals } from './decimals.ts';
import { greek, Html, markup } from './html.ts';
import { fitting, must } from './values.ts';

/** What a field shows: masses with commas between them, or one number. */
export const fieldText = (value: string | readonly string[]): string =>
  typeof value === 'string' ? value : value.join(', ');

const field = (name: string, value: string | readonly string[], type: SymbolType): Html =>
  markup`<label class="field"
    ><i class="letter letter-${greek(name)}">${greek(name)}</i
    ><input
      data-symbol="${name}"
      data-given="${name}"
      value="${fieldText(value)}"
      inputmode="${typeof value === 'string' ? 'decimal' : 'text'}"
      autocomplete="off"
      spellcheck="false"
      readonly
      aria-label="${name.replace('\\', '')}, ${typeof value === 'string' ? 'a number' : type === 'pmf' ? 'its masses' : 'its values'}"
  /></label>`;

/** One field for each symbol of the formula. */
export const fieldsHtml = (values: Givens, typeOf: (name: string) => SymbolType): Html =>
  markup`${Object.entries(values).map(([name, value]) => field(name, value, typeOf(name)))}`;

/** What the fields say together, or what is wrong with one of them. */
export function readFields(
  typed: readonly {
    readonly name: string;
    readonly text: string;
    readonly before: string | readonly string[];
  }[],
  typeOf: (name: string) => SymbolType,
): { readonly values: Givens } | { readonly problem: string; readonly name: string } {
  const values: Record<string, string | readonly string[]> = {};
  let first: { name: string; outcomes: number } | undefined;
  for (const { name, text, before } of typed) {
    if (typeof before === 'string') {
      const number = canonical(text);
      if (number === undefined)
        return { problem: `${greek(name)}: “${text.slice(0, 20)}” is not a decimal`, name };
      values[name] = number;
      continue;
    }
    const masses = readDecimals(name, text);
    if ('problem' in masses) return { problem: masses.problem, name };
    const wrong = (typeOf(name) === 'pmf' ? notPmf : notCount)(name, masses);
    if (wrong !== undefined) return { problem: wrong, name };
    first ??= { name, outcomes: masses.length };
    if (masses.length !== first.outcomes)
      return {
        problem: `${name} has ${masses.length} outcomes and ${first.name} has ${first.outcomes}; all must be on the same outcomes`,
        name,
      };
    values[name] = masses;
  }
  for (const [name, value] of Object.entries(values)) {
    if (!fitting(typeOf(name), value, first?.outcomes ?? 1))
      return {
        problem: `${greek(name)} is ${fieldText(value)}, which is not ${must[typeOf(name)] ?? 'possible'}`,
        name,
      };
  }
  return { values };
}
