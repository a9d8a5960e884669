import { type Run, steps } from './run.ts';
import type { Setting } from './setting.ts';

export type Answer =
  { readonly kind: 'progress'; readonly share: number } | { readonly kind: 'done'; readonly run: Run };

const answer = (message: Answer): void => postMessage(message);
/** Milliseconds between two reports. */
const pause = 50;

addEventListener('message', ({ data }: MessageEvent<Setting>) => {
  const going = steps(data);
  let said = performance.now();
  for (;;) {
    const { done, value } = going.next();
    if (done) {
      answer({ kind: 'done', run: value });
      return;
    }
    const now = performance.now();
    if (now - said < pause) continue;
    said = now;
    answer({ kind: 'progress', share: value });
  }
});
