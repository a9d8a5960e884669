import { testForms } from './page-forms.ts';
import type { PageNotation } from './page-forms.ts';

/** With another condition the conclusion is asserted of fewer instances, or of those on which both sides agree. */
const hypothesis = (description: string): boolean =>
  /^(?:P and Q exchanged in \\min|the arguments of .*\(1 - \\lambda\)|the arguments of \\KL\{R\}\{Q\})/.test(
    description,
  );

/** Less on the right is as true, and as tight where R = Q; with Q in the place of P only what is degenerate is spoken of. */
const weaker = (description: string): boolean =>
  description.startsWith('+ changed') || description.startsWith('P and Q exchanged in \\E');

const page: PageNotation = { f: { type: 'function', reads: 'f' } };

testForms('what holds for every member of a convex set', page, [
  {
    what: 'the Pythagorean inequality: R is the best mixture of R and P',
    tex: '\\min_{\\lambda \\in [0, 1]} \\KL{(1 - \\lambda) R + \\lambda P}{Q} = \\KL{R}{Q} \\implies \\KL{P}{Q} \\ge \\KL{P}{R} + \\KL{R}{Q}',
    spared: hypothesis,
  },
  {
    what: 'the same, by the slope from R to P',
    tex: '\\sum_x (P(x) - R(x)) \\log\\frac{R(x)}{Q(x)} \\ge 0 \\implies \\KL{P}{Q} \\ge \\KL{P}{R} + \\KL{R}{Q} % for P, Q, R with full support',
    spared: weaker,
  },
  {
    what: 'for a half-space: T is the exponential tilt of Q',
    tex: '\\E{x \\sim P}{f(x)} \\ge \\E{x \\sim T}{f(x)} \\implies \\KL{P}{Q} \\ge \\KL{P}{T} + \\KL{T}{Q} % for Q with full support',
    spared: weaker,
    before: ['T(x) := \\frac{Q(x) e^{t f(x)}}{\\sum_y Q(y) e^{t f(y)}}'],
  },
]);
