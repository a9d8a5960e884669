import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Lab } from '../frame/lab.ts';
import { cellOf } from './cells.ts';
import { properties, type Question } from './claims.ts';
import { divergenceNames } from './divergences.ts';
import type { Setting } from './model.ts';
import { chosenNames, propertyNames } from './names.tsx';

interface Props<Value extends string> {
  readonly lab: Lab<Setting>;
  readonly question: Question;
  readonly id: 'property' | 'divergence';
  readonly label: string;
  readonly options: readonly Value[];
  readonly shown: (value: Value) => ComponentChildren;
}

/** One line of the table of all properties and divergences: what is chosen, and by a mark whether each holds with what is chosen beside it. */
function Picker<Value extends string>({ lab, question, id, label, options, shown }: Props<Value>) {
  return (
    <fieldset class="choice picker">
      <legend>{label}</legend>
      {options.map((value) => {
        const asked = { ...question, [id]: value } as Question;
        const cell = cellOf(asked);
        return (
          <label key={value} class={cell?.holds ? 'holds' : undefined}>
            <input
              type="radio"
              name={`${lab.name}-${id}`}
              checked={question[id] === (value as string)}
              disabled={!lab.alive.value || !cell}
              onChange={() => lab.act((from) => ({ ...from, [id]: value }))}
            />
            <span data-sym="">{shown(value)}</span>{' '}
            <span class="mark" aria-hidden="true">
              {!cell ? '–' : cell.holds ? '✓' : '✗'}
            </span>
            <span class="visually-hidden">{!cell ? 'not asked' : cell.holds ? 'holds' : 'fails'}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

/** Drawn again only where the question changes: a drag of a mass leaves it as it is. */
export function Pickers({ lab, question }: { readonly lab: Lab<Setting>; readonly question: Question }) {
  const { property, divergence, constant } = question;
  return useMemo(
    () => (
      <>
        <Picker
          {...{ lab, question }}
          id="property"
          label="Property"
          options={properties}
          shown={(of) => propertyNames[of]}
        />
        <Picker
          {...{ lab, question }}
          id="divergence"
          label="Divergence"
          options={divergenceNames}
          shown={(of) => chosenNames[of]}
        />
      </>
    ),
    [property, divergence, constant],
  );
}
