import { signal } from '@preact/signals';
import type { Request, Run } from './run.ts';

/** The runs that are known here, the page's own first one among them. */
const known = signal<ReadonlyMap<string, Run>>(new Map());

const keyOf = ({ images, seed }: Request): string => `${images}~${seed}`;

/** The run of a request, once it has been made. Reading it subscribes to the runs. */
export const runOf = (request: Request): Run | undefined => known.value.get(keyOf(request));

export function remember(run: Run): void {
  known.value = new Map([...known.peek(), [keyOf(run), run]]);
}
