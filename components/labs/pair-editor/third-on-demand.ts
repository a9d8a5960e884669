import { signal } from '@preact/signals';

/** The part of the figure that shows R, once it is here. */
export const third = signal<typeof import('./third.tsx') | undefined>(undefined);

/** Fetches it, once; where that fails, says so, and the next R tries again. */
export const loadThird = (say: (note: string) => void): Promise<void> =>
  import('./third.tsx').then(
    (part) => void (third.value = part),
    () => say('What shows R could not be fetched; remove R, and add it again.'),
  );
