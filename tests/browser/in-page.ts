/** Functions that run in the page of an engine beside Chromium. Each is self-contained: it is sent to the browser as source. */

/** Scrolls to every island until it is alive, and waits for the fonts and for digits that are being fetched. */
export async function wake(): Promise<void> {
  const until = async (done: () => boolean, what: string): Promise<void> => {
    const limit = performance.now() + 30_000;
    while (!done()) {
      if (performance.now() > limit) throw new Error(`after 30 s ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  for (const island of document.querySelectorAll('astro-island')) {
    island.firstElementChild?.scrollIntoView({ block: 'center' });
    await until(() => !island.hasAttribute('ssr'), 'an island is not alive');
  }
  // An island runs its effects after it has been drawn: a lab takes a click only when it says that it is alive.
  await until(() => !document.querySelector('[data-lab]:not([data-alive])'), 'a lab is not alive');
  await document.fonts.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  await until(() => !document.querySelector('[data-certainty=open]'), 'a digit is not settled');
}

export function focusOn(selector: string): void {
  const element = document.querySelector<HTMLElement>(selector);
  element?.scrollIntoView({ block: 'center', behavior: 'instant' });
  element?.focus();
}

export function centreOf(selector: string): { x: number; y: number } {
  const element = document.querySelector(selector)!;
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2 };
}

export const countOf = (selector: string): number => document.querySelectorAll(selector).length;

/** Clicks on one of the elements, where there are so many. */
export function clickOn(selector: string, index: number): void {
  document.querySelectorAll<HTMLElement>(selector)[index]?.click();
}

/** What the labs show: their givens, and every number with what it is of, which may hold more of the setting. */
export const shownByLabs = (): string =>
  [...document.querySelectorAll('.lab [data-alive]')]
    .flatMap((lab) => [
      lab.getAttribute('data-givens'),
      ...[...lab.querySelectorAll('[data-of]')].map(
        (one) => `${one.getAttribute('data-of')} ${one.textContent}`,
      ),
    ])
    .join('\n');
