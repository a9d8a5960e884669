import type { Givens } from '../../src/formula/environment.ts';

/** True statements, each of which must hold, and every mutant of which must be noticed. */
export const universal: readonly string[] = [
  String.raw`\KL{P}{Q} := \sum_x P(x) \log \frac{P(x)}{Q(x)}`,
  String.raw`\KL{P}{Q} = \E{x \sim P}{\log \frac{P(x)}{Q(x)}}`,
  String.raw`\begin{aligned}
    \KL{P}{Q} &= -\sum_{x : P(x) > 0} P(x) \log \frac{Q(x)}{P(x)} \\
    &\ge -\log \sum_{x : P(x) > 0} P(x) \, \frac{Q(x)}{P(x)} \\
    &= -\log \sum_{x : P(x) > 0} Q(x) \\
    &\ge -\log 1 = 0.
  \end{aligned}`,
  String.raw`\log t \le t - 1`,
  String.raw`\CE{P}{Q} = \H{P} + \KL{P}{Q}`,
  String.raw`\KL{P}{Q} = 0 \iff P = Q`,
  String.raw`0 \log \frac{0}{q} = 0`,
  String.raw`p \log \frac{p}{0} = \infty`,
  String.raw`\JSD{P}{Q} \le \log 2`,
  String.raw`\JSD{P}{Q} = \log 2 % for P, Q with disjoint supports`,
  String.raw`\JSD{P}{Q} = \tfrac12 \KL{P}{\tfrac12 (P + Q)} + \tfrac12 \KL{Q}{\tfrac12 (P + Q)}`,
  String.raw`\JSD{P}{Q} = \H{\tfrac12 (P + Q)} - \frac{\H{P} + \H{Q}}{2}`,
  String.raw`\KL{P}{Q} - \KL{P}{R} - \KL{R}{Q} = \sum_x (P(x) - R(x)) \log\frac{R(x)}{Q(x)} % for P, Q, R with full support`,
  String.raw`P(x) = 0 \implies P(x) \log \frac{P(x)}{Q(x)} = 0`,
  String.raw`P \not\ll Q \iff \KL{P}{Q} = \infty`,
  String.raw`\KL{P}{R} \not\le \KL{P}{Q} + \KL{Q}{R}`,
  String.raw`\KL{P}{Q} = \KL{Q}{P} % in general not`,
  String.raw`\JSDist{P}{R} \le \JSDist{P}{Q} + \JSDist{Q}{R}`,
  String.raw`\KL{P}{Q} \ge 2 \, \TV{P}{Q}^2`,
  String.raw`\TV{P}{Q} = \tfrac12 \sum_x \lvert P(x) - Q(x) \rvert`,
  String.raw`\Jeffreys{P}{Q} = \KL{P}{Q} + \KL{Q}{P}`,
  String.raw`\H{P} \le \log n`,
  String.raw`P \ne Q \implies \KL{P}{Q} > 0`,
];

export const givens: Givens = { P: ['0.1', '0.2', '0.7'], Q: ['0.8', '0.1', '0.1'] };

/** True statements about the pair above. */
export const worked: readonly string[] = [
  String.raw`P = (0.1, 0.2, 0.7), \quad Q = (0.8, 0.1, 0.1)`,
  String.raw`\KL{P}{Q} = 0.1 \log\frac{0.1}{0.8} + 0.2 \log\frac{0.2}{0.1} + 0.7 \log\frac{0.7}{0.1} \approx -0.2079 + 0.1386 + 1.3621 \approx 1.2928 \text{ nats}`,
  String.raw`\KL{P}{Q} \approx 1.2928 < 1.3996 \approx \KL{Q}{P}`,
  String.raw`\JSD{P}{Q} \approx 0.2900 \text{ nats} \approx 0.4184 \text{ bits}`,
  String.raw`\W{1}{P}{Q} = 1.3`,
  String.raw`\max_x P(x) = P(3) = 0.7`,
  String.raw`\tfrac12 (P + Q) = (0.45, 0.15, 0.4)`,
];
