import type { ComponentChildren } from 'preact';
import { StackedBar, stackLimit } from '../../charts/stacked-bar.tsx';
import { Letter, quantityNames } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import type { Reading } from '../reading.ts';
import { coded, huffman, idealTotal, type Setting } from './model.ts';

/** The message as it goes over the wire: under each letter its word in the code made for P, or for Q. */
export function Wire({ of, setting }: { readonly of: 'P' | 'Q'; readonly setting: Setting }) {
  const { letters, words } = coded(setting);
  return (
    <div
      class={`wire of-${of}`}
      role="img"
      aria-label={`The message in the Huffman code made for ${of === 'P' ? 'it' : 'the other text'}; its words stand in the table below`}
    >
      {[...setting.message].map((letter, k) => {
        const word = words[of][letters.indexOf(letter)];
        return (
          <span key={k} class={word === undefined ? 'sent wordless' : 'sent'}>
            <span>{letter}</span>
            <span class="bits" data-sym="">
              {word ?? 'none'}
            </span>
          </span>
        );
      })}
    </div>
  );
}

interface BarProps {
  readonly name: ComponentChildren;
  readonly tone: 'solid' | 'dashed';
  readonly limit: number;
  readonly first: number;
  readonly second: number;
  readonly total: Reading | undefined;
}

const Bar = ({ name, total, ...bar }: BarProps) => (
  <tr>
    <th scope="row">{name}</th>
    <td class="bits-bar">
      <div class="beam">{Number.isFinite(bar.first) && <StackedBar {...bar} />}</div>
    </td>
    <td>{total ? <Quantity {...total} /> : <span class="none">cannot be sent</span>}</td>
  </tr>
);

/** Bits for the whole message, by either code, in ideal words and in Huffman’s. What is paid for the wrong code is hatched. */
export function Bars({ setting }: { readonly setting: Setting }) {
  const own = idealTotal('entropy', setting);
  const other = idealTotal('cross-entropy', setting);
  const paid = idealTotal('divergence', setting);
  const [words, wrong] = [huffman('P', setting)!.total, huffman('Q', setting)?.total];
  const bars = {
    own: { first: own.value, second: 0 },
    words: { first: words.value, second: 0 },
    other: { first: own.value, second: paid.value },
    wrong: { first: wrong?.value ?? NaN, second: 0 },
  };
  const limit = stackLimit(Object.values(bars).filter(({ first }) => first >= 0));
  return (
    <table class="wires">
      <thead>
        <tr>
          <th scope="col">words</th>
          <th scope="col" colSpan={2}>
            bits for the whole message; hatched, <Letter of="N" /> {quantityNames['\\KL{P}{Q}']}
          </th>
        </tr>
      </thead>
      <tbody>
        <Bar
          name={
            <>
              ideal for <Letter of="P" />
            </>
          }
          tone="solid"
          {...bars.own}
          limit={limit}
          total={own}
        />
        <Bar
          name={
            <>
              Huffman’s for <Letter of="P" />
            </>
          }
          tone="solid"
          {...bars.words}
          limit={limit}
          total={words}
        />
        <Bar
          name={
            <>
              ideal for <Letter of="Q" />
            </>
          }
          tone="solid"
          {...bars.other}
          limit={limit}
          total={other}
        />
        <Bar
          name={
            <>
              Huffman’s for <Letter of="Q" />
            </>
          }
          tone="dashed"
          {...bars.wrong}
          limit={limit}
          total={wrong}
        />
      </tbody>
    </table>
  );
}
