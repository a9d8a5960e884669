import { expect, test } from 'playwright/test';
import { renderFormula } from '../../src/formula/render.ts';
import { collect, problemsOf } from './read-back.ts';

// The reader of numbers is itself tried: each plant is one way in which a number can be wrong, or stand where nothing answers for it.

const givens = `data-givens='{"P":["0.1","0.2","0.7"],"Q":["0.8","0.1","0.1"]}'`;
const kl = (text: string, more = '') =>
  `<data class="q" value="1.2928223862827247" data-of="\\KL{P}{Q}" data-in="nats" ${more}>${text}</data>`;
const right = kl('1.293\u00a0nats');
const formula = (shown: string, tex = shown) =>
  `<span data-tex="${tex}">${renderFormula(shown, { display: false })}</span>`;
const escape = (text: string) => text.replace(/[<>"&]/g, '');

const clean = `<main ${givens}>
  <p>The divergence is ${right}, and of the data, <data data-given="P(1)">0.1</data> is given.</p>
  <p>${formula('\\KL{P}{Q} \\approx 1.2928')} <span data-ref>Shannon (1948)</span> <i data-sym>x₁</i></p>
  <svg role="img"><title>Bars</title><text data-sym>0.5</text></svg>
  <label>Mass <input data-given="Q(2)" value="0.1" /></label>
  <label>All masses <input data-given="P" value="0.1, 0.2, 0.7" /></label>
  <label>Formula <textarea data-draft>\\KL{P}{Q} = 1</textarea></label>
  <p>${formula('\\KL{P}{Q} = 1').replace('<span ', '<span data-typed ')} <pre><span data-echo>= 1</span></pre></p>
  <p>Built with <data data-record="/tools/Node.js">${process.versions.node}</data>.</p>
  <p>One, two, three: words are no digits.</p>
</main>`;

const plants: Record<string, string> = {
  'a bare number': '<p>It is 12 long.</p>',
  'a fraction sign': '<p>It is ½ of it.</p>',
  'a superscript': '<p>It is x² there.</p>',
  'digits of another script': '<p>It is ٣ long.</p>',
  'a number in a heading': '<h2>The 2 proofs</h2>',
  'a number split by markup': '<p>It is <b>1</b>2 long.</p>',
  'a number in a closed fold': '<details><summary>More</summary><p>It is 12.</p></details>',
  'a number that only a screen reader says': '<p style="position:absolute;clip-path:inset(50%)">12 bars</p>',
  'a number in a label': '<button aria-label="Go to 12">Go</button>',
  'a number in a title': '<p title="about 12">Some</p>',
  'a number in an alternative text': '<img alt="12 bars" src="data:," />',
  'a number in a placeholder': '<input aria-label="Mass" placeholder="0.5" />',
  'a number in a field': '<input aria-label="Mass" value="0.5" />',
  'a number in an SVG': '<svg><text>0.5</text></svg>',
  'a number in an SVG title': '<svg><title>0.5</title></svg>',
  'a number that a style sheet writes': '<style>.n::after { content: "12"; }</style><p class="n">Some</p>',
  'a counter of a style sheet':
    '<style>.c::before { counter-increment: k; content: counter(k); }</style><p class="c">Some</p>',
  'a drawing that cannot be read': '<canvas></canvas>',
  'a wrong last digit': `<p>${kl('1.294\u00a0nats')}</p>`,
  'a digit too few, wrongly rounded': `<p>${kl('1.2\u00a0nats')}</p>`,
  'a missing unit': `<p>${kl('1.293')}</p>`,
  'the wrong unit': `<p>${kl('1.293\u00a0bits')}</p>`,
  'a sign outside the element': `<p>−${right}</p>`,
  'a per cent sign outside the element': `<p><data data-given="P(1)">0.1</data>%</p>`,
  'digits glued to the element': `<p>${right}5 and <data data-given="P(1)">0.1</data>5</p>`,
  'a wrong double behind the right digits': `<p>${right.replace('1.2928223862827247', '1.2931')}</p>`,
  'a finite number shown as infinite': `<p>${kl('∞\u00a0nats')}</p>`,
  'a given that is another one': '<p><data data-given="P(2)">0.1</data></p>',
  'a given that does not exist': '<p><data data-given="P(4)">0.1</data></p>',
  'another number than the record has':
    '<p><data data-record="/equations/executed">1000000</data> equations</p>',
  'a number of which the record knows nothing': '<p><data data-record="/pages/executed">12</data></p>',
  'a digit beside what is recorded': `<p><data data-record="/tools/Node.js">${process.versions.node}</data>1</p>`,
  'evidence that the check has not found':
    '<p data-evidence="divergences/kl#nonneg-1">Executed on 12 instances.</p>',
  'evidence of a formula that there is not':
    '<p data-evidence="divergences/kl#nothing-1">Executed on 12 instances.</p>',
  'a slider that says another value':
    '<div role="slider" tabindex="0" aria-label="P" data-given="P(1)" aria-valuetext="0.2"></div>',
  'a formula without its TeX': `<p>${renderFormula('\\KL{P}{Q} \\approx 1.2928', { display: false })}</p>`,
  'a formula with a wrong digit': `<p>${formula('\\KL{P}{Q} \\approx 1.2938')}</p>`,
  'a formula with a wrong sign': `<p>${formula('\\CE{P}{Q} = \\H{P} - \\KL{P}{Q} + 0')}</p>`,
  'a formula that is not its TeX': `<p>${formula('\\KL{P}{Q} \\approx 1.2938', '\\KL{P}{Q} \\approx 1.2928')}</p>`,
  'a formula that passes for typed': `<p>${formula('\\KL{P}{Q} \\approx 1.2938').replace('<span ', '<span data-typed ')}</p>`,
  'a typed formula that is not its TeX': `<textarea aria-label="Formula" data-draft>\\KL{P}{Q} \\approx 1</textarea><p>${formula('\\KL{P}{Q} \\approx 2', '\\KL{P}{Q} \\approx 1').replace('<span ', '<span data-typed ')}</p>`,
  'a formula of which no record knows': `<div class="step" id="nothing-1">${renderFormula('\\KL{P}{Q} \\approx 1.2928', { display: true })}</div>`,
  'a number in a text field': '<textarea aria-label="Formula">12</textarea>',
  'an excerpt of nothing that was typed': '<pre><span data-echo>12</span></pre>',
  'a field with other masses than are given': '<input aria-label="P" data-given="P" value="0.1, 0.2, 0.8" />',
  'a formula whose spoken half was changed': `<p>${formula('\\KL{P}{Q} \\approx 1.2928').replace('<mn>1.2928</mn>', '<mn>1.2938</mn>')}</p>`,
};

test('a page on which every number is answered for has no problems', async ({ page }) => {
  await page.setContent(clean);
  expect(problemsOf(await collect(page))).toEqual([]);
});

for (const [name, html] of Object.entries(plants)) {
  test(`the reader notices ${name}`, async ({ page }) => {
    await page.setContent(clean.replace('</main>', `${html}</main>`));
    expect(problemsOf(await collect(page)), escape(html)).not.toEqual([]);
  });
}

test('the reader notices a number in the title of the window', async ({ page }) => {
  await page.setContent(`<title>12 pages</title>${clean}`);
  expect(problemsOf(await collect(page))).not.toEqual([]);
});
