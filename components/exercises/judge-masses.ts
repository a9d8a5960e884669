import { judge, type Asked } from './judge.ts';
import { readNumber } from './typed-number.ts';

/** What can be told of the masses that a reader typed. */
export type MassesVerdict =
  | { readonly kind: 'right' | 'empty' | 'list' | 'count' | 'sum' | 'order' | 'coarse' }
  | { readonly kind: 'mass'; readonly outcome: number }
  | { readonly kind: 'slip'; readonly slip: number; readonly inOtherUnit: false };

/** Beyond what rounding each mass can do to their sum. */
const sumTolerance = 0.006;

/** Compares the masses that a reader typed with those asked for and with those that known mistakes lead to. */
export function judgeMasses(
  text: string,
  asked: readonly Asked[],
  mistakes: readonly (readonly number[])[],
): MassesVerdict {
  const masses = text.replace(/^[\s([{]+|[\s)\]}]+$/g, '');
  if (masses === '') return { kind: 'empty' };
  const typed = masses.split(/\s*[,;]\s*|\s+/);
  const numbers = typed.map(readNumber);
  if (numbers.includes(undefined)) return { kind: 'list' };
  if (typed.length !== asked.length) return { kind: 'count' };
  const kinds = (values: readonly number[]): readonly string[] =>
    typed.map((mass, x) => judge(mass, { ...asked[x]!, value: values[x]! }, []).kind);
  const all = (values: readonly number[], ...wanted: readonly string[]): boolean =>
    kinds(values).every((kind) => wanted.includes(kind));
  const values = asked.map(({ value }) => value);
  if (all(values, 'right')) return { kind: 'right' };
  const slip = mistakes.findIndex((mistake) => all(mistake, 'right', 'coarse'));
  if (slip >= 0) return { kind: 'slip', slip, inOtherUnit: false };
  if (all(values, 'right', 'coarse')) return { kind: 'coarse' };
  const sum = numbers.reduce((total, number) => total + number!.value, 0);
  if (Math.abs(sum - 1) > sumTolerance) return { kind: 'sum' };
  const sorted = (list: readonly number[]): number[] => [...list].sort((a, b) => a - b);
  const wanted = sorted(values);
  const inOrder = sorted(numbers.map((number) => number!.value));
  if (inOrder.every((value, x) => Math.abs(value - wanted[x]!) < 0.005)) return { kind: 'order' };
  return { kind: 'mass', outcome: kinds(values).findIndex((kind) => kind !== 'right') };
}
