import type { Definition, Givens } from '../formula/environment.ts';
import type { Expression } from '../formula/expression.ts';
import type { Draws } from './draws.ts';

/** A number or a distribution of an exercise as the browser computes it: no TeX is read there. */
export interface Program {
  readonly of: string;
  readonly unit: '' | 'nats' | 'bits';
  /** In nats, where it has a unit. */
  readonly expression: Expression;
  /** The given pmf that has as many outcomes as the sums run over, or their number. */
  readonly outcomes: string | number;
  /** Of an answer: how many significant digits are asked for. */
  readonly digits?: number;
}

/** What an exercise carries for its script. */
export interface ExerciseData {
  readonly fixed?: Givens;
  readonly draws?: Draws;
  readonly definitions?: readonly Definition[];
  readonly programs: readonly Program[];
  /** How many masses each pmf has that is asked for, or that a mistake leads to. */
  readonly pmfs?: Readonly<Record<string, number>>;
}

/** The masses of a pmf in the notation of the site; each has a program of its own. */
export const massesOf = (pmf: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, x) => `${pmf}(${x + 1})`);

export const programKey = (of: string, unit: string | undefined): string => `${unit ?? ''}|${of}`;
