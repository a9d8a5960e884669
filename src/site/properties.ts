import * as core from '../core/index.ts';
import type { DivergenceProperties } from '../core/index.ts';
import type { SiteIndex } from './site-index.ts';

/** A property that the core declares of a divergence, as a cell of a table. */
export interface PropertyCell {
  readonly name: keyof DivergenceProperties;
  /** What is asked, at the head of a column or a row. */
  readonly asks: string;
  readonly answer: string;
  /** Behind the answer: the bound, or the generator. */
  readonly tex?: string;
  /** Whether it says something of all distributions, which no single example can show. */
  readonly universal: boolean;
}

const isProperties = (value: unknown): value is DivergenceProperties =>
  typeof value === 'object' && value !== null && 'metricPower' in value;

/** The properties of `klDivergence`, or of `renyiDivergence(0.5)`, all of which can be written. Returns the problem as a string. */
export function declaredProperties(of: string): DivergenceProperties | string {
  const [, name, order] = /^(\w+)(?:\(([\d.]+)\))?$/.exec(of) ?? [];
  const declared: unknown = (core as Record<string, unknown>)[`${name ?? ''}Properties`];
  if (isProperties(declared) && order === undefined) return writable(of, declared);
  if (typeof declared !== 'function') {
    const known = Object.keys(core).flatMap((key) => /^(\w+)Properties$/.exec(key)?.[1] ?? []);
    return `the core declares no properties of ${of}; it does of ${known.join(', ')}`;
  }
  try {
    const found: unknown = order === undefined ? declared() : declared(Number(order));
    if (isProperties(found)) return writable(of, found);
  } catch (error) {
    if (!(error instanceof core.DomainError)) throw error;
  }
  return `${name!} needs an order, as in ${name!}(0.5)`;
}

const numbers = Array.from({ length: 100 }, (_, k) => k + 1);
const bounds: readonly (readonly [tex: string, value: number])[] = numbers.flatMap((n) => [
  [String(n), n],
  [`\\log ${n}`, Math.log(n)],
  [`\\sqrt{${n}}`, Math.sqrt(n)],
  [`\\sqrt{\\log ${n}}`, Math.sqrt(Math.log(n))],
]);

/** A bound as it is written; undefined where it is not one of a few forms. */
function boundTex(value: number): string | undefined {
  const [known] = bounds.find(([, bound]) => Math.abs(bound - value) <= 1e-15 * value) ?? [];
  return known ?? fractionTex(value);
}

/** A double that is the quotient of small integers, as 1 / (α (1 − α)) is for an order of few decimals. */
function fractionTex(value: number): string | undefined {
  const below = Array.from({ length: 9999 }, (_, k) => k + 2);
  const denominator = below.find((n) => Math.abs(Math.round(value * n) / n - value) <= 1e-15 * value);
  if (denominator === undefined) return undefined;
  return `\\frac{${Math.round(value * denominator)}}{${denominator}}`;
}

function writable(of: string, properties: DivergenceProperties): DivergenceProperties | string {
  const { upperBound } = properties;
  if (upperBound === null || boundTex(upperBound) !== undefined) return properties;
  return `the bound ${upperBound} of ${of} is written in no form that src/site/properties.ts knows; add it to \`bounds\``;
}

const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');
const metric = (power: number | null): string =>
  power === 1 ? 'yes' : power === 0.5 ? 'its square root is' : power === null ? 'no' : 'a power of it is';

/** Every property of a divergence, in the order in which tables show them. */
export function propertyCells(properties: DivergenceProperties): readonly PropertyCell[] {
  const { symmetric, metricPower, upperBound, finiteOnDisjointSupports, generator } = properties;
  const cells: Readonly<Record<keyof DivergenceProperties, Omit<PropertyCell, 'name'>>> = {
    symmetric: { asks: 'symmetric', answer: yesOrNo(symmetric), universal: symmetric },
    metricPower: { asks: 'a metric', answer: metric(metricPower), universal: metricPower !== null },
    upperBound: {
      asks: 'bounded',
      answer: upperBound === null ? 'no' : 'at most',
      ...(upperBound !== null && { tex: boundTex(upperBound)! }),
      universal: upperBound !== null,
    },
    finiteOnDisjointSupports: {
      asks: 'finite on disjoint supports',
      answer: yesOrNo(finiteOnDisjointSupports),
      universal: finiteOnDisjointSupports,
    },
    generator: {
      asks: 'an f-divergence',
      answer: generator === null ? 'no' : 'of',
      ...(generator !== null && { tex: generator }),
      universal: generator !== null,
    },
  };
  return Object.entries(cells).map(([name, cell]) => ({ name: name as PropertyCell['name'], ...cell }));
}

/** The divergences of `<PropertyTable of="klDivergence jeffreysDivergence">`. */
export const divergencesOf = (of: string): readonly string[] => of.trim().split(/\s+/);

/** Where a property is settled: items as `page/id`. */
export function settlersOf(of: string, property: string, { pages }: SiteIndex): readonly string[] {
  const name = `${of}.${property}`;
  return [...pages.values()].flatMap(({ id, settles }) =>
    settles.filter((one) => one.property === name).map(({ item }) => `${id}/${item}`),
  );
}
