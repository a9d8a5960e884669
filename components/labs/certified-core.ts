import { signal } from '@preact/signals';

/** The functions of the core that know a quantity to 29 digits, and the one that shows it. */
export type CertifiedCore = typeof import('../../src/core/certified/on-demand.ts');

/** The certified part of the core, once it is here. What reads it while it is missing is drawn again when it comes. */
export const certifiedCore = signal<CertifiedCore | undefined>(undefined);

let coming: Promise<void> | undefined;

/** Fetches it, once; the server has done so before it renders a page. Where that fails, the next number that needs it tries again. */
export function loadCertifiedCore(): Promise<void> {
  coming ??= import('../../src/core/certified/on-demand.ts').then(
    (core) => void (certifiedCore.value = core),
    () => void (coming = undefined),
  );
  return coming;
}
