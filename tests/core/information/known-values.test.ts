import {
  columnMarginal,
  conditionalEntropy,
  crossEntropy,
  entropy,
  fromWeights,
  jointEntropy,
  jointFromWeights,
  jointPmf,
  logSoftmax,
  mutualInformation,
  perplexity,
  pmf,
  rowMarginal,
  softmax,
  surprisal,
} from '../../../src/core/index.ts';

import { expectKnownValues } from '../known-values.ts';

const { LN2, log } = Math;
const fair = pmf([0.5, 0.5]);
const first = pmf([1, 0]);
// Cover and Thomas, example 2.2.1: rows Y = 1 … 4, columns X = 1 … 4.
const table = jointFromWeights([4, 2, 1, 1, 2, 4, 1, 1, 2, 2, 2, 2, 8, 0, 0, 0], { rows: 4, columns: 4 });

expectKnownValues('information', [
  {
    name: 'H(X, Y) of the table',
    value: () => jointEntropy(table),
    expected: (27 / 8) * LN2,
    source: 'cover-thomas-2006, example 2.2.1: 27/8 bits',
  },
  {
    name: 'H(X | Y) of the table',
    value: () => conditionalEntropy(table, { given: 'rows' }),
    expected: (11 / 8) * LN2,
    source: 'cover-thomas-2006, example 2.2.1: 11/8 bits',
  },
  {
    name: 'H(Y | X) of the table',
    value: () => conditionalEntropy(table, { given: 'columns' }),
    expected: (13 / 8) * LN2,
    source: 'cover-thomas-2006, example 2.2.1: 13/8 bits',
  },
  {
    name: 'I(X; Y) of the table',
    value: () => mutualInformation(table),
    expected: (3 / 8) * LN2,
    source: 'cover-thomas-2006, example 2.3.1: 0.375 bits',
  },
  {
    name: 'H(X) of the table',
    value: () => entropy(columnMarginal(table)),
    expected: (7 / 4) * LN2,
    source: 'cover-thomas-2006, example 2.2.1: 7/4 bits',
  },
  {
    name: 'H(Y) of the table',
    value: () => entropy(rowMarginal(table)),
    expected: 2 * LN2,
    source: 'cover-thomas-2006, example 2.2.1: 2 bits',
  },
  {
    name: 'I of independent variables',
    value: () => mutualInformation(jointFromWeights([1, 2, 3, 3, 6, 9], { rows: 2, columns: 3 })),
    expected: 0,
    source: 'definition',
    within: 0,
  },
  {
    name: 'I of a variable and itself',
    value: () => mutualInformation(jointPmf([0.5, 0, 0, 0.5], { rows: 2, columns: 2 })),
    expected: LN2,
    source: 'H(X)',
  },
  {
    name: 'H(Y | X) of a function',
    value: () => conditionalEntropy(jointPmf([0.5, 0, 0, 0.5], { rows: 2, columns: 2 }), { given: 'rows' }),
    expected: 0,
    source: 'definition',
    within: 0,
  },
  { name: 'surprisal of a fair coin', value: () => surprisal(fair, 0), expected: LN2, source: 'log 2' },
  {
    name: 'surprisal of the impossible',
    value: () => surprisal(first, 1),
    expected: Infinity,
    source: 'definition',
    within: 0,
  },
  {
    name: 'surprisal of the certain',
    value: () => surprisal(first, 0),
    expected: 0,
    source: 'definition',
    within: 0,
  },
  {
    name: 'perplexity of a fair die',
    value: () => perplexity(fromWeights([1, 1, 1, 1, 1, 1])),
    expected: 6,
    source: 'n',
  },
  {
    name: 'perplexity of a point mass',
    value: () => perplexity(first),
    expected: 1,
    source: 'definition',
    within: 0,
  },
  { name: 'softmax of log-odds', value: () => softmax([log(3), 0])[0]!, expected: 0.75, source: '3/(3 + 1)' },
  {
    name: 'log-softmax of equal logits',
    value: () => logSoftmax([1e5, 1e5])[1]!,
    expected: -LN2,
    source: '−log 2',
  },
  {
    name: 'cross-entropy is the log-loss of the log-softmax',
    value: () => -logSoftmax([2, -1])[0]!,
    expected: crossEntropy(first, softmax([2, -1])),
    source: 'definition',
  },
]);
