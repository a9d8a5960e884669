import type { Givens } from '../../src/formula/environment.ts';

/**
 * A figure says what it shows: its element has `data-lab`, its name, and in `data-givens` the distributions that it shows
 * now; whenever they change, the document gets the event `givens`, whose detail is the name.
 */
const figures = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[data-lab]')];

export const givensOfFigure = (figure: HTMLElement): Givens =>
  JSON.parse(figure.dataset['givens'] ?? '{}') as Givens;

/** The figure above a place that is nearest to it, or else the nearest below, among those that show one of the symbols. */
export function nearestFigure(place: Element, symbols: readonly string[]): HTMLElement | undefined {
  const fitting = figures().filter((figure) => {
    const givens = givensOfFigure(figure);
    // What lies in the plane says nothing of a formula on the line.
    if (Object.hasOwn(givens, '\\xi') && !symbols.includes('\\xi')) return false;
    return symbols.some((symbol) => Object.hasOwn(givens, symbol));
  });
  const isAbove = (figure: HTMLElement): boolean =>
    Boolean(place.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_PRECEDING);
  return fitting.findLast(isAbove) ?? fitting[0];
}
