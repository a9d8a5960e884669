import * as core from '../../src/core/index.ts';
import type { GradientVariable, Pmf } from '../../src/core/index.ts';
import { readJson } from '../core/families/members.ts';
import { readReference } from '../core/reference.ts';
import { row, type Numbers, type Points, type Row } from './row.ts';

interface Information {
  readonly cases: readonly {
    readonly rows: number;
    readonly columns: number;
    readonly p: Numbers;
    readonly values: Readonly<Record<string, string>> & { readonly surprisals: readonly string[] };
  }[];
  readonly logits: readonly {
    readonly logits: Numbers;
    readonly values: { readonly softmax: readonly string[]; readonly logSoftmax: readonly string[] };
  }[];
}

export function* ofInformation(): Generator<Row> {
  const { cases, logits } = readJson<Information>('information.json');
  for (const { rows, columns, p, values } of cases) {
    const joint = core.jointPmf(p, { rows, columns });
    yield row('jointEntropy', core.jointEntropy(joint), values['jointEntropy']!);
    yield row('conditionalEntropy', core.conditionalEntropy(joint, { given: 'rows' }), values['givenRows']!);
    const givenColumns = core.conditionalEntropy(joint, { given: 'columns' });
    yield row('conditionalEntropy', givenColumns, values['givenColumns']!);
    yield row('mutualInformation', core.mutualInformation(joint), values['mutualInformation']!);
    yield row('perplexity', core.perplexity(joint.pairs), values['perplexity']!);
    for (const [x, expected] of values.surprisals.entries()) {
      yield row('surprisal', core.surprisal(joint.pairs, x), expected);
    }
  }
  for (const { logits: z, values } of logits) {
    const [probabilities, logarithms] = [core.softmax(z), core.logSoftmax(z)];
    for (const [x, expected] of values.softmax.entries()) yield row('softmax', probabilities[x]!, expected);
    for (const [x, expected] of values.logSoftmax.entries())
      yield row('logSoftmax', logarithms[x]!, expected);
  }
}

const gradients: Readonly<
  Record<string, readonly [string, (p: Pmf, q: Pmf, withRespectTo: GradientVariable) => Float64Array]>
> = {
  kl: ['klDivergenceGradient', (p, q, v) => core.klDivergenceGradient(p, q, { withRespectTo: v })],
  reverseKl: [
    'reverseKlDivergenceGradient',
    (p, q, v) => core.reverseKlDivergenceGradient(p, q, { withRespectTo: v }),
  ],
  crossEntropy: ['crossEntropyGradient', (p, q, v) => core.crossEntropyGradient(p, q, { withRespectTo: v })],
  jensenShannon: [
    'jensenShannonDivergenceGradient',
    (p, q, v) => core.jensenShannonDivergenceGradient(p, q, { withRespectTo: v }),
  ],
  squaredHellinger: [
    'squaredHellingerDivergenceGradient',
    (p, q, v) => core.squaredHellingerDivergenceGradient(p, q, { withRespectTo: v }),
  ],
  chiSquared: [
    'chiSquaredDivergenceGradient',
    (p, q, v) => core.chiSquaredDivergenceGradient(p, q, { withRespectTo: v }),
  ],
  entropy: ['entropyGradient', (p, _, v) => core.entropyGradient(p, { withRespectTo: v as 'p' })],
};

interface Gradients {
  readonly cases: readonly {
    readonly at: number;
    readonly values: Readonly<Record<string, Readonly<Record<GradientVariable, readonly string[]>>>>;
  }[];
}

export function* ofGradients(): Generator<Row> {
  const inputs = readReference('pmfs.json');
  for (const { at, values } of readJson<Gradients>('gradients.json').cases) {
    const [p, q] = [core.pmf(inputs[at]!.p), core.pmf(inputs[at]!.q)];
    for (const [key, variables] of Object.entries(values)) {
      const [name, of] = gradients[key]!;
      for (const [variable, entries] of Object.entries(variables)) {
        const actual = of(p, q, variable as GradientVariable);
        const kind = variable.startsWith('logits') ? 'logits' : 'masses';
        for (const [x, expected] of entries.entries()) yield row(`${name} (${kind})`, actual[x]!, expected);
      }
    }
  }
}

interface Constrained {
  readonly q: Numbers;
  readonly statistics: Points;
  readonly expectations: Numbers;
  readonly multipliers: readonly string[];
  readonly pmf: readonly string[];
  readonly value: string;
}

export function* ofProjections(): Generator<Row> {
  for (const { q, multipliers, pmf, value, ...constraints } of readReference<Constrained>(
    'projections.json',
  )) {
    const found = core.informationProjection(core.fromWeights(q), constraints);
    yield row('informationProjection (value)', found.value, value);
    for (const [x, expected] of pmf.entries()) {
      yield row('informationProjection (masses)', found.pmf[x]!, expected);
    }
    for (const [j, expected] of multipliers.entries()) {
      yield row('informationProjection (multipliers)', found.multipliers[j]!, expected);
    }
  }
}
