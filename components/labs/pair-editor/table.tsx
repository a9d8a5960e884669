import { Quantity } from '../Quantity.tsx';
import { Letter } from '../notation.tsx';
import { QuantityLabel } from './formulas.tsx';
import type { Lab } from './lab.ts';
import { Given } from './given.tsx';
import { givensOf, type Setting, type Side } from './model.ts';
import { hasTerms, quantityNames, shown, termsOf } from './quantities.ts';

const summed = quantityNames.filter(hasTerms);

/** Every outcome's share of every quantity. */
export function Table({ pair, unit }: Pick<Setting, 'pair' | 'unit'>) {
  const sides: readonly Side[] = pair.R ? ['P', 'Q', 'R'] : ['P', 'Q'];
  const readings = shown({ pair, unit });
  const terms = summed.map((name) => termsOf(name, pair, unit));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">outcome</th>
          {sides.map((side) => (
            <th scope="col" key={side}>
              <Letter of={side} />
            </th>
          ))}
          {summed.map((name) => (
            <th scope="col" key={name}>
              <QuantityLabel name={name} />
              {name === 'w' && <small> gap to the next outcome</small>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {pair.labels.map((label, x) => (
          <tr key={x}>
            <th scope="row" data-sym="">
              {label}
            </th>
            {sides.map((side) => (
              <td key={side}>
                <Given side={side} outcome={x} mass={pair[side]![x]!} />
              </td>
            ))}
            {summed.map((name, column) => {
              const term = terms[column]![x];
              return <td key={name}>{term && <Quantity {...term} />}</td>;
            })}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={sides.length + 1}>
            sum
          </th>
          {summed.map((name) => (
            <td key={name}>
              <Quantity {...readings[name]} />
            </td>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

/** The table follows when the hand rests, and carries its own givens for that. */
export function Data({ lab }: { readonly lab: Lab }) {
  const { pair, unit } = lab.settled.value;
  return (
    <details class="data" data-givens={givensOf(pair)}>
      <summary>Data as table</summary>
      <div class="scroll" role="region" tabIndex={0} aria-label="Masses and terms of each outcome">
        <Table pair={pair} unit={unit} />
      </div>
    </details>
  );
}
