import { record } from 'virtual:verification';

/** The record as data, for whoever wants to count or compare. */
export const GET = (): Response =>
  new Response(`${JSON.stringify(record, undefined, 2)}\n`, {
    headers: { 'content-type': 'application/json' },
  });
