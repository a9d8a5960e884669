import styles from './search.css?inline';

/** The search dialog over Pagefind's index. Nothing of it, its styles included, is loaded before it is first opened. */

interface PagefindResult {
  data(): Promise<{ url: string; excerpt: string; meta: { title?: string } }>;
}
interface Pagefind {
  readonly options: (options: { ranking: { pageLength: number } }) => Promise<void>;
  debouncedSearch(words: string): Promise<{ results: PagefindResult[] } | null>;
}

const dialog = document.querySelector<HTMLDialogElement>('#search')!;
const words = document.querySelector<HTMLInputElement>('#search-words')!;
const said = document.querySelector<HTMLElement>('#search-said')!;
const list = document.querySelector<HTMLElement>('#search-results')!;
const shownAtMost = 8;
document.head.insertAdjacentHTML('beforeend', `<style>${styles}</style>`);
let index: Promise<Pagefind | undefined> | undefined;

async function load(): Promise<Pagefind | undefined> {
  try {
    // Written by the build beside the pages, so the bundler must not look for it.
    const address = '/pagefind/pagefind.js';
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
    // The page that a word belongs to is long more often than not, and must not sink for that.
    await pagefind.options({ ranking: { pageLength: 0.1 } });
    return pagefind;
  } catch {
    said.textContent = 'There is no search index: the build makes it.';
    return undefined;
  }
}

function openSearchDialog(): void {
  if (!dialog.open) dialog.showModal();
  words.focus();
  index ??= load();
}

function entry(result: Awaited<ReturnType<PagefindResult['data']>>): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = result.url;
  link.textContent = result.meta.title ?? result.url;
  const excerpt = document.createElement('p');
  // Pagefind escapes the page's text and adds <mark> around the words found.
  excerpt.innerHTML = result.excerpt;
  item.append(link, excerpt);
  return item;
}

/** Shows what is found for the words as they stand, also where they were typed before the index was there. */
async function find(): Promise<void> {
  const asked = words.value;
  const found = await (await index)?.debouncedSearch(asked);
  if (!found || asked !== words.value) return;
  const shown = await Promise.all(found.results.slice(0, shownAtMost).map((result) => result.data()));
  list.replaceChildren(...shown.map(entry));
  said.textContent = asked && shown.length === 0 ? `Nothing found for “${asked}”.` : '';
}

addEventListener('search', openSearchDialog);
words.addEventListener('input', () => void find());
