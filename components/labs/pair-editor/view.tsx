import { useEffect } from 'preact/hooks';
import { Quantity } from '../Quantity.tsx';
import { Bars } from './bars.tsx';
import { Controls } from './controls.tsx';
import { MassField } from './fields.tsx';
import { type Lab, useLab } from './lab.ts';
import { givensOf, undo } from './model.ts';
import { Paste } from './paste.tsx';
import { type PresetName, presetPair } from './presets.ts';
import { quantityNames, shown, wordsOf } from './quantities.ts';
import { Readout } from './readout.tsx';
import { Slider } from './slider.tsx';
import { Stacks } from './stacks.tsx';
import { Data } from './table.tsx';
import { Terms } from './terms.tsx';
import { loadThird, third } from './third-on-demand.ts';

export interface PairEditorProps {
  /** The pair that the figure starts with and that Reset returns to. */
  readonly preset?: PresetName;
  /** Bars, the main numbers and the presets alone, to stand at the head of a page. */
  readonly compact?: boolean;
  /** The key of the state in the URL; figures that share a page need different ones. */
  readonly name?: string;
}

/** With more outcomes the numbers stand under the figure. */
const mostBeside = 7;
const spoken = quantityNames.slice(0, 3);

/** Says the main numbers when the hand has rested; carries the givens they belong to. */
function Announcement({ lab }: { readonly lab: Lab }) {
  const state = lab.announced.value;
  const readings = state && shown(state);
  const part = third.value;
  return (
    <div class="visually-hidden" role="status" data-givens={state && givensOf(state.pair)}>
      {readings && (
        <>
          <span data-sym="">{lab.note.value}</span>{' '}
          {spoken.map((name) => (
            <span key={name}>
              {wordsOf(name)}: <Quantity {...readings[name]} />.{' '}
            </span>
          ))}
          {part && state.pair.R && <part.Spoken {...state} />}
        </>
      )}
    </div>
  );
}

/** What belongs to R, fetched once there is one: most readers never ask for it. */
function Third({ lab }: { readonly lab: Lab }) {
  const part = third.value;
  useEffect(() => void loadThird(lab.say), []);
  return part && <part.Third lab={lab} Slider={Slider} MassField={MassField} />;
}

/** Two pmfs on the same outcomes, to be moved by hand, and every divergence of the pair as they move. */
export function PairEditor({ preset = 'script', compact = false, name = 'pair' }: PairEditorProps) {
  const lab = useLab({ pair: presetPair(preset), unit: 'nats', chosen: 'kl' }, name);
  const outcomes = lab.outcomes.value;
  const undoByKey = (event: KeyboardEvent): void => {
    const { target } = event;
    const inField =
      target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');
    if (event.key !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey || inField) return;
    event.preventDefault();
    lab.act(undo);
  };
  return (
    <div
      class={compact ? 'pair-editor compact' : 'pair-editor'}
      role="group"
      aria-label="Two distributions P and Q to be edited"
      data-lab={name}
      data-givens={lab.givens}
      data-alive={lab.alive.value ? '' : undefined}
      onKeyDown={undoByKey}
    >
      <div class={outcomes > mostBeside ? 'workbench many' : 'workbench'}>
        <div class="figure-box">
          <div class="columns" style={{ '--outcomes': outcomes }}>
            <Bars lab={lab} compact={compact} />
            {!compact && <Terms lab={lab} />}
          </div>
        </div>
        <Readout lab={lab} compact={compact} />
      </div>
      {!compact && lab.hasThird.value && <Third lab={lab} />}
      <Controls lab={lab} compact={compact} />
      {!compact && <Paste lab={lab} />}
      {/* A note may cite what a reader wrote, or name the limits of the figure: no digit of it is computed. */}
      <p class="note" id={`${name}-note`} data-sym="">
        {lab.note.value}
      </p>
      {!compact && <Stacks lab={lab} />}
      {!compact && <Data lab={lab} />}
      <Announcement lab={lab} />
    </div>
  );
}
