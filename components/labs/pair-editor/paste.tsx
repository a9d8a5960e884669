import { useRef } from 'preact/hooks';
import { Letter } from '../notation.tsx';
import type { Lab } from './lab.ts';
import { labelsOf, load } from './model.ts';

/** A field that takes the cells of a spreadsheet, and fetches what reads them. What cannot be read stays in it, and the pair stays what it was. */
export function Paste({ lab }: { readonly lab: Lab }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const id = `${lab.name}-pasted`;
  const takeOver = async (): Promise<void> => {
    const reader = await import('./pasted.ts').catch(() => undefined);
    const read =
      reader?.readPasted(field.current!.value) ??
      'What reads tables could not be fetched; try again. Nothing has changed.';
    if (typeof read === 'string') return lab.say(read);
    lab.act((state) => load(state, { ...read.pmfs, labels: labelsOf(read.names) }));
    lab.say(
      read.rounded
        ? 'Taken over: each number is divided by the sum of its column and rounded to six decimals.'
        : 'Taken over: each number is divided by the sum of its column.',
    );
  };
  return (
    <details class="data paste scripted">
      <summary>Paste a table</summary>
      <label for={id}>
        Two columns, the masses or counts of <Letter of="P" /> and of <Letter of="Q" />, or three with those
        of <Letter of="R" />, after the names of the outcomes if there are any; a line an outcome.
      </label>
      <textarea
        ref={field}
        id={id}
        rows={5}
        autocomplete="off"
        spellcheck={false}
        data-draft=""
        aria-describedby={`${lab.name}-note`}
        readOnly={!lab.alive.value}
      />
      <button type="button" disabled={!lab.alive.value} onClick={() => void takeOver()}>
        Take over
      </button>
    </details>
  );
}
