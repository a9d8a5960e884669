import { Reader } from './engine.ts';
import type { Givens } from '../../src/formula/environment.ts';
import type { SymbolType } from '../../src/formula/symbol-types.ts';
import { nothingAdded, type WrittenScope } from '../../src/formula/written-scope.ts';
import { fieldsHtml, fieldText, readFields } from './fields.ts';
import { markup } from './html.ts';
import { limits } from './limits.ts';
import type { Reading } from './reading.ts';
import { readingHtml } from './result.ts';
import { addedText } from './scope-query.ts';
import { runSearch } from './run-search.ts';
import { examples, initial, presets, readQuery, writeQuery, type State } from './state.ts';

/** The explorer in the browser. Nothing that a reader types is read on this thread: that is the worker's part. */

const part = <Kind extends HTMLElement>(name: string): Kind =>
  document.querySelector<Kind>(`#explorer-${name}`)!;
const written = part<HTMLTextAreaElement>('tex');
const note = part('note');
const shown = part('reading');
const fields = part('fields');
const refusal = part('refusal');
const searchButton = part<HTMLButtonElement>('search');
const seed = part<HTMLInputElement>('seed');
const found = part('found');
const said = part('said');
const added = part('added');

let state: State = initial;
let reading: Pick<Reading, 'values' | 'symbols' | 'editable'> = {
  values: initial.values,
  editable: Object.keys(initial.values),
  symbols: Object.keys(initial.values).map((name) => [name, 'pmf']),
};
let stop: (() => void) | undefined;
let saying: ReturnType<typeof setTimeout> | undefined;
let address: ReturnType<typeof setTimeout> | undefined;

const reader = new Reader(show, (why) => {
  note.textContent =
    why === 'slow'
      ? 'That took too long to compute, so it was stopped. Change the formula to go on.'
      : 'The part of the explorer that reads formulas could not be loaded.';
  shown.replaceChildren();
});

function show(next: Reading, scope: WrittenScope): void {
  if (next.tex !== state.tex) return;
  note.textContent = '';
  shown.innerHTML = readingHtml(next, scope).text;
  written.setAttribute('aria-invalid', String(next.problem !== undefined));
  if (next.problem) written.setAttribute('aria-describedby', 'explorer-problem');
  else written.removeAttribute('aria-describedby');
  searchButton.disabled = next.problem !== undefined || next.seeks === 'nothing';
  searchButton.textContent =
    next.seeks === 'witness' ? 'Search for a witness' : 'Search for a counterexample';
  if (next.problem) return say(next.problem.message);
  say(shown.querySelector('.verdict-here')?.textContent ?? '');
  const same = next.editable.join() === reading.editable.join();
  const typing = fields.contains(document.activeElement);
  reading = next;
  fields.dataset['givens'] = JSON.stringify(reading.values);
  state = { ...state, values: { ...state.values, ...editable() } };
  if (!same || !typing) showFields();
}

/** Says what has changed, once the hand has rested. */
function say(text: string): void {
  clearTimeout(saying);
  saying = setTimeout(() => (said.textContent = text), 700);
}

/** The values that stand in fields. */
const editable = (): Givens =>
  Object.fromEntries(Object.entries(reading.values).filter(([name]) => reading.editable.includes(name)));

/** What a symbol of the formula ranges over. */
const typeOf = (name: string): SymbolType =>
  reading.symbols.find(([symbol]) => symbol === name)?.[1] ?? 'pmf';

function showFields(): void {
  fields.dataset['givens'] = JSON.stringify(reading.values);
  const values = editable();
  if (Object.keys(values).length > 0) fields.innerHTML = fieldsHtml(values, typeOf).text;
  else fields.innerHTML = markup`<p class="note">The formula has no symbols to be given values.</p>`.text;
  refusal.textContent = '';
  inputs().forEach((input) => (input.readOnly = false));
}

const inputs = (): readonly HTMLInputElement[] => [...fields.querySelectorAll('input')];

/** The pages' fonts hold what the pages show; a reader's formula may need more. */
function loadFonts(): void {
  const address = document.querySelector<HTMLElement>('#explorer')!.dataset['fonts'];
  if (address === undefined || document.querySelector('#whole-fonts')) return;
  const sheet = document.createElement('link');
  Object.assign(sheet, { id: 'whole-fonts', rel: 'stylesheet', href: address });
  document.head.append(sheet);
}

/** Takes over a state: reads it, and writes it into the address when the hand has rested. */
function become(next: State): void {
  state = next;
  added.textContent = addedText(state.scope);
  endSearch();
  found.replaceChildren();
  clearTimeout(address);
  address = setTimeout(() => {
    const query = writeQuery(state);
    history.replaceState(history.state, '', location.pathname + (query === writeQuery(initial) ? '' : query));
  }, 300);
  if (state.tex.trim() === '') {
    shown.replaceChildren();
    note.textContent = 'Write a formula, or take one of those below.';
    searchButton.disabled = true;
  } else {
    loadFonts();
    reader.read(state.tex, state.scope, state.values);
  }
}

written.addEventListener('input', () => become({ ...state, tex: written.value.slice(0, limits.tex) }));

function takeTex(tex: string): void {
  written.value = tex;
  become({ ...state, tex, scope: nothingAdded });
}

part('examples').addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest('button');
  const example = button && examples[[...button.parentElement!.children].indexOf(button)];
  if (example) takeTex(example.tex);
});

part('presets').addEventListener('click', ({ target }) => {
  const button = target instanceof Element && target.closest('button');
  const preset = button && presets[[...button.parentElement!.children].indexOf(button)];
  if (!preset) return;
  reading = { ...reading, values: {} };
  become({ ...state, values: { ...state.values, ...preset.values } });
});

/** A number or a mass is the reader's own until all fields together can be taken over. */
function typed(): void {
  const entries = inputs().map((input) => {
    const name = input.dataset['symbol']!;
    return { name, text: input.value, before: reading.values[name]! };
  });
  const result = readFields(entries, typeOf);
  for (const input of inputs()) {
    const wrong = 'problem' in result && result.name === input.dataset['symbol'];
    input.setAttribute('aria-invalid', String(wrong));
    if ('problem' in result) mine(input);
  }
  refusal.textContent =
    'problem' in result ? `${result.problem}. The values shown are still those from before.` : '';
  if ('problem' in result) return;
  for (const input of inputs()) {
    const value = result.values[input.dataset['symbol']!]!;
    if (input.value === fieldText(value)) settle(input, value);
    else mine(input);
  }
  reading = { ...reading, values: result.values };
  fields.dataset['givens'] = JSON.stringify(result.values);
  become({ ...state, values: { ...sameOutcomes(state.values, result.values), ...result.values } });
}

function mine(input: HTMLInputElement): void {
  input.dataset['draft'] = '';
  delete input.dataset['given'];
}

/** Values of symbols that the formula does not use now; pmfs on other outcomes than these are let go. */
function sameOutcomes(values: Givens, others: Givens): Givens {
  const outcomes = Object.values(others).find((value) => typeof value !== 'string')?.length;
  const kept = Object.entries(values).filter(
    ([, value]) => typeof value === 'string' || outcomes === undefined || value.length === outcomes,
  );
  return Object.fromEntries(kept);
}
fields.addEventListener('input', typed);
fields.addEventListener('focusout', () => {
  if (inputs().some((input) => input.getAttribute('aria-invalid') === 'true')) return;
  for (const input of inputs()) settle(input, reading.values[input.dataset['symbol']!]!);
});

/** The field shows the value that is computed with, in its shortest form. */
function settle(input: HTMLInputElement, value: string | readonly string[]): void {
  input.value = fieldText(value);
  input.dataset['given'] = input.dataset['symbol']!;
  delete input.dataset['draft'];
}

/** Ends a search that is going on; what it has shown stays. */
function endSearch(): void {
  const halt = stop;
  stop = undefined;
  halt?.();
}

function begin(): void {
  const number = seedTyped();
  seed.value = String(number);
  state = { ...state, seed: number };
  const label = searchButton.textContent;
  searchButton.textContent = 'Stop';
  stop = runSearch([state.tex], state.scope, number, found, () => {
    stop = undefined;
    searchButton.textContent = label;
    say(found.querySelector('.headline, .problem p')?.textContent ?? '');
  });
}
searchButton.addEventListener('click', () => (stop ? endSearch() : begin()));

const seedTyped = (): number => (/^\d{1,9}$/.test(seed.value) ? Number(seed.value) : initial.seed);
seed.addEventListener('change', () => {
  become({ ...state, seed: seedTyped() });
});

part('link').addEventListener('click', () => {
  const link = location.origin + location.pathname + writeQuery(state);
  navigator.clipboard.writeText(link).then(
    () => (note.textContent = 'The link to this formula and its values is copied.'),
    () => {
      history.replaceState(history.state, '', link);
      note.textContent = 'The browser does not allow copying here; the link is in the address bar.';
    },
  );
});

written.readOnly = false;
inputs().forEach((input) => (input.readOnly = false));
const asked = readQuery(location.search);
if (asked.unreadable) note.textContent = 'The link could not be read, so this is what the page starts with.';
else if (location.search !== '') {
  seed.value = String(asked.state.seed);
  reading = { ...reading, values: {} };
  written.value = asked.state.tex;
  become(asked.state);
}
