import { Decimal } from 'decimal.js';
import type { Givens } from '../../src/formula/environment.ts';
import type { Scope } from '../../src/formula/notation.ts';
import { readQuantity } from '../../src/formula/value.ts';
import { oracle } from '../oracle/oracle.ts';
import { notation } from './notation.ts';

/**
 * The value of `\KL{P}{Q}` and the like to 50 digits, or 'Infinity': what a number on a page is recomputed with
 * from its attributes. Throws where there is no such value.
 */
export function oracleValue(tex: string, givens: Givens, unit?: string, scope: Scope = { notation }): string {
  if (unit !== undefined && unit !== '' && unit !== 'nats' && unit !== 'bits')
    throw new Error(`unknown unit ${unit}`);
  const { expression, environment } = readQuantity(
    tex,
    { ...scope, givens },
    unit === 'bits' || unit === 'nats' ? unit : undefined,
  );
  const exact = oracle.evaluate(expression, environment);
  if (exact.kind !== 'number')
    throw new Error(`${tex} has no value: ${exact.kind === 'undefined' ? exact.why : 'it is a pmf'}`);
  // Terms that cancel leave nothing but the rounding of fifty digits: equal to 45 of them is equal, as in every relation.
  const rest = new Decimal(exact.digits).abs();
  const cancelled = Number.isFinite(exact.scale) && rest.lte(new Decimal(exact.scale).times('1e-45'));
  return cancelled ? '0' : exact.digits;
}
