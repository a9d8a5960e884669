import { DomainError } from './domain-error.ts';

/** How an argument that is not what is required reads in a message. */
export function received(value: unknown): string {
  if (typeof value === 'string')
    return `the string "${value.length > 40 ? `${value.slice(0, 40)}…` : value}"`;
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'object' && value !== null ? 'an object' : String(value);
}

/** An entry of an options object; refuses options that are none. */
export function option(quantity: string, options: unknown, name: string, example: string): unknown {
  if (typeof options === 'object' && options !== null && !Array.isArray(options)) {
    return (options as Readonly<Record<string, unknown>>)[name];
  }
  throw new DomainError(
    `${quantity}: options is ${received(options)}; it must be an object such as ${example}`,
  );
}
