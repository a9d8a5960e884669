import { REFINED_PARTS } from '../core/certified/format-certified.ts';
import { parts } from '../core/rounded-decimal.ts';
import type { Refined } from '../core/certified/refined.ts';
import { certifiedQuantity } from './certified-quantities.ts';
import { evaluateCore } from './evaluate-core.ts';
import type { Environment } from './environment.ts';
import type { Expression } from './expression.ts';
import type { Bound } from './oracle.ts';

/** What the core has to say about the digits of an expression. */
export interface CoreDigits {
  readonly value: number;
  /** Decimals within and at the ends of what it can be: 29 digits agree where the core certifies the quantity. Or 'Infinity', 'NaN'. */
  readonly ends: readonly string[];
}

/** Rounding errors of a double, in units of scale · 2⁻⁵³; a formula adds up to a few. */
const roundings = 32 * 2 ** -53;

export function coreDigits(expression: Expression, environment: Environment, bound: Bound = {}): CoreDigits {
  const certified = certifiedQuantity(expression, environment, bound);
  if (certified) return { value: certified.value, ends: endsOf(certified.refine()) };
  const { value, scale } = evaluateCore(expression, environment, bound);
  if (!Number.isFinite(value)) return { value, ends: [String(value)] };
  const error = Number.isFinite(scale) ? roundings * scale : 0;
  return { value, ends: [value, value - error, value + error].map((end) => end.toPrecision(100)) };
}

/** (hi + lo) 2^exponent and both ends of its error bound, to 40 digits behind the first. */
function endsOf({ hi, lo, exponent }: Refined): readonly string[] {
  if (hi === 0 || !Number.isFinite(hi)) return [String(hi)];
  const [m, e] = integerOf(hi);
  const [n, f] = integerOf(lo);
  const least = Math.min(e, f);
  const integer = (m << BigInt(e - least)) + (n << BigInt(f - least));
  const power = least + exponent;
  const places = Math.max(0, 40 - Math.floor(Math.log10(Math.abs(hi)) + exponent * Math.log10(2)));
  const scaled = integer * 10n ** BigInt(places);
  const digits = power >= 0 ? scaled << BigInt(power) : scaled / (1n << BigInt(-power));
  const error = digits / REFINED_PARTS;
  return [digits, digits - error, digits + error].map((end) => `${end}e${-places}`);
}

function integerOf(x: number): [bigint, number] {
  const [integer, exponent] = parts(Math.abs(x));
  return [x < 0 ? -integer : integer, exponent];
}
