import { checkStatement } from './src/formula/check.ts';
import { failureText } from './src/formula/excerpt.ts';
import { readNotation } from './src/formula/notation.ts';
import { oracle } from './tests/oracle/oracle.ts';
import { notation } from './tests/formula/notation.ts';
const page = readNotation({ f: { type: 'function', reads: 'f' }, c: {type:'cost', reads:'c'} } as never);
for (const tex of [
 '2 \\log t = t - 1 \\iff t = 1', '\\log t = t - 1 \\iff t = 1', '\\KL{P}{Q} = 0 \\iff P = Q',
 '(t - 1)^2 (t - 3.3)^2 = 0 \\iff t = 1', '(t-1)^3 = 0 \\iff t = 1','(t-1)^4 = 0 \\iff t = 1',
 '\\KL{P}{Q} = \\KL{Q}{P} \\iff P = Q', '\\KL{P}{Q} = \\KL{P}{R} \\iff Q = R', '\\KL{P}{Q} = \\KL{P}{R} \\iff \\CE{P}{Q} = \\CE{P}{R}',
 '\\H{P} = \\H{Q} \\implies \\max_x P(x) = \\max_x Q(x)', '2 \\log t = t-1 \\implies t = 1', 't > 0, 2 \\log t = t-1 \\implies t < 2',
 '\\lambda \\log t = t - 1 \\iff t = 1', '\\TV{P}{Q} = \\TV{P}{R} \\implies \\JSD{P}{Q} = \\JSD{P}{R}', '(t - u)^2 (t - 3)^2 = 0 \\iff t = u', '\\JSD{P}{Q} = \\log 2 \\iff \\sum_x P(x) Q(x) = 0',
 '\\H{P} = \\log n \\iff \\max_x P(x) = \\min_x P(x)', '\\H{P} = \\tfrac12 \\log n \\iff \\max_x P(x) = \\min_x P(x)', '\\frac{1}{t - 2} = 0 \\iff t = 1', '\\sum_x f(x) P(x) = \\sum_x f(x) Q(x) \\iff P = Q', '\\sum_x f(x) P(x) = \\sum_x f(x) Q(x) \\iff \\sum_x f(x) (P(x) - Q(x)) = 0',
]) { const t = performance.now(); const r = checkStatement(tex, { notation: { ...notation, ...page } }, oracle); console.log(tex, Math.round(performance.now()-t)+' ms\n   ', r.failures.map(failureText).map(s=>s.split('\n')[0]).join(' | ').slice(0, 300)); }
