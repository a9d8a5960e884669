import { expect, test } from 'vitest';
import { formulaMarkup, holdingOn } from '../../src/site/formula-markup.ts';

const boxes = (markup: string): number => markup.split('class="katex-base"').length - 1;

test.each(['\\KL{P}{Q} \\ge 0', 'P = Q', '\\lambda', '1 + \\tfrac12 \\le 2', 'P'])(
  'only the last box of %s is held to what follows, so that lines still end between its relations',
  (tex) => {
    const plain = formulaMarkup(tex, false);
    const held = holdingOn(plain);
    const [before, after] = held.split('<span class="held">');
    expect(boxes(before!)).toBe(Math.max(0, boxes(plain) - 1));
    expect(boxes(after ?? '')).toBe(Math.min(1, boxes(plain)));
    expect(held.split('<span').length).toBe(held.split('</span>').length);
    expect(held.replace('<span class="held">', '').length).toBe(
      plain.length + (after ? '</span>'.length : 0),
    );
  },
);
