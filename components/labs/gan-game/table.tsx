import { Letter } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { cells } from './line.ts';
import { answerReading, bestReading, model, type Setting } from './model.ts';
import { best } from './names.tsx';

const Mass = ({ of, x, masses }: { of: string; x: number; masses: readonly string[] }) => (
  <data class="g" value={masses[x]} data-given={`${of}(${x + 1})`}>
    {masses[x]}
  </data>
);

/** The cells, with their masses and answers. */
export function Cells({ setting }: { readonly setting: Setting }) {
  const givens = model.givens(setting);
  const [P, Q] = [givens['P'] as readonly string[], givens['Q'] as readonly string[]];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">cell</th>
          {[<Letter of="P" />, <Letter of="Q" />, <Letter of="D" />, best].map((name, k) => (
            <th key={k} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from({ length: cells }, (_, x) => {
          const reading = bestReading(x, setting);
          return (
            <tr key={x}>
              <th scope="row" data-sym="">
                {x + 1}
              </th>
              <td>
                <Mass of="P" x={x} masses={P} />
              </td>
              <td>
                <Mass of="Q" x={x} masses={Q} />
              </td>
              <td>
                <Quantity {...answerReading(x, setting)} />
              </td>
              <td>{reading ? <Quantity {...reading} /> : 'any'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
