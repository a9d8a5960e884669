import { signal } from '@preact/signals';

const fetched = () => import('./joint-view.ts');

/** What draws two divergences at once, once it is here: few look at it first. */
export const jointPart = signal<Awaited<ReturnType<typeof fetched>> | undefined>(undefined);

let coming: Promise<void> | undefined;

export function loadJointPart(): Promise<void> {
  coming ??= fetched().then(
    (part) => void (jointPart.value = part),
    () => void (coming = undefined),
  );
  return coming;
}
