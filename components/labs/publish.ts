import { effect, type ReadonlySignal } from '@preact/signals';

/**
 * How the rest of the page knows what a lab shows. Its element has `data-lab`, the lab's name on the page, and in
 * `data-givens` the givens as they are now; whenever they change, the document gets the event `givens`, whose detail is
 * that name. Returns the way to stop.
 */
export const publish = (name: string, givens: ReadonlySignal<string>): (() => void) =>
  effect(() => {
    if (givens.value) document.dispatchEvent(new CustomEvent('givens', { detail: name }));
  });
