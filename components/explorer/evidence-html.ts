import type { Givens } from '../../src/formula/environment.ts';
import type { WrittenScope } from '../../src/formula/written-scope.ts';
import { markup, type Html } from './html.ts';
import type { Reading } from './reading.ts';
import { instanceHtml, row, scopeAttribute } from './result.ts';

/** Whose values are shown beside a formula. */
export type Whose = 'figure' | 'example' | 'page';

const whose: Readonly<Record<Whose, string>> = {
  figure: 'In the figure',
  example: 'In this example',
  page: 'For instance',
};

/** The values in two: those that are somebody's, and those that stand in for what nobody has given. */
function instances(values: Givens, given: Givens, who: Whose): Html {
  const split = (own: boolean): Givens =>
    Object.fromEntries(
      Object.entries(values).filter(([name]) => (who === 'page' || Object.hasOwn(given, name)) === own),
    );
  const [own, others] = [split(true), split(false)];
  const some = (part: Givens): boolean => Object.keys(part).length > 0;
  return markup`${some(own) && markup`<p>${whose[who]}: ${instanceHtml(own)}</p>`}${
    some(others) && markup`<p>For instance: ${instanceHtml(others)}</p>`
  }`;
}

const verdicts: Readonly<Record<NonNullable<Reading['verdict']>, string>> = {
  holds: 'It holds here.',
  fails: 'It does not hold here.',
  undecided: 'Here doubles cannot tell.',
  excluded: 'It does not speak of these: its condition leaves them out.',
};
/** What is said to fail in general may hold in one place or fail in another, and is right in both. */
const inGeneralNot: typeof verdicts = {
  ...verdicts,
  holds: 'Here it holds, though in general it does not.',
  fails: 'Here it fails, as it does in general.',
};

export function verdictText({ tex, verdict, rows }: Reading): string {
  if (verdict === undefined) return '';
  const valued = rows.length > 1 && rows.every(({ shown }) => !('why' in shown));
  if (verdict === 'undecided' && valued && !/\\iff|\\implies/.test(tex))
    return 'Here its sides are equal, as far as doubles can tell.';
  return (/%\s*in general not/.test(tex) ? inGeneralNot : verdicts)[verdict];
}

/** The sides of a formula with their values, and whether it holds for them; nothing where no side has a value of its own. */
export function sidesHtml(
  reading: Reading,
  scope: WrittenScope,
  { who, given, display }: { readonly who: Whose; readonly given: Givens; readonly display: boolean },
): Html {
  const { rows, values, verdict } = reading;
  if (rows.length === 0) return markup``;
  return markup`${instances(values, given, who)}<table class="parts" data-givens="${JSON.stringify(values)}"${scopeAttribute(scope)}>
      <tbody>${rows.map((one) => row(one, display))}</tbody>
    </table>${verdict && markup`<p class="verdict-here ${verdict}">${verdictText(reading)}</p>`}`;
}
