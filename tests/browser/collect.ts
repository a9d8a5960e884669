/** Runs in the page: finds every number that a person can see or hear, and who answers for it. Self-contained: it is sent to the browser as source. */

export interface ComputedNumber {
  /** The expression, in the site's notation. */
  readonly of: string;
  readonly unit: string;
  readonly givens: string;
  /** What it takes to read the expression besides the site's notation, as JSON; empty where it takes nothing. */
  readonly scope: string;
  /** The double that the page says it shows. */
  readonly value: string;
  /** `open` while better digits are being fetched, `undecided` where there are none; empty for correctly rounded ones. */
  readonly certainty: string;
  /** How far the value that it carries may be from the truth, if the element says so. */
  readonly within: string;
  readonly text: string;
  readonly at: string;
}
export interface GivenNumber {
  /** `P(2)`, a symbol and an outcome, or a symbol alone. */
  readonly given: string;
  readonly givens: string;
  readonly text: string;
  readonly at: string;
}
/** Something that the run has written down, shown from the record. */
export interface RecordedNumber {
  /** Where it stands in the record, as RFC 6901 says it. */
  readonly place: string;
  readonly unit: string;
  readonly text: string;
  readonly at: string;
}
export interface ShownFormula {
  /** Empty where the record beside the page has it, under the id. */
  readonly tex: string;
  readonly id: string;
  readonly scope: string;
  readonly display: boolean;
  /** Written by a reader, in a field of the page that still says so. */
  readonly typed: boolean;
  readonly givens: string;
  readonly html: string;
  readonly mathml: string;
  readonly at: string;
}
/** What is said of a formula: every digit of it is a result of the check of the page. */
export interface SaidOf {
  readonly id: string;
  readonly text: string;
  readonly at: string;
}
export interface Collected {
  readonly path: string;
  /** The symbols that only this page uses, as it declares them. */
  readonly notation: string;
  readonly computed: readonly ComputedNumber[];
  readonly given: readonly GivenNumber[];
  readonly recorded: readonly RecordedNumber[];
  readonly formulas: readonly ShownFormula[];
  readonly evidence: readonly SaidOf[];
  /** Elements exempt by nature, and how many. */
  readonly references: number;
  readonly symbols: readonly { readonly text: string; readonly at: string }[];
  /** Numbers that nothing answers for, and digits that stand half inside an element. */
  readonly loose: readonly string[];
}

export function collectNumbers(): Collected {
  const digit = /\p{N}/u;
  const tags = '[data-of], [data-given], [data-record], [data-ref], [data-sym], [data-tex], [data-evidence]';
  const spoken = [
    'aria-label',
    'aria-valuetext',
    'aria-valuenow',
    'aria-description',
    'alt',
    'title',
    'placeholder',
  ];
  const loose: string[] = [];
  const computed: ComputedNumber[] = [];
  const given: GivenNumber[] = [];
  const recorded: RecordedNumber[] = [];
  const formulas: ShownFormula[] = [];
  const evidence: SaidOf[] = [];
  const symbols: { text: string; at: string }[] = [];
  let references = 0;

  const where = (element: Element): string => {
    const path: string[] = [];
    for (let part: Element | null = element; part && path.length < 4; part = part.parentElement) {
      const name = part.id ? `#${part.id}` : part.classList.length > 0 ? `.${part.classList[0]!}` : '';
      path.unshift(part.localName + name);
    }
    return path.join(' > ');
  };
  const report = (element: Element, what: string) => loose.push(`${what} in ${where(element)}`);
  const givensOf = (element: Element) =>
    element.closest('[data-givens]')?.getAttribute('data-givens') ?? '{}';
  const scopeOf = (element: Element) => element.closest('[data-scope]')?.getAttribute('data-scope') ?? '';
  // Invisible characters that typesetting leaves behind.
  const clean = (text: string) => text.replace(/[\u200b\u2060-\u2064\ufeff]/g, '');

  // The page as one line of characters, with a break between blocks, so that a sign or a percent sign beside an element is seen.
  const flow: { character: string; element: Element | null }[] = [];
  const put = (text: string, element: Element | null) => {
    for (const character of clean(text)) flow.push({ character, element });
  };

  const readAttributes = (element: Element) => {
    for (const name of spoken) {
      const text = element.getAttribute(name);
      if (text === null || !digit.test(text)) continue;
      if (element.hasAttribute('data-given')) {
        const number = /[-−]?\p{N}[\p{N}.]*/u.exec(text)?.[0] ?? '';
        given.push({
          given: element.getAttribute('data-given')!,
          givens: givensOf(element),
          text: number,
          at: `${where(element)} ${name}`,
        });
        if (digit.test(text.replace(number, '')))
          report(element, `${name}="${text}" holds more than the given number`);
      } else if (!element.closest('[data-ref], [data-sym]')) report(element, `${name}="${text}"`);
    }
    // What the reader is typing is the reader's own until it is taken over.
    const typing = element.hasAttribute('data-draft');
    if (element instanceof HTMLInputElement && !typing && digit.test(element.value)) {
      const name = element.getAttribute('data-given');
      if (name !== null)
        given.push({ given: name, givens: givensOf(element), text: element.value, at: where(element) });
      else if (!element.closest('[data-sym]')) report(element, `input value "${element.value}"`);
    }
    for (const pseudo of ['::before', '::after']) {
      const { content } = getComputedStyle(element, pseudo);
      const plain = content.replace(/attr\([^)]*\)/g, '');
      if (content !== 'none' && content !== 'normal' && (digit.test(plain) || /counters?\(/.test(content))) {
        report(element, `generated content ${content}`);
      }
    }
    if (/^(?:canvas|img|iframe|video|object|embed)$/.test(element.localName))
      report(element, `opaque <${element.localName}>`);
  };

  // What readers write is in fields that are marked as theirs; a page can call nothing else typed.
  const drafts = () =>
    [...document.querySelectorAll<HTMLTextAreaElement>('textarea[data-draft]')].map(({ value }) => value);

  const readFormula = (katex: Element) => {
    const html = clean(katex.querySelector('.katex-html')?.textContent ?? '');
    const mathml = clean(katex.querySelector('.katex-mathml')?.textContent ?? '');
    // What says something has its TeX beside the page, under the id of its mark or of the step that it is.
    const behind = katex.parentElement!.matches('.formula') ? katex.parentElement! : katex;
    const mark = behind.nextElementSibling?.matches('a.ticked') ? behind.nextElementSibling : undefined;
    const written = katex.closest('[data-tex]');
    const holder = written ?? mark ?? katex.closest('.step');
    if (!holder && !digit.test(html) && !digit.test(mathml)) return;
    if (!holder) {
      report(katex, `formula "${html}" shows digits and carries no TeX`);
      return;
    }
    const tex = holder.getAttribute('data-tex') ?? '';
    const typed = holder.hasAttribute('data-typed');
    if (typed && !drafts().some((draft) => draft.trim() === tex))
      report(holder, `"${tex}" passes for typed and stands in no field`);
    formulas.push({
      tex,
      id: tex === '' ? holder.id : '',
      scope: scopeOf(holder),
      typed,
      display: holder.localName === 'div',
      givens: givensOf(holder),
      html,
      mathml,
      at: where(holder),
    });
  };

  const walk = (node: Node): void => {
    if (node instanceof Text) {
      put(node.data, node.parentElement);
      return;
    }
    if (node instanceof Element) {
      if (/^(?:script|style|template|noscript)$/.test(node.localName)) return;
      readAttributes(node);
      if (node instanceof HTMLTextAreaElement) {
        if (!node.hasAttribute('data-draft') && digit.test(node.value))
          report(node, `text field "${node.value}"`);
        return;
      }
      // An excerpt of what a reader wrote, below an error.
      if (node.hasAttribute('data-echo') && drafts().some((draft) => draft.includes(node.textContent ?? '')))
        return;
      if (node.classList.contains('katex')) {
        readFormula(node);
        put('\uE000', null);
        return;
      }
      const inline =
        /^(?:inline|contents|none)/.test(getComputedStyle(node).display) && !(node instanceof SVGElement);
      if (!inline) put('\n', null);
      if (node.shadowRoot) walk(node.shadowRoot);
      for (const child of node.childNodes) walk(child);
      if (!inline) put('\n', null);
      return;
    }
    for (const child of node.childNodes) walk(child);
  };
  walk(document.body);
  for (const text of [
    document.title,
    document.querySelector('meta[name=description]')?.getAttribute('content') ?? '',
  ]) {
    if (digit.test(text)) loose.push(`head: "${text}"`);
  }

  const seen = new Set<Element>();
  flow.forEach(({ character, element }, index) => {
    if (!digit.test(character) || !element) return;
    const tag = element.closest(tags);
    if (!tag || tag.hasAttribute('data-tex')) {
      const around = flow.slice(Math.max(0, index - 20), index + 20).map((part) => part.character);
      report(element, `"${around.join('').replace(/\s+/g, ' ').trim()}"`);
      return;
    }
    if (seen.has(tag)) return;
    seen.add(tag);
    const text = clean(tag.textContent ?? '');
    if (tag.hasAttribute('data-of')) {
      computed.push({
        of: tag.getAttribute('data-of')!,
        unit: tag.getAttribute('data-in') ?? '',
        givens: givensOf(tag),
        scope: scopeOf(tag),
        value: tag.getAttribute('value') ?? '',
        certainty: tag.getAttribute('data-certainty') ?? '',
        within: tag.getAttribute('data-within') ?? '',
        text,
        at: where(tag),
      });
    } else if (tag.hasAttribute('data-given')) {
      given.push({ given: tag.getAttribute('data-given')!, givens: givensOf(tag), text, at: where(tag) });
    } else if (tag.hasAttribute('data-record')) {
      recorded.push({
        place: tag.getAttribute('data-record')!,
        unit: tag.getAttribute('data-in') ?? '',
        text,
        at: where(tag),
      });
    } else if (tag.hasAttribute('data-evidence')) {
      evidence.push({ id: tag.getAttribute('data-evidence')!, text, at: where(tag) });
    } else if (tag.hasAttribute('data-ref')) references++;
    else symbols.push({ text, at: where(tag) });
    // The whole token stands inside: no sign, digit or per cent is left over on either side.
    if (tag.matches('[data-of], [data-given], [data-record]')) {
      const first = flow.findIndex((part) => part.element !== null && tag.contains(part.element));
      const last = flow.findLastIndex((part) => part.element !== null && tag.contains(part.element));
      const before = flow[first - 1]?.character ?? '\n';
      const after = (flow[last + 1]?.character ?? '\n') + (flow[last + 2]?.character ?? '\n');
      if (/[-−–+±\p{N}]/u.test(before) || /^(?:[%‰°\p{N}]|[.,]\p{N})/u.test(after)) {
        report(tag, `"${before}${text}${after}" is cut by the element's edge`);
      }
    }
  });
  // ∞ is a number too, and holds no digit.
  for (const element of document.querySelectorAll('[data-of]')) {
    if (seen.has(element)) continue;
    computed.push({
      of: element.getAttribute('data-of')!,
      unit: element.getAttribute('data-in') ?? '',
      givens: givensOf(element),
      scope: scopeOf(element),
      value: element.getAttribute('value') ?? '',
      certainty: element.getAttribute('data-certainty') ?? '',
      within: element.getAttribute('data-within') ?? '',
      text: clean(element.textContent ?? ''),
      at: where(element),
    });
  }
  return {
    path: location.pathname,
    notation: document.querySelector('main')?.getAttribute('data-notation') ?? '{}',
    computed,
    given,
    recorded,
    formulas,
    evidence,
    references,
    symbols,
    loose,
  };
}
