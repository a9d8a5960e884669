import { describe, expect, test } from 'vitest';
import * as core from '../../../src/core/index.ts';
import { pmf } from '../../../src/core/index.ts';
import { refusals, untyped } from '../refusals.ts';

const two = pmf([0.5, 0.5]);

describe('errors say what was received, what is required, and the remedy', () => {
  test('a joint pmf has rows × columns entries', () => {
    const joint = core.jointPmf([0.25, 0.25, 0.5, 0], { rows: 2, columns: 2 });
    expect(
      refusals(
        () => core.jointPmf([0.5, 0.5], { rows: 2, columns: 2 }),
        () => core.jointPmf([0.5, 0.5], { rows: 1.5, columns: 2 }),
        () => core.jointPmf([0.5, 0.5], { rows: -1, columns: -2 }),
        () => core.jointPmf([0.5, 0.5], untyped(undefined)),
        () => core.jointPmf([0.5, 0.6], { rows: 1, columns: 2 }),
        () => core.jointFromWeights([1, 2, 3], { rows: 2, columns: 2 }),
        () => core.jointFromWeights([1, -2], { rows: 1, columns: 2 }),
        () => core.jointEntropy(untyped([[1]])),
        () => core.mutualInformation(untyped({ ...joint })),
        () => core.rowMarginal(untyped(two)),
        () => core.columnMarginal(untyped(null)),
        () => core.conditionalEntropy(untyped(undefined), { given: 'rows' }),
        () => core.conditionalEntropy(joint, { given: untyped('X') }),
        () => core.conditionalEntropy(joint, untyped(undefined)),
        () => core.surprisal(two, 2),
        () => core.surprisal(two, -1),
        () => core.surprisal(two, untyped('0')),
      ),
    ).toMatchInlineSnapshot(`
      "jointPmf: there are 2 entries for 2 rows and 2 columns; give { rows, columns } as positive integers with that product
      jointPmf: there are 2 entries for 1.5 rows and 2 columns; give { rows, columns } as positive integers with that product
      jointPmf: there are 2 entries for -1 rows and -2 columns; give { rows, columns } as positive integers with that product
      jointPmf: there are 2 entries for undefined rows and undefined columns; give { rows, columns } as positive integers with that product
      pmf: p sums to 1.1, not 1; normalise it with fromWeights()
      jointFromWeights: there are 3 entries for 2 rows and 2 columns; give { rows, columns } as positive integers with that product
      fromWeights: w[1] is -2; every weight must be finite and at least 0
      jointEntropy: joint is not a joint pmf; build it with jointPmf() or jointFromWeights()
      mutualInformation: joint is not a joint pmf; build it with jointPmf() or jointFromWeights()
      rowMarginal: joint is not a joint pmf; build it with jointPmf() or jointFromWeights()
      columnMarginal: joint is not a joint pmf; build it with jointPmf() or jointFromWeights()
      conditionalEntropy: joint is not a joint pmf; build it with jointPmf() or jointFromWeights()
      conditionalEntropy: given is the string "X"; it must be 'rows' or 'columns'
      conditionalEntropy: options is undefined; it must be an object such as { given: 'rows' }
      surprisal: outcome is 2; it must be an integer from 0 to 1, an index of p
      surprisal: outcome is -1; it must be an integer from 0 to 1, an index of p
      surprisal: outcome is the string "0"; it must be an integer from 0 to 1, an index of p"
    `);
  });
});
