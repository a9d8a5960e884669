import type { Givens } from '../../src/formula/environment.ts';
import type { SymbolType } from '../../src/formula/symbol-types.ts';
import { nothingAdded, type WrittenScope } from '../../src/formula/written-scope.ts';
import { canonical } from './decimals.ts';
import { Reader } from './engine.ts';
import { sidesHtml, verdictText, type Whose } from './evidence-html.ts';
import { markup } from './html.ts';
import { givensOfFigure, nearestFigure } from './nearest-figure.ts';
import type { Reading } from './reading.ts';
import { initial, presets, writeQuery } from './state.ts';

/** The record of one formula in `equations.json`, which the build writes beside the page. */
interface Entry {
  readonly tex: string;
  readonly says: string;
  readonly display?: true;
  readonly stated?: true;
  readonly givens?: Givens;
  readonly scope?: WrittenScope;
  readonly open?: Readonly<Record<string, SymbolType>>;
}
interface PageRecord {
  readonly givens?: Givens;
  readonly equations: Readonly<Record<string, Entry>>;
}

let record: Promise<PageRecord> | undefined;
let close: (() => void) | undefined;

const marks = (): NodeListOf<HTMLAnchorElement> => document.querySelectorAll('a.ticked');

/** From now on marks open in place, so they are buttons that tell whether they have. */
export function startMarks(): void {
  for (const mark of marks()) {
    mark.setAttribute('role', 'button');
    mark.setAttribute('aria-expanded', 'false');
  }
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') close?.();
    if (event.key !== ' ' || !(event.target instanceof HTMLElement) || !event.target.matches('a.ticked'))
      return;
    event.preventDefault();
    event.target.click();
  });
}

/** Puts a panel under the formula, or under the paragraph that it stands in. */
function place(mark: HTMLAnchorElement, panel: HTMLElement): void {
  const block = mark.closest('.step, p, li, td, dd, blockquote') ?? mark;
  if (block.matches('li, td, dd')) block.append(panel);
  else block.after(panel);
}

export function showEvidence(mark: HTMLAnchorElement): void {
  const again = mark.getAttribute('aria-expanded') === 'true';
  close?.();
  if (again) return;
  const id = mark.id || mark.parentElement!.id;
  const panel = document.createElement('div');
  panel.className = 'evidence';
  panel.id = 'evidence';
  panel.innerHTML = markup`<p class="says" data-evidence="${id}"></p>
    <div class="sides"></div>
    <p class="doing"><a hidden>Open in the explorer</a> <a href="${mark.getAttribute('href')!}">In the record</a> <button type="button">Close</button></p>
    <p class="visually-hidden" role="status"><span class="said" data-evidence="${id}"></span> <span class="judged"></span></p>`.text;
  mark.setAttribute('aria-expanded', 'true');
  mark.setAttribute('aria-controls', panel.id);
  place(mark, panel);
  const stop = fill(panel, mark, id);
  const shut = (): void => {
    stop();
    if (panel.contains(document.activeElement)) mark.focus();
    panel.remove();
    mark.setAttribute('aria-expanded', 'false');
    mark.removeAttribute('aria-controls');
    close = undefined;
  };
  panel.querySelector('button')!.addEventListener('click', shut);
  close = shut;
}

/** Fills a panel, and keeps its values those of the nearest figure. Returns the way to stop. */
function fill(panel: HTMLElement, mark: HTMLAnchorElement, id: string): () => void {
  const part = <Kind extends HTMLElement>(selector: string): Kind => panel.querySelector<Kind>(selector)!;
  let stopped = false;
  let stop = (): void => {
    stopped = true;
  };
  record ??= fetch('equations.json').then((answer) => answer.json() as Promise<PageRecord>);
  record.then(
    ({ equations, givens }) => {
      const entry = equations[id];
      if (stopped || !entry) return;
      part('.says').textContent = entry.says;
      // A region that is there before its words are is read aloud.
      setTimeout(() => (part('.said').textContent = entry.says), 100);
      panel.scrollIntoView({ block: 'nearest' });
      if (!entry.stated) stop = showSides(panel, mark, entry, givens ?? presets[1]!.values);
    },
    () => {
      record = undefined;
      part('.says').textContent = 'The record of this page could not be loaded.';
    },
  );
  return () => stop();
}

function showSides(panel: HTMLElement, mark: HTMLAnchorElement, entry: Entry, first: Givens): () => void {
  const { tex, display = false, open = {}, scope = nothingAdded } = entry;
  const sides = panel.querySelector<HTMLElement>('.sides')!;
  const judged = panel.querySelector('.judged')!;
  const explorer = panel.querySelector('a')!;
  const figure = entry.givens ? undefined : nearestFigure(mark, Object.keys(open));
  const who: Whose = entry.givens ? 'example' : figure ? 'figure' : 'page';
  const shown = (reading: Reading, needed: WrittenScope): void => {
    if (reading.problem) return;
    sides.innerHTML = sidesHtml(reading, needed, { who, given, display }).text;
    if (judged.textContent !== verdictText(reading)) judged.textContent = verdictText(reading);
    const editable = Object.entries(reading.values).filter(([name]) => reading.editable.includes(name));
    const plain = editable.every(([, value]) => [value].flat().every((part) => canonical(part) === part));
    const state = { ...initial, tex, scope, ...(plain && { values: Object.fromEntries(editable) }) };
    explorer.href = `/explorer/${writeQuery(state)}`;
    explorer.hidden = false;
  };
  let given: Givens = {};
  const reader = new Reader(shown, () => sides.replaceChildren());
  const read = (): void => {
    given = entry.givens ?? (figure ? givensOfFigure(figure) : first);
    reader.read(tex, scope, given, display);
  };
  let waiting = 0;
  const follow = (event: Event): void => {
    if ((event as CustomEvent<string>).detail !== figure?.dataset['lab']) return;
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(read);
  };
  document.addEventListener('givens', follow);
  read();
  return () => {
    document.removeEventListener('givens', follow);
    cancelAnimationFrame(waiting);
    reader.end();
  };
}
