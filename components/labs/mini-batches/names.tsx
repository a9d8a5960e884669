import { Formula, quantityNames } from '../notation.tsx';
import type { TargetKind } from './data.ts';
import type { Cause, LossName } from './losses.ts';

const of = { crossEntropy: '\\CE{P}{Q}', divergence: '\\KL{P}{Q}' } as const;
export const wordsOf: Readonly<Record<LossName, string>> = {
  crossEntropy: 'cross-entropy of the targets and the answers',
  divergence: 'divergence of the targets from the answers',
};
export const tones: Readonly<Record<LossName, string>> = { crossEntropy: 'of-P', divergence: 'of-plan' };

export const Named = ({ name }: { readonly name: LossName }) => (
  <Formula words={wordsOf[name]}>{quantityNames[of[name]]}</Formula>
);
export const Entropy = () => <Formula words="entropy of the targets">{quantityNames['\\H{P}']}</Formula>;

export const targetNames: Readonly<Record<TargetKind, string>> = {
  hard: 'labels',
  soft: 'votes',
  noisy: 'noise by the batch',
};
export const causeNames: Readonly<Record<Cause, string>> = {
  none: 'nothing',
  mean: 'mean over elements',
  clipped: 'clipping',
  moving: 'moving target',
};

/** Why the paths are one, or part. */
export const reasons: Readonly<Record<Cause, string>> = {
  none: 'Both gradients are answer minus target, to the last bit, so one path lies on the other. Only the plotted value moves, by the entropy of the batch’s targets.',
  mean: 'The divergence is averaged over examples and classes. So is its gradient: a third of the other, and its model lags behind. No divergence is to blame; a larger learning rate would mend it.',
  clipped:
    'In the divergence, answers below ε count as ε, and have no slope. The examples that the model gets most wrong teach it least.',
  moving:
    'The target holds a share λ of the model’s own answer, and the gradient flows through it. Now the entropy of the targets depends on the weights: these are two objectives.',
};
