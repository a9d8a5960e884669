import type { PageSource } from './page-source.ts';

const RELATION = /\\approx|[<>]|\\(?:not|ne|le|ge)\b/;
/** `_1` in P_1 is part of a name. */
const SCRIPT = /[_^]\s*(?:\{[^{}]*\}|.)/g;

/** A counterexample is one by its numbers: they stand in it, as checked values or in formulas. */
export function checkCounterexamples(
  { passages }: PageSource,
  fail: (offset: number, message: string) => void,
): void {
  for (const outer of passages) {
    if (outer.kind !== 'component' || outer.name !== 'Counterexample') continue;
    const shows = passages.some(
      (inner) =>
        inner.offset > outer.offset &&
        inner.offset < outer.end &&
        ((inner.kind === 'component' && inner.name === 'Value') ||
          (inner.kind === 'formula' && RELATION.test(inner.tex) && /\d/.test(inner.tex.replace(SCRIPT, '')))),
    );
    if (!shows)
      fail(
        outer.offset,
        `<Counterexample id="${outer.attributes['id'] ?? ''}">: it shows no numbers; give the values on both sides of what it breaks`,
      );
  }
}
