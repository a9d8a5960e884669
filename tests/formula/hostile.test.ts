import { expect, test } from 'vitest';
import { checkStatement } from '../../src/formula/check.ts';
import { renderFormula } from '../../src/formula/render.ts';
import { oracle } from '../oracle/oracle.ts';
import { notation } from './notation.ts';

const hostile: readonly { name: string; tex: string }[] = [
  { name: 'a macro that expands itself', tex: '\\def\\a{\\a\\a}\\a' },
  { name: 'a redefined quantity', tex: '\\renewcommand{\\KL}[2]{0} \\KL{P}{Q} = 0' },
  { name: 'a link', tex: '\\href{javascript:alert(1)}{P}' },
  { name: 'an attribute', tex: '\\htmlData{x=1}{P}' },
  { name: 'a picture', tex: '\\includegraphics{x.png}' },
  { name: 'an invisible factor', tex: 'P(x)\\phantom{0} = P(x)' },
  { name: 'a megabyte', tex: 'P+'.repeat(500_000) },
  { name: 'four thousand open braces', tex: '{'.repeat(4000) + 'P' + '}'.repeat(4000) },
  { name: 'two thousand nested fractions', tex: '\\frac{'.repeat(1400) + '1' + '}2'.repeat(1400) },
  { name: 'a thousand nested signs', tex: `t = ${'-('.repeat(3000)}t${')'.repeat(3000)}` },
  { name: 'masses of masses of masses', tex: `${'P('.repeat(300)}x${')'.repeat(300)} = 1` },
  { name: 'sums inside of sums', tex: `\\sum_x ${'\\sum_y '.repeat(9)} P(x) = 1` },
  { name: 'a long sum', tex: '\\sum_{i=1}^{1000} \\sum_{j=1}^{1000} t = 1' },
  { name: 'a tower of powers', tex: '9^{9^{9^{9^{9}}}} = 1' },
  { name: 'a prototype', tex: 'constructor = __proto__' },
];

test.each(hostile)('$name gets an error within two seconds', ({ tex }) => {
  const start = process.cpuUsage();
  const { failures } = checkStatement(tex, { notation }, oracle);
  expect(failures.length).toBeGreaterThan(0);
  expect(failures[0]!.message).not.toBe('');
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000).toBeLessThan(2000);
});

test('what may not stand in a formula is not rendered either', () => {
  for (const tex of ['\\href{javascript:alert(1)}{P}', '\\htmlData{x=1}{P}', '\\def\\a{1}\\a', '\\unknown']) {
    expect(() => renderFormula(tex, { display: false })).toThrow();
  }
});
