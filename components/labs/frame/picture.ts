/** The properties of a drawing that style sheets set; a saved picture has no style sheet. */
const drawn = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'opacity',
  'vector-effect',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
  'visibility',
] as const;

/** What text in HTML over a drawing needs besides. */
const laidOut = [
  'position',
  'inset',
  'display',
  'grid-template-columns',
  'grid-template-rows',
  'grid-column',
  'grid-row',
  'gap',
  'place-items',
  'align-items',
  'justify-content',
  'transform',
  'width',
  'height',
  'margin',
  'padding',
  'border',
  'border-radius',
  'background-color',
  'color',
  'line-height',
  'white-space',
  'text-align',
  'box-sizing',
  'overflow',
] as const;

function styled(source: Element, copy: Element, properties: readonly string[]): void {
  const style = getComputedStyle(source);
  const text = properties.map((name) => `${name}:${style.getPropertyValue(name)}`).join(';');
  copy.removeAttribute('class');
  copy.setAttribute('style', text);
  const copies = [...copy.children];
  for (const [k, child] of [...source.children].entries()) styled(child, copies[k]!, properties);
}

/**
 * A figure as an SVG file of its own. One that is a single drawing stays one; where HTML stands over the drawing,
 * as labels and handles do, the whole is kept inside of a foreignObject, which browsers show.
 */
export function pictureOf(box: HTMLElement): string {
  const { width, height } = box.getBoundingClientRect();
  const copy = box.cloneNode(true) as HTMLElement;
  const only = box.children.length === 1 && box.firstElementChild instanceof SVGSVGElement;
  styled(box, copy, only ? drawn : [...drawn, ...laidOut]);
  const background = getComputedStyle(document.body).backgroundColor;
  const frame = `xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`;
  const paper = `<rect width="100%" height="100%" fill="${background}"/>`;
  const serialise = (node: Node): string => new XMLSerializer().serializeToString(node);
  const inside = only
    ? serialise(copy.firstElementChild!)
    : `<foreignObject width="100%" height="100%">${serialise(copy)}</foreignObject>`;
  return `<svg ${frame}>${paper}${inside}</svg>`;
}
