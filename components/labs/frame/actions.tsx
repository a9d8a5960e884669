import type { Lab } from './lab.ts';

/** Puts text on the clipboard, or says where it can be taken from. */
async function copy(lab: Pick<Lab<never>, 'say'>, text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    lab.say(`${what} is copied.`);
  } catch {
    // Where a browser forbids copying, a prompt holds the text, selected.
    window.prompt(`${what}, to be copied:`, text);
  }
}

const escapeAttribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;');

/** The element that puts a lab, in its present state, into another page. */
export function embedCode(address: string, title: string): string {
  return `<iframe src="${escapeAttribute(address)}" title="${escapeAttribute(title)}" width="100%" height="640" loading="lazy" style="border:0"></iframe>`;
}

async function savePicture(button: HTMLElement, name: string): Promise<void> {
  const { pictureOf } = await import('./picture.ts');
  const svg = pictureOf(button.closest('.bench')!.querySelector('.picture')!);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  link.download = `${name}.svg`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** What can be done to the state and with it, the same in every lab. */
export function Actions<Setting>({ lab }: { readonly lab: Lab<Setting> }) {
  const asleep = !lab.alive.value;
  const { name } = lab.model;
  return (
    <div class="actions scripted" role="group" aria-label="The state of the figure">
      <button type="button" disabled={asleep || !lab.undoable.value} onClick={lab.undo}>
        Undo
      </button>
      <button type="button" disabled={asleep} onClick={lab.reset}>
        Reset
      </button>
      <button
        type="button"
        disabled={asleep}
        onClick={() => void copy(lab, lab.link(), 'The link to this state')}
      >
        Copy link
      </button>
      <button
        type="button"
        disabled={asleep}
        onClick={() =>
          void copy(lab, embedCode(lab.link(`/embed/${name}/`), name), 'The code that embeds this figure')
        }
      >
        Embed
      </button>
      <button
        type="button"
        disabled={asleep}
        onClick={(event) => void savePicture(event.currentTarget, name)}
      >
        Save picture
      </button>
    </div>
  );
}
