/** The span that begins at `at`, without its own tags. */
function contentAt(html: string, at: number): string {
  const tags = /<\/?span\b[^>]*>/g;
  tags.lastIndex = at;
  let [depth, start] = [0, -1];
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    if (start < 0) start = tags.lastIndex;
    depth += tag[0].startsWith('</') ? -1 : 1;
    if (depth === 0) return html.slice(start, tag.index);
  }
  return '';
}

/** The outermost spans of a piece of HTML. */
function children(html: string): string[] {
  const found: string[] = [];
  for (let at = html.indexOf('<span'); at >= 0; at = html.indexOf('<span', at)) {
    const open = html.slice(at, html.indexOf('>', at) + 1);
    const whole = `${open}${contentAt(html, at)}</span>`;
    found.push(whole);
    at += whole.length;
  }
  return found;
}

const em = (html: string, property: string): number =>
  Number(new RegExp(`${property}:(-?[\\d.]+)em`).exec(html)?.[1] ?? 0);

/** A line of text is at least so high above its baseline, whatever stands in it. */
const leastAscent = 0.92;

const hundredths = (y: number): number => Math.round(y * 100) / 100;

/**
 * How far below the top of a typeset formula its baselines are, in its own em: first that of the formula as a whole,
 * then those of the rows of aligned. KaTeX sets each column of an aligned as a list of rows with their places.
 */
export function baselines(rendered: string): readonly number[] {
  const html = rendered.slice(rendered.indexOf('class="katex-html"'));
  const struts = html.match(/<span class="katex-strut"[^>]*>/g) ?? [];
  const whole = Math.max(
    leastAscent,
    ...struts.map((strut) => em(strut, 'height') + em(strut, 'vertical-align')),
  );
  const column = html.search(/<span class="col-align-/);
  if (column < 0) return [hundredths(whole)];
  const list = html.indexOf('<span class="vlist"', column);
  const rows = children(contentAt(html, list)).map((row) => {
    const pstrut = /<span class="pstrut"[^>]*>/.exec(row)?.[0] ?? '';
    return whole + em(row, 'top') + em(pstrut, 'height');
  });
  return [whole, ...rows].map(hundredths);
}
