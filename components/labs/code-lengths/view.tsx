import type { ComponentChildren } from 'preact';
import { Frame } from '../frame/frame.tsx';
import { useLab } from '../frame/lab.ts';
import { Formula, Letter, quantityNames } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import { Bars, Wire } from './drawing.tsx';
import {
  coded,
  huffman,
  ideal,
  type IdealName,
  idealNames,
  idealTotal,
  letterReadings,
  model,
  presets,
  type Setting,
} from './model.ts';
import { TextField } from './text-field.tsx';

export interface Props {
  readonly name?: string;
}

const p = <Letter of="P" />;
const q = <Letter of="Q" />;

const names: Readonly<Record<IdealName, { readonly words: string; readonly set: ComponentChildren }>> = {
  entropy: { words: 'entropy of P', set: quantityNames['\\H{P}'] },
  'cross-entropy': { words: 'cross-entropy of P and Q', set: quantityNames['\\CE{P}{Q}'] },
  divergence: { words: 'KL divergence of P from Q', set: quantityNames['\\KL{P}{Q}'] },
};

/** The mean length of Huffman’s words, where the message has them all. */
function HuffmanMean({ of, setting }: { readonly of: 'P' | 'Q'; readonly setting: Setting }) {
  const mean = huffman(of, setting)?.mean;
  return mean ? <Quantity {...mean} /> : <span class="none">cannot be sent</span>;
}

function ALetter({ setting }: { readonly setting: Setting }) {
  return (
    <>
      <p class="per">Bits a letter, on average:</p>
      <dl class="readings">
        {idealNames.map((name) => (
          <>
            <dt key={`${name}-name`}>
              <Formula words={names[name].words}>{names[name].set}</Formula>
            </dt>
            <dd key={name}>
              <Quantity {...ideal(name, setting)} />
            </dd>
          </>
        ))}
        <dt>Huffman, {p}</dt>
        <dd>
          <HuffmanMean of="P" setting={setting} />
        </dd>
        <dt>Huffman, {q}</dt>
        <dd>
          <HuffmanMean of="Q" setting={setting} />
        </dd>
      </dl>
    </>
  );
}

const Word = ({ word }: { readonly word: string | undefined }) => (
  <td>
    {word ? (
      <span class="bits" data-sym="">
        {word}
      </span>
    ) : (
      <span class="none">{word === undefined ? 'none' : 'empty'}</span>
    )}
  </td>
);

function Table({ setting }: { readonly setting: Setting }) {
  const { letters, words } = coded(setting);
  const sides = ['P', 'Q'] as const;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">letter</th>
          {sides.map((of) => (
            <>
              <th key={of} scope="col">
                <Letter of={of} />, its share
              </th>
              <th key={`${of}-length`} scope="col">
                ideal length
              </th>
              <th key={`${of}-word`} scope="col">
                Huffman’s word
              </th>
            </>
          ))}
        </tr>
      </thead>
      <tbody>
        {letters.map((letter, x) => (
          <tr key={letter}>
            <th scope="row">{letter}</th>
            {sides.map((of) => {
              const { mass, length } = letterReadings(of, x, setting);
              return (
                <>
                  <td key={of}>
                    <Quantity {...mass} />
                  </td>
                  <td key={`${of}-length`}>
                    <Quantity {...length} />
                  </td>
                  <Word key={`${of}-word`} word={words[of][x]} />
                </>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const spoken = (setting: Setting) => (
  <>
    The message needs <Quantity {...idealTotal('entropy', setting)} /> in ideal words, and{' '}
    <Quantity {...idealTotal('cross-entropy', setting)} /> in those made for the other text.
  </>
);

/** A typed message in the code made for it and in one made for another text, bit by bit. */
export function CodeLengths({ name }: Props) {
  const lab = useLab(model, name);
  const setting = lab.setting.value;
  return (
    <Frame
      lab={lab}
      label="A message in two codes"
      figure={
        <>
          <p class="wire-name">The message, in the code made for it:</p>
          <Wire of="P" setting={setting} />
          <p class="wire-name">The same message, in the code made for the other text:</p>
          <Wire of="Q" setting={setting} />
          <Bars setting={setting} />
        </>
      }
      readout={<ALetter setting={setting} />}
      controls={
        <>
          <TextField
            lab={lab}
            of="message"
            label={
              <>
                the message, whose letters are distributed by <Letter of="P" />
              </>
            }
          />
          <TextField
            lab={lab}
            of="text"
            label={
              <>
                the text that the other code was made for, by <Letter of="Q" />
              </>
            }
          />
        </>
      }
      presets={presets}
      table={(setting) => <Table setting={setting} />}
      announcement={spoken}
    />
  );
}
