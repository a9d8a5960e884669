import { expect, test } from 'playwright/test';
import { sitePages } from './site-pages.ts';

for (const path of sitePages) {
  test(`every character of a formula on ${path} is in the fonts that the site brings`, async ({ page }) => {
    await page.goto(path);
    await page.evaluate(async () => {
      for (const details of document.querySelectorAll('details')) details.open = true;
      await document.fonts.ready;
    });
    const client = await page.context().newCDPSession(page);
    await client.send('DOM.enable');
    await client.send('CSS.enable');
    const { root } = await client.send('DOM.getDocument', { depth: 0 });
    const { nodeIds } = await client.send('DOM.querySelectorAll', {
      nodeId: root.nodeId,
      selector: '.katex-html span:not(:has(*)), .letter',
    });
    const foreign: string[] = [];
    for (const nodeId of nodeIds) {
      const { fonts } = await client.send('CSS.getPlatformFontsForNode', { nodeId });
      const names = fonts.filter((font) => !font.isCustomFont).map((font) => font.familyName);
      if (names.length === 0) continue;
      const { outerHTML } = await client.send('DOM.getOuterHTML', { nodeId });
      // KaTeX leaves zero-width spaces behind; no font draws them.
      if (/>[\u200b\s]*</.test(outerHTML)) continue;
      foreign.push(`${outerHTML} is drawn in ${names.join(', ')}`);
    }
    expect(foreign).toEqual([]);
  });
}
