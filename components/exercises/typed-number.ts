import type { Program } from '../../src/site/exercise-data.ts';

/** A number that a reader typed. */
export interface TypedNumber {
  readonly value: number;
  /** Significant digits; Infinity for what is exact: a fraction, ∞. */
  readonly digits: number;
  /** Half a unit of its last place. */
  readonly half: number;
  /** The unit behind it, where one was typed. */
  readonly unit: Program['unit'];
}

const exact = (value: number, unit: Program['unit']): TypedNumber => ({
  value,
  digits: Infinity,
  half: Math.abs(value) * 1e-9,
  unit,
});

/** Reads `1.2928`, `−.5`, `1/4`, `2.1e-3`, `2.1 × 10⁻³`, `∞` or `inf`, with or without its unit. Undefined for what is none. */
export function readNumber(text: string): TypedNumber | undefined {
  const [, digits = '', word = ''] = /^(.*?)\s*(nats?|bits?)?$/i.exec(text.trim()) ?? [];
  const unit = word === '' ? '' : word.toLowerCase().startsWith('n') ? 'nats' : 'bits';
  const plain = digits
    .replace(/[−–]/g, '-')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹⁻]/g, (raised) => '0123456789-'['⁰¹²³⁴⁵⁶⁷⁸⁹⁻'.indexOf(raised)]!)
    .replace(/\s*[×x*·]\s*10\^?\s*/, 'e')
    .trim();
  const [, sign, infinite] = /^([-+]?)\s*(∞|inf|infinity|oo)?$/i.exec(plain) ?? [];
  if (infinite !== undefined) return exact(sign === '-' ? -Infinity : Infinity, unit);
  const [, top, bottom] = /^([-+]?\d{1,9})\s*\/\s*(\d{1,9})$/.exec(plain) ?? [];
  if (top !== undefined && bottom !== undefined)
    return Number(bottom) === 0 ? undefined : exact(Number(top) / Number(bottom), unit);
  const [, whole, places = '', power = '0'] =
    /^[-+]?(\d{0,15})(?:\.(\d{0,20}))?(?:e([-+]?\d{1,3}))?$/i.exec(plain) ?? [];
  if (whole === undefined || whole + places === '') return undefined;
  const significant = (whole + places).replace(/^0+/, '').length;
  return {
    value: Number(plain),
    // All digits of 0.00 are zeros; they count as places do.
    digits: significant || Math.max(1, places.length),
    half: 0.5 * Number(`1e${Number(power) - places.length}`),
    unit,
  };
}
