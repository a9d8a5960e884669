import { signal } from '@preact/signals';
import type { Run } from './run.ts';
import { keyOf, type Setting } from './setting.ts';

/** The runs that are known here, the page's own first one among them. */
const known = signal<ReadonlyMap<string, Run>>(new Map());
const mostKept = 100;

/** The run of a setting, once it has been made. Reading it subscribes to the runs. */
export const runOf = (setting: Setting): Run | undefined => known.value.get(keyOf(setting));

export function remember(run: Run): void {
  known.value = new Map([...[...known.peek()].slice(-mostKept), [keyOf(run.setting), run]]);
}
