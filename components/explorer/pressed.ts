import { showEvidence, startMarks } from './evidence.ts';
import styles from './pressed.css?inline';
import { tryToBreak } from './try.ts';

/** What is loaded when the first mark, or the first 'Try to break it', of a page is pressed; the page's own script then says which. */

document.head.insertAdjacentHTML('beforeend', `<style>${styles}</style>`);
startMarks();

document.addEventListener('pressed', ({ target }) => {
  if (!(target instanceof HTMLAnchorElement)) return;
  if (target.matches('.try')) tryToBreak(target);
  else showEvidence(target);
});
