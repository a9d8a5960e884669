import {
  certainText,
  type Certified,
  type Enclosure,
  RELATIVE_ERROR_BOUND,
  settledText,
  toBits,
} from '../../src/core/index.ts';
import { type CertifiedCore, certifiedCore } from './certified-core.ts';

/**
 * A computed number as a model hands it to `Quantity`: its expression in the site's notation, its unit, the double with the error bounds
 * that the core states, and, where the core has it, the certified function of the same quantity:
 *
 *   { of: '\\KL{P}{Q}', unit: 'nats', value: klDivergence(p, q), ...coreBounds, certify: (core) => core.klDivergence(p, q) }
 *
 * It is asked only where the double leaves one of the digits shown open. Without it, a number is shown with the digits that its bounds leave.
 */
export interface Reading extends Enclosure {
  readonly of: string;
  readonly unit: '' | 'nats' | 'bits';
  readonly certify?: (core: CertifiedCore) => Certified;
}

/** Of the core's basic quantities and their terms, for pmfs whose masses are integers of one total: what `RELATIVE_ERROR_BOUND` says. */
export const coreBounds = { relativeErrorBound: RELATIVE_ERROR_BOUND, absoluteErrorBound: 0 } as const;

/** The token that a reader sees, with its unit, and how far it can be relied on to be final. */
export interface ReadingText {
  readonly text: string;
  /**
   * `settled`: the truth, correctly rounded. `open`: certain digits, and better ones once the certified core is here.
   * `undecided`: certain digits, and nobody knows better: a tie, or a number whose bounds are wide.
   */
  readonly certainty: 'settled' | 'open' | 'undecided';
}

const shownDigits = 4;

/** As settled as can be now. Reading it subscribes to the certified core only where that is needed. */
export function readingText(reading: Reading): ReadingText {
  const { unit, certify } = reading;
  const withUnit = (text: string, certainty: ReadingText['certainty']): ReadingText => ({
    text: text + (unit && `\u00a0${unit}`),
    certainty,
  });
  const settled = settledText(reading, shownDigits);
  if (settled !== undefined) return withUnit(settled, 'settled');
  const core = certify && certifiedCore.value;
  if (!core) return withUnit(certainText(reading, shownDigits), certify ? 'open' : 'undecided');
  const { text, decided } = core.formatCertified(certify(core), shownDigits);
  return withUnit(text, decided ? 'settled' : 'undecided');
}

/** Half a unit in the last place of a double: 2⁻⁵³. */
const u = 2 ** -53;

/** A reading in nats, in bits. */
export function inBits(nats: Reading): Reading {
  const { value, relativeErrorBound, absoluteErrorBound, certify } = nats;
  return {
    ...nats,
    unit: 'bits',
    value: toBits(value),
    relativeErrorBound: relativeErrorBound + 2 * u,
    absoluteErrorBound: 1.5 * absoluteErrorBound,
    ...(certify && { certify: (core: CertifiedCore) => core.inBits(certify(core)) }),
  };
}
