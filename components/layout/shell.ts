import search from './search.ts?worker&url';

/** What the page furniture does with JavaScript: theme, search, links into closed proofs, offline copy. */

const root = document.documentElement;
const systemDark = matchMedia('(prefers-color-scheme: dark)');

function startTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('#theme')!;
  const isDark = () => (root.dataset.theme ? root.dataset.theme === 'dark' : systemDark.matches);
  const name = () => (button.textContent = isDark() ? 'Light' : 'Dark');
  button.addEventListener('click', () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try {
      localStorage.setItem('theme', root.dataset.theme);
    } catch {
      /* storage can be forbidden; the choice then lasts for this page */
    }
    name();
  });
  systemDark.addEventListener('change', name);
  name();
}

/** A link to a theorem's proof, or into it, opens it. */
function openTarget(): void {
  const id = decodeURIComponent(location.hash.slice(1));
  const target = id && document.getElementById(id);
  if (!target) return;
  for (let part: Element | null = target; part; part = part.parentElement) {
    if (part instanceof HTMLDetailsElement) part.open = true;
  }
  target.scrollIntoView();
}

startTheme();
openTarget();
addEventListener('hashchange', openTarget);

/** The dialog is a file of its own, since most readers never open it. */
const openSearch = async (): Promise<void> => {
  await import(/* @vite-ignore */ search);
  dispatchEvent(new Event('search'));
};
document.querySelector('#open-search')!.addEventListener('click', () => void openSearch());
addEventListener('keydown', (event) => {
  const typing =
    event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
  if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  void openSearch();
});

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  // The copy for reading without a network is fetched when the page itself has nothing left to do.
  addEventListener('load', () => setTimeout(() => void navigator.serviceWorker.register('/sw.js'), 3000));
}
