import { noEvidence } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import type { Definition } from './environment.ts';

export interface CheckedDecimal {
  readonly written: string;
  /** What must stand there: the correctly rounded value at the digits written. */
  readonly must: string;
  readonly offset: number;
  /** The value to 50 digits. */
  readonly value: string;
}

export interface Failure {
  readonly message: string;
  /** Character offset in the TeX. */
  readonly offset: number;
  /** The line of the formula, and below it a caret under the place. */
  readonly excerpt?: string;
  /** Where replacing the characters `written` at the offset by `must` mends it. */
  readonly written?: string;
  readonly must?: string;
  /** A value was undefined, or the core disagrees, so that nothing is said about the relation. */
  readonly undecided?: true;
  /** A side had no value. */
  readonly undefined?: true;
}

export interface StatementReport {
  readonly kind: 'executed' | 'stated' | 'mention' | 'hypothesis' | 'definition';
  /** How many instances were tried. */
  readonly instances: number;
  readonly evidence: Evidence;
  /** Why a stated formula is not executed. */
  readonly reason?: string;
  /** Every decimal that was checked, those that are right included. */
  readonly decimals: readonly CheckedDecimal[];
  readonly failures: readonly Failure[];
  /** What the formula defines for the rest of the scope. */
  readonly definitions: readonly Definition[];
  /** The instances that show what holds 'in general not'. */
  readonly witnesses: readonly string[];
  /** The numbers in a formula that is only mentioned, which nothing has checked. */
  readonly digits: readonly { readonly written: string; readonly offset: number }[];
}

export const emptyReport: StatementReport = {
  kind: 'executed',
  instances: 0,
  evidence: noEvidence,
  decimals: [],
  failures: [],
  definitions: [],
  witnesses: [],
  digits: [],
};
