import { checkStatement } from './src/formula/check.ts';
import { failureText } from './src/formula/excerpt.ts';
import { oracle } from './tests/oracle/oracle.ts';
import { notation } from './tests/formula/notation.ts';
for (const tex of process.argv.slice(2)) { const t = performance.now(); const r = checkStatement(tex, { notation }, oracle); console.log(tex, Math.round(performance.now()-t)+' ms\n   ', r.failures.map(failureText).join(' | ').slice(0, 400)); }
