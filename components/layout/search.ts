/** The search dialog over Pagefind's index. Nothing of it is loaded before the dialog is first opened. */

interface PagefindResult {
  data(): Promise<{ url: string; excerpt: string; meta: { title?: string } }>;
}
interface Pagefind {
  debouncedSearch(words: string): Promise<{ results: PagefindResult[] } | null>;
}

const dialog = document.querySelector<HTMLDialogElement>('#search')!;
const words = document.querySelector<HTMLInputElement>('#search-words')!;
const said = document.querySelector<HTMLElement>('#search-said')!;
const list = document.querySelector<HTMLElement>('#search-results')!;
const shownAtMost = 8;
let pagefind: Pagefind | undefined;

export async function openSearchDialog(): Promise<void> {
  if (!dialog.open) dialog.showModal();
  words.focus();
  if (pagefind) return;
  try {
    // Written by the build beside the pages, so the bundler must not look for it.
    const address = '/pagefind/pagefind.js';
    pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
  } catch {
    said.textContent =
      'The search index could not be loaded. It is made by the build; the development server has none.';
  }
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

words.addEventListener('input', () => {
  void (async () => {
    const found = await pagefind?.debouncedSearch(words.value);
    if (!found) return;
    const shown = await Promise.all(found.results.slice(0, shownAtMost).map((result) => result.data()));
    list.replaceChildren(...shown.map(entry));
    said.textContent = words.value && shown.length === 0 ? `Nothing found for “${words.value}”.` : '';
  })();
});
