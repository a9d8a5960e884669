/** A Markdown table; the first column is left-aligned. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, i) => (i === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** The rows of a table, each printed as soon as it is known. */
export async function printed(
  head: readonly string[],
  rows: AsyncIterable<readonly string[]>,
): Promise<void> {
  console.log(table(head, []));
  for await (const cells of rows) console.log(`| ${cells.join(' | ')} |`);
}

/** An error to one digit. */
export function errorText(error: number): string {
  if (Number.isNaN(error)) return 'NaN';
  if (error === 0) return '0';
  return error === Infinity ? '∞' : error.toExponential(0);
}
