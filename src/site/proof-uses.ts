import { readReasons, type Reason } from '../formula/reasons.ts';
import type { Named } from '../formula/remarks.ts';
import type { Component } from './page-source.ts';

/** The names in a list with commas between them, and where each begins. */
export const namesIn = (list: string): Named[] =>
  [...list.matchAll(/[^\s,]+/g)].map(({ 0: name, index }) => ({ name, at: index }));

/** The reasons of a formula; none where its comments cannot be read, which the check of the formula reports. */
export function reasonsOf(tex: string): readonly Reason[] {
  try {
    return readReasons(tex);
  } catch {
    return [];
  }
}

/** The names in the reasons of a formula. */
export const namesOf = (tex: string): Named[] => reasonsOf(tex).flatMap(({ names }) => names);

/** The names in the `uses` of a proof, by their place in the file. */
export function usesOf({ attributes, offset }: Component, source: string): Named[] {
  const text = attributes['uses'] ?? '';
  const start = source.indexOf(text, source.indexOf('uses=', offset));
  return namesIn(text).map(({ name, at }) => ({ name, at: start + at }));
}
