/** Text that is HTML already. Everything else that goes into a template is escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Insert = string | Html | readonly Html[] | false | undefined;

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function inserted(value: Insert): string {
  if (value instanceof Html) return value.text;
  if (typeof value === 'string') return value.replace(/[&<>"']/g, (sign) => escapes[sign]!);
  return value ? value.map(inserted).join('') : '';
}

/** A piece of a page. The same templates write it at build and, when the reader types, in the browser. */
export const markup = (strings: TemplateStringsArray, ...values: readonly Insert[]): Html =>
  new Html(strings.map((text, k) => text + inserted(values[k])).join(''));

const letters: Readonly<Record<string, string>> = {
  '\\lambda': 'λ',
  '\\alpha': 'α',
  '\\beta': 'β',
  '\\varepsilon': 'ε',
};

/** A symbol as it is read outside of formulas. */
export const greek = (name: string): string => letters[name] ?? name.replace('\\', '');
