const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  '\n': '&#10;',
};

/** Text that can stand in HTML, in a quoted attribute too. */
export const escapeHtml = (text: string): string => text.replace(/[&<"\n]/g, (sign) => signs[sign]!);
