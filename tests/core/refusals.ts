import { DomainError } from '../../src/core/index.ts';

/** What each call that must be refused says, one a line. */
export function refusals(...calls: readonly (() => unknown)[]): string {
  return calls
    .map((call) => {
      try {
        return `ACCEPTED: ${String(call())}`;
      } catch (error) {
        return error instanceof DomainError ? error.message : `NOT A DomainError: ${String(error)}`;
      }
    })
    .join('\n');
}

/** What a caller without types can pass. */
export const untyped = (value: unknown): never => value as never;
