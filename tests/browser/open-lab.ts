import type { Locator, Page } from 'playwright';
import { expect } from 'playwright/test';

/** Opens a page and waits until its first lab is alive. */
export async function openLab(page: Page, path: string): Promise<Locator> {
  await page.goto(path);
  const lab = page.locator('.lab [data-alive]').first();
  await page.locator('.lab').first().scrollIntoViewIfNeeded();
  await expect(lab).toBeVisible();
  return lab;
}
