import { signal } from '@preact/signals';
import { living } from './setting.ts';
import type { Setting, Solution } from './solution.ts';

type Solver = typeof import('./solver.ts');

/** What solves the problems of the figure, once it is here: the network simplex and Sinkhorn's iteration are heavier than the rest of it. */
export const solver = signal<Solver | undefined>(undefined);

let coming: Promise<void> | undefined;

/** Fetches it, once; where that fails, the next touch tries again. */
export function loadSolver(): Promise<void> {
  coming ??= import('./solver.ts').then(
    (loaded) => void (solver.value = loaded),
    () => void (coming = undefined),
  );
  return coming;
}

/** What is known of a setting: of the first one it came with the page. */
export const solutionOf = (setting: Setting, ofFirst: Solution | undefined): Solution | undefined =>
  setting === living.first && ofFirst ? ofFirst : solver.value?.solve(setting);
