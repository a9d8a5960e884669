import { certainText, formatCertified, settledText } from '../../src/core/index.ts';
import { certifiedQuantity } from '../../src/formula/certified-quantities.ts';
import { evaluateCore } from '../../src/formula/evaluate-core.ts';
import type { Environment } from '../../src/formula/environment.ts';
import type { SourcePart } from './parts.ts';
import { unitOf } from './unit.ts';

/** A computed number as it is shown: its expression, the double, the token with its unit. */
export interface Shown {
  readonly of: string;
  readonly unit: '' | 'nats';
  readonly value: string;
  readonly text: string;
  /** Whether four digits cannot be settled, as at a tie; those shown are certain. */
  readonly undecided: boolean;
}

const digits = 4;
/** Some two thousand roundings of a double: more than a formula of the greatest length can add up to. */
const roundings = 2e-13;
/** Terms that cancel leave fewer digits; below two the number is not shown. */
const worst = 100;

/** The number, or why there is none to show. */
export function show(
  { tex, expression }: SourcePart,
  environment: Environment,
): Shown | { readonly why: string } {
  const { value, scale } = evaluateCore(expression, environment);
  if (Number.isNaN(value)) return { why: 'has no value here' };
  const condition = Number.isFinite(value) && value !== 0 ? Math.max(1, scale / Math.abs(value)) : 1;
  const cancelled = condition > worst || (value === 0 && scale > Number.MIN_VALUE);
  if (cancelled) return { why: 'is zero to within rounding' };
  const unit = unitOf(expression);
  const certified = certifiedQuantity(expression, environment);
  const bounded = { value, relativeErrorBound: roundings * condition, absoluteErrorBound: 0 };
  const { text, decided } = certified
    ? formatCertified(certified, digits)
    : { text: certainText(bounded, digits), decided: settledText(bounded, digits) !== undefined };
  const shown = text + (unit && `\u00a0${unit}`);
  return { of: tex, unit, value: String(value), text: shown, undecided: !decided };
}
