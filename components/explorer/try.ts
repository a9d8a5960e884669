import { runSearch } from './run-search.ts';
import { readScopeQuery } from './scope-query.ts';

/** The seed of a first search, the same for every reader; each further one takes the next. */
const firstSeed = 1;

/** Opens a panel under the theorem that a link belongs to, and attacks its statement in the reader's browser. */
export function tryToBreak(link: HTMLAnchorElement): void {
  const known = link.parentElement!.nextElementSibling;
  if (known?.classList.contains('trial')) return known.querySelector('button')!.focus();
  const panel = document.createElement('div');
  panel.className = 'trial';
  panel.innerHTML =
    '<div class="found"></div><p class="visually-hidden" role="status" data-sym></p><p class="doing"><button type="button">Stop</button> <a>Open in the explorer</a></p>';
  const [place, said] = [panel.children[0] as HTMLElement, panel.children[1]!];
  panel.querySelector('a')!.href = link.href;
  const button = panel.querySelector('button')!;
  const query = new URL(link.href).searchParams;
  const tex = query.getAll('f');
  const scope = readScopeQuery(query)!;
  let seed = firstSeed;
  let stop: (() => void) | undefined;
  const begin = (): void => {
    button.textContent = 'Stop';
    stop = runSearch(tex, scope, seed++, place, () => {
      stop = undefined;
      button.textContent = 'Search on, from other instances';
      said.textContent = place.querySelector('.headline')?.textContent ?? '';
    });
  };
  button.addEventListener('click', () => (stop ? stop() : begin()));
  link.parentElement!.after(panel);
  begin();
  button.focus();
}
