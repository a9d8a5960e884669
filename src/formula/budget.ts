import type { Definition } from './environment.ts';
import type { Proposition } from './proposition.ts';
import { POOL_SIZE } from './pool.ts';
import { holdsKind } from './symbols.ts';

/** How many instances a formula gets. What takes long gets fewer, and its evidence says how many. */
export interface Budget {
  /** Instances that the oracle evaluates, if fewer than there are. */
  readonly atFiftyDigits?: number;
  /** Instances that the core evaluates. */
  readonly inDoubles: number;
  /** The part of the steps of a search for a counterexample. */
  readonly steps: number;
  /** Whether numbers stay of the size of 1. */
  readonly moderate?: true;
}

const PLENTY: Budget = { inDoubles: POOL_SIZE, steps: 1 };

/** By the dearest kinds of expression in a formula: the first row of which it holds all. */
const BUDGETS: readonly (readonly [kinds: readonly string[], budget: Budget])[] = [
  [['double integral'], { atFiftyDigits: 3, inDoubles: 25, steps: 0.05, moderate: true }],
  [['limit', 'functional'], { atFiftyDigits: 3, inDoubles: 12, steps: 0.02, moderate: true }],
  [['derivative', 'functional'], { atFiftyDigits: 3, inDoubles: 20, steps: 0.05, moderate: true }],
  [['derivative', 'average'], { atFiftyDigits: 3, inDoubles: 40, steps: 0.1, moderate: true }],
  [['integral'], { atFiftyDigits: 3, inDoubles: 100, steps: 0.2, moderate: true }],
  [['functional'], { atFiftyDigits: 3, inDoubles: 100, steps: 0.2, moderate: true }],
  [['average'], { atFiftyDigits: 3, inDoubles: 100, steps: 0.2, moderate: true }],
  [['limit'], { atFiftyDigits: 8, inDoubles: POOL_SIZE, steps: 1 }],
  [['search', 'conjugate'], { atFiftyDigits: 3, inDoubles: 60, steps: 0.1 }],
  [['search'], { atFiftyDigits: 20, inDoubles: 400, steps: 0.5 }],
  [['ChernoffInfo'], { atFiftyDigits: 20, inDoubles: POOL_SIZE, steps: 1 }],
  [['Sinkhorn'], { atFiftyDigits: 5, inDoubles: 200, steps: 0.2, moderate: true }],
  [['PlanCost'], { atFiftyDigits: 8, inDoubles: 200, steps: 0.2, moderate: true }],
  [['EOT'], { atFiftyDigits: 8, inDoubles: 200, steps: 0.2, moderate: true }],
  [['conjugate'], { atFiftyDigits: 24, inDoubles: POOL_SIZE, steps: 1 }],
  [['optimum'], { atFiftyDigits: 24, inDoubles: POOL_SIZE, steps: 1 }],
];

export function budgetOf(proposition: Proposition, definitions: readonly Definition[]): Budget {
  const found = BUDGETS.find(([kinds]) => kinds.every((kind) => holdsKind(proposition, [kind], definitions)));
  return found ? found[1] : PLENTY;
}
