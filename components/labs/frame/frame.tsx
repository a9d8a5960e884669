import type { ComponentChildren } from 'preact';
import { Actions } from './actions.tsx';
import type { Lab } from './lab.ts';

interface Preset<Setting> {
  /** What the setting shows; the text of its button. */
  readonly shows: string;
  readonly setting: Setting;
}

interface Props<Setting> {
  readonly lab: Lab<Setting>;
  /** What a screen reader calls the figure as a whole. */
  readonly label: string;
  /** The picture, with its handles. Everything that 'Save picture' saves. */
  readonly figure: ComponentChildren;
  /** The numbers beside the picture. */
  readonly readout?: ComponentChildren;
  /** Sliders, fields and choices, under the picture that they change. */
  readonly controls?: ComponentChildren;
  readonly presets?: readonly Preset<Setting>[];
  /** 'Data as table': every number of the picture, when the hand has rested. */
  readonly table?: ((setting: Setting) => ComponentChildren) | undefined;
  /** What is read aloud when the hand has rested. */
  readonly announcement?: (setting: Setting) => ComponentChildren;
}

/** What follows only where the hand rests: the rest of the frame is not drawn again for it. */
function Settled<Setting>({
  lab,
  shown,
}: {
  readonly lab: Lab<Setting>;
  readonly shown: (setting: Setting) => ComponentChildren;
}) {
  const setting = lab.settled.value;
  return <div data-givens={JSON.stringify(lab.model.givens(setting))}>{shown(setting)}</div>;
}

/** What is the same in every lab: picture and numbers side by side, what changes them below, and the same actions. */
export function Frame<Setting>({
  lab,
  label,
  figure,
  readout,
  controls,
  presets = [],
  table,
  announcement,
}: Props<Setting>) {
  const undoByKey = (event: KeyboardEvent): void => {
    const writes = event.target instanceof HTMLInputElement && event.target.type === 'text';
    const writesText = writes || event.target instanceof HTMLTextAreaElement;
    if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || writesText) return;
    event.preventDefault();
    lab.undo();
  };
  const spoken = lab.announced.value;
  return (
    <div
      class={`bench ${lab.model.name}`}
      role="group"
      aria-label={label}
      data-lab={lab.name}
      data-givens={lab.givens}
      data-alive={lab.alive.value ? '' : undefined}
      onKeyDown={undoByKey}
    >
      <div class={readout ? 'workbench' : undefined}>
        <div class="picture">{figure}</div>
        {readout && <div class="panel">{readout}</div>}
      </div>
      {controls && <div class="settings scripted">{controls}</div>}
      {presets.length > 0 && (
        <div class="presets scripted" role="group" aria-label="States to start from">
          {presets.map(({ shows, setting }) => (
            <button
              key={shows}
              type="button"
              disabled={!lab.alive.value}
              onClick={() => lab.act(() => setting)}
            >
              {shows}
            </button>
          ))}
        </div>
      )}
      <Actions lab={lab} />
      {/* Its digits are the ends of a scale: constants of the figure, computed by nothing. */}
      <p class="note" id={`${lab.name}-note`} data-sym="">
        {lab.note.value}
      </p>
      {table && (
        <details class="data">
          <summary>Data as table</summary>
          <div class="scroll" role="region" tabIndex={0} aria-label={`Data of the figure: ${label}`}>
            <Settled lab={lab} shown={table} />
          </div>
        </details>
      )}
      <div class="visually-hidden" role="status">
        {spoken && (
          <>
            <span data-sym="">{lab.note.value}</span>{' '}
            <span data-givens={JSON.stringify(lab.model.givens(spoken))}>{announcement?.(spoken)}</span>
          </>
        )}
      </div>
    </div>
  );
}
