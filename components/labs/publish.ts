import { type ReadonlySignal, useSignalEffect } from '@preact/signals';
import { type RefObject } from 'preact';
import { useRef } from 'preact/hooks';

/**
 * How the rest of the page knows what a lab shows. The element with this ref has `data-lab` and, in `data-givens`, the
 * givens as they are now; whenever they change it sends the event `givens`, which bubbles.
 */
export function usePublished(givens: ReadonlySignal<string>): RefObject<HTMLDivElement> {
  const ref = useRef<HTMLDivElement>(null);
  useSignalEffect(() => {
    const detail = givens.value;
    ref.current?.dispatchEvent(new CustomEvent('givens', { detail, bubbles: true }));
  });
  return ref;
}
