/** A browser beside Chromium with one page, driven from outside by a protocol of the W3C. */
export interface Browser {
  readonly version: string;
  readonly goto: (address: string) => Promise<void>;
  /** What an expression of the page comes to, once its promise is fulfilled; it must be JSON. */
  readonly evaluate: (expression: string) => Promise<unknown>;
  readonly perform: (inputs: readonly Input[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Input as both protocols describe it: what a keyboard or a mouse does, one thing after the other. */
export type Input =
  | { readonly type: 'key'; readonly id: string; readonly actions: readonly KeyAction[] }
  | { readonly type: 'pointer'; readonly id: string; readonly actions: readonly PointerAction[] };

interface KeyAction {
  readonly type: 'keyDown' | 'keyUp';
  readonly value: string;
}

type PointerAction =
  | { readonly type: 'pointerMove'; readonly x: number; readonly y: number; readonly duration?: number }
  | { readonly type: 'pointerDown' | 'pointerUp'; readonly button: number };

/** What a self-contained function returns in the page. */
export async function call<Arguments extends readonly unknown[], Result>(
  browser: Browser,
  inPage: (...given: Arguments) => Result,
  ...given: Arguments
): Promise<Awaited<Result>> {
  return (await browser.evaluate(`(${String(inPage)})(...${JSON.stringify(given)})`)) as Awaited<Result>;
}

/** The code points that stand for keys without a character. */
const keys = {
  ArrowUp: '\uE013',
  ArrowDown: '\uE015',
  PageUp: '\uE00E',
  End: '\uE010',
  Tab: '\uE004',
} as const;

/** Presses a key where the focus is. */
export const press = (browser: Browser, key: keyof typeof keys): Promise<void> =>
  browser.perform([
    {
      type: 'key',
      id: 'keyboard',
      actions: [
        { type: 'keyDown', value: keys[key] },
        { type: 'keyUp', value: keys[key] },
      ],
    },
  ]);

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Presses the mouse at one point of the window and lets it go at another one. */
export const drag = (browser: Browser, from: Point, to: Point): Promise<void> =>
  browser.perform([
    {
      type: 'pointer',
      id: 'mouse',
      actions: [
        { type: 'pointerMove', ...rounded(from), duration: 0 },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerMove', ...rounded(to), duration: 50 },
        { type: 'pointerUp', button: 0 },
      ],
    },
  ]);

const rounded = ({ x, y }: Point): Point => ({ x: Math.round(x), y: Math.round(y) });
