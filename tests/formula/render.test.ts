import { expect, test } from 'vitest';
import { renderFormula } from '../../src/formula/render.ts';
import { universal, worked } from './statements.ts';

const text = (html: string): string => html.replace(/<[^>]*>/g, '');

test('every statement is typeset, for the eye and for a screen reader, without its source', () => {
  for (const tex of [...universal, ...worked]) {
    const html = renderFormula(tex, { display: true });
    expect(html).toContain('<math');
    expect(html).toContain('class="katex-html"');
    expect(html).not.toContain('annotation');
    expect(html).not.toContain('katex-error');
  }
});

test('comments are not typeset', () => {
  const html = renderFormula('\\KL{P}{Q} \\ge 0 % stated: a reason', { display: false });
  expect(text(html)).not.toContain('reason');
  expect(renderFormula('50 \\% % stated: x\n + 1', { display: false })).toContain('%');
});

test('a minus sign is U+2212, in the HTML and in the MathML', () => {
  const html = renderFormula('-0.2079', { display: false });
  expect(text(html).match(/\u2212/g)).toHaveLength(2);
});

test('one formula cannot change the next', () => {
  expect(() => renderFormula('\\gdef\\KL#1#2{0} \\KL{P}{Q}', { display: false })).toThrow();
  expect(text(renderFormula('\\KL{P}{Q}', { display: false }))).toContain('KL');
});
