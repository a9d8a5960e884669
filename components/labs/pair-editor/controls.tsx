import type { ComponentChildren } from 'preact';
import { Letter } from '../notation.tsx';
import type { Lab } from './lab.ts';
import { fewestOutcomes, mostOutcomes } from '../masses.ts';
import { addOutcome, load, removeOutcome, swap, toggleThird, undo } from './model.ts';
import { presets } from './presets.ts';

interface ActionProps {
  readonly lab: Lab;
  readonly run: () => void;
  readonly unless?: boolean;
  readonly children: ComponentChildren;
}

const Action = ({ lab, run, unless = false, children }: ActionProps) => (
  <button type="button" disabled={unless || !lab.alive.value} onClick={run}>
    {children}
  </button>
);

async function copyLink(lab: Lab): Promise<void> {
  const link = lab.link();
  try {
    await navigator.clipboard.writeText(link);
    lab.say('The link to this state is copied.');
  } catch {
    window.history.replaceState(window.history.state, '', link);
    lab.say('The browser does not allow copying here; the link to this state is in the address bar.');
  }
}

/** Pairs worth seeing, and what can be done to the one that is there. */
export function Controls({ lab, compact }: { readonly lab: Lab; readonly compact: boolean }) {
  const outcomes = lab.outcomes.value;
  return (
    <div class="controls scripted">
      <div class="presets" role="group" aria-label="Pairs to start from">
        {presets.map((preset) => (
          <Action key={preset.name} lab={lab} run={() => lab.act((state) => load(state, preset.pair))}>
            {preset.shows}
          </Action>
        ))}
      </div>
      {!compact && (
        <div class="actions" role="group" aria-label="Change the pair">
          <Action lab={lab} run={() => lab.act(undo)} unless={!lab.undoable.value}>
            Undo
          </Action>
          <Action lab={lab} run={() => lab.act((state) => load(state, lab.first.pair))}>
            Reset
          </Action>
          <Action lab={lab} run={() => lab.act(swap)}>
            Swap <Letter of="P" /> and <Letter of="Q" />
          </Action>
          <Action lab={lab} run={() => lab.act(addOutcome)} unless={outcomes >= mostOutcomes}>
            Add an outcome
          </Action>
          <Action lab={lab} run={() => lab.act(removeOutcome)} unless={outcomes <= fewestOutcomes}>
            Remove the last
          </Action>
          <Action lab={lab} run={() => lab.act(toggleThird)}>
            {lab.hasThird.value ? 'Remove' : 'Add a third,'} <Letter of="R" />
          </Action>
          <Action lab={lab} run={() => void copyLink(lab)}>
            Copy link
          </Action>
        </div>
      )}
    </div>
  );
}
