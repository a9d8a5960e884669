import { fromWeights, optimalTransport, sinkhornTransport } from '../../src/core/index.ts';
import { readReference } from '../core/reference.ts';
import { certificate } from '../core/transport-certificate.ts';
import { transportInstance } from '../core/transport-instances.ts';
import { against } from './goals.ts';
import type { Python } from './python.ts';
import { errorText, printed } from './table.ts';

const INSTANCES = 520;

interface Entropic {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly cost: readonly (readonly number[])[];
  readonly epsilon: number;
  readonly value: string;
}

async function* exactRows(pot: Python | undefined): AsyncGenerator<string[]> {
  const most = { gap: 0, marginals: 0 };
  const ofPot = { gap: 0, marginals: 0 };
  for (let number = 0; number < INSTANCES; number++) {
    const instance = transportInstance(number);
    const [a, b] = [fromWeights(instance.a), fromWeights(instance.b)];
    const { gap, marginals } = certificate(a, b, instance.cost, optimalTransport(a, b, instance.cost));
    most.gap = Math.max(most.gap, gap);
    most.marginals = Math.max(most.marginals, marginals);
    if (!pot) continue;
    await pot.load(Float64Array.from(a), Float64Array.from(b), instance.cost);
    ofPot.gap = Math.max(ofPot.gap, (await pot.run('emd gap', 1))[1]);
    ofPot.marginals = Math.max(ofPot.marginals, (await pot.run('emd marginals', 1))[1]);
  }
  const cells = (name: string, goal: number, ours: number, theirs: number): string[] => [
    `${name}, largest of ${INSTANCES} problems`,
    against(goal, ours, errorText(ours), name),
    pot ? errorText(theirs) : 'absent',
  ];
  yield cells('exact transport: duality gap, relative', 1e-13, most.gap, ofPot.gap);
  yield cells('exact transport: error of a marginal', 1e-15, most.marginals, ofPot.marginals);
}

/** Costs at the fixed point, against sixty digits. */
async function sinkhornRow(pot: Python | undefined): Promise<string[]> {
  const [{ entropic }] = readReference<{ entropic: readonly Entropic[] }>('transport-spaces.json') as [
    { entropic: readonly Entropic[] },
  ];
  let [ours, theirs] = [0, 0];
  for (const { a, b, cost, epsilon, value } of entropic) {
    const [p, q, costs] = [fromWeights(a), fromWeights(b), Float64Array.from(cost.flat())];
    const found = sinkhornTransport(p, q, costs, { epsilon, tolerance: 1e-14 }).cost;
    ours = Math.max(ours, Math.abs(found / Number(value) - 1));
    if (!pot) continue;
    await pot.load(Float64Array.from(p), Float64Array.from(q), costs);
    const [, other] = await pot.run('sinkhorn_log to the end', 1, epsilon);
    theirs = Math.max(theirs, Math.abs(other / Number(value) - 1));
  }
  const name = 'Sinkhorn: cost at the fixed point, relative';
  return [
    `${name}, largest of ${entropic.length} problems`,
    against(1e-14, ours, errorText(ours), name),
    pot ? errorText(theirs) : 'absent',
  ];
}

async function* rows(pot: Python | undefined): AsyncGenerator<string[]> {
  yield* exactRows(pot);
  yield await sinkhornRow(pot);
}

/** Prints Markdown: the largest errors of plans and of their costs, beside POT's on the same problems. */
export async function printTransportAccuracy(pythons: readonly Python[]): Promise<void> {
  const pot = pythons.find((python) => python.has('emd'));
  await printed(['', 'ours', `POT ${pot?.version('emd') ?? 'absent'}`], rows(pot));
}
