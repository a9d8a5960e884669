/**
 * What a symbol ranges over; `outcomes` is the number of outcomes, `function` a function on them, `test` one with
 * values strictly between 0 and 1, such as a discriminator. A `joint` is a pmf on pairs, a `channel` a pmf for each
 * outcome, `pmfs` a pmf for each index, a `coupling` a joint with given marginals, a `sample` a sequence of outcomes.
 * A `cost` is what it costs to move from one outcome to another, a `metric` one that is a distance, and `positions` are
 * where the outcomes lie on the line. A `coordinate` is one of those that say where they lie in the plane, or in space.
 * A `generator` is a convex function on the positive numbers that vanishes at 1, a `convex` one a convex function on the
 * line, a `curve` any smooth one.
 */
export const SYMBOL_TYPES = [
  'pmf',
  'function',
  'positive function',
  'test',
  'probability',
  'positive',
  'real',
  'integer',
  'joint',
  'channel',
  'pmfs',
  'coupling',
  'sample',
  'cost',
  'metric',
  'positions',
  'coordinate',
  'outcome',
  'index',
  'outcomes',
  'set',
  'density',
  'generator',
  'convex',
  'curve',
  'name',
] as const;
/** A `functional` is only ever defined, by `V(D) := …`: what it is of is a function or a pmf. */
export type SymbolType = (typeof SYMBOL_TYPES)[number] | 'functional';

/** A real number (infinite ones included), a function on the outcomes such as a pmf, an outcome, a density, or a function of a real number. */
export type ValueType = 'real' | 'vector' | 'outcome' | 'density' | 'curve';
