import { formatSignificant } from '../../core/index.ts';
import type { Extreme } from '../../formula/evidence.ts';
import type { StatementReport } from '../../formula/report.ts';

/** `1 063`, with the narrow space that numbers have on this site. */
const count = (number: number): string => String(number).replace(/\B(?=(\d{3})+$)/g, '\u2009');

const greek: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  varepsilon: 'ε',
  epsilon: 'ε',
  theta: 'θ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  pi: 'π',
  rho: 'ρ',
  sigma: 'σ',
  tau: 'τ',
  phi: 'φ',
  varphi: 'φ',
  psi: 'ψ',
  omega: 'ω',
};

/** An instance as the checker tells it, in plain text: λ for `\lambda`, 1 for 1/1, a minus for a hyphen. */
const readable = (instance: string): string =>
  instance
    .replace(/\\([A-Za-z]+)/g, (_, name: string) => greek[name] ?? name)
    .replace(/[{}]/g, '')
    .replace(/\b(\d+)\/1\b/g, '$1')
    .replace(/-(?=\d)/g, '−');

const size = ({ size: value }: Extreme): string => formatSignificant(value, 2, 0);

const evaluators =
  'by the code of this site, and to fifty digits by a second evaluator that shares no arithmetic with it';

function gapText(gap: Extreme): string {
  if (gap.size === 0) return 'Its sides are equal to the last digit.';
  return `Its sides differ by at most ${size(gap)} of the size of their terms, which is rounding${readable(gap.at)}.`;
}

const slackText = (slack: Extreme): string =>
  slack.size === 0
    ? `It is tight: nothing is left between its sides${readable(slack.at)}.`
    : `The least that is left between its sides is ${size(slack)}${readable(slack.at)}.`;

/** What was done with a formula of a page, and what came of it, in plain words. Every digit of it is a result of the check. */
export function evidenceText({ kind, reason, evidence, decimals, witnesses }: StatementReport): string {
  if (kind === 'stated') return `Stated, not executed: ${readable(reason ?? '')}.`;
  const { doubles, digits50, steps, gap, slack, numerical, certain } = evidence;
  if (doubles === 0) return 'It gives a name to what stands on its right, for the formulas that follow.';
  const [witness] = witnesses;
  return [
    doubles === 1
      ? `Executed with the numbers that stand here, ${evaluators}.`
      : `Executed on ${count(doubles)} instances by the code of this site, and on ${count(digits50)} of them to fifty digits by a second evaluator that shares no arithmetic with it.`,
    decimals.length > 0 &&
      (decimals.length === 1
        ? 'Its decimal is the correctly rounded one.'
        : `Its ${decimals.length} decimals are the correctly rounded ones.`),
    gap && gapText(gap),
    slack && slackText(slack),
    witness !== undefined && `It is borne out: ${readable(witness)}.`,
    certain && `That is certain, by ${certain}.`,
    steps > 0 && `A search of ${count(steps)} steps towards a failure found none.`,
    numerical && 'A limit was followed along its sequence, which shows it and does not prove it.',
  ]
    .filter((sentence) => typeof sentence === 'string')
    .join(' ');
}
