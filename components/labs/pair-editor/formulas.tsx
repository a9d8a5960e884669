import type { JSX } from 'preact';
import { Formula, Fraction, Letter } from '../notation.tsx';
import { type QuantityName, wordsOf } from './quantities.ts';

const P = <Letter of="P" />;
const Q = <Letter of="Q" />;
const x = <Letter of="x" />;
const Px = (
  <>
    {P}({x})
  </>
);
const Qx = (
  <>
    {Q}({x})
  </>
);
const half = <span data-sym="">½</span>;
const log = <span class="operator">log</span>;

const names: Record<QuantityName, JSX.Element> = {
  kl: (
    <>
      <i class="letter">D</i>({P} ‖ {Q})
    </>
  ),
  lk: (
    <>
      <i class="letter">D</i>({Q} ‖ {P})
    </>
  ),
  jsd: (
    <>
      JSD({P}, {Q})
    </>
  ),
  root: (
    <>
      √
      <span class="under-root">
        JSD({P}, {Q})
      </span>
    </>
  ),
  ce: (
    <>
      <i class="letter">H</i>({P}, {Q})
    </>
  ),
  ec: (
    <>
      <i class="letter">H</i>({Q}, {P})
    </>
  ),
  hp: (
    <>
      <i class="letter">H</i>({P})
    </>
  ),
  hq: (
    <>
      <i class="letter">H</i>({Q})
    </>
  ),
  tv: (
    <>
      TV({P}, {Q})
    </>
  ),
  w: (
    <>
      <span data-sym="">
        <i class="letter">W</i>
        <sub>1</sub>
      </span>
      ({P}, {Q})
    </>
  ),
};

interface Term {
  readonly set: JSX.Element;
  readonly words: string;
  readonly over?: string;
}

const terms: Partial<Record<QuantityName, Term>> = {
  kl: {
    set: (
      <>
        {Px} {log} <Fraction over={Px} under={Qx} />
      </>
    ),
    words: 'P of x times the logarithm of P of x over Q of x',
  },
  lk: {
    set: (
      <>
        {Qx} {log} <Fraction over={Qx} under={Px} />
      </>
    ),
    words: 'Q of x times the logarithm of Q of x over P of x',
  },
  jsd: {
    set: (
      <>
        {half} {Px} {log} <Fraction over={Px} under={<MixtureAt />} /> + {half} {Qx} {log}{' '}
        <Fraction over={Qx} under={<MixtureAt />} />
      </>
    ),
    words:
      'half of P of x log P of x over M of x, plus half of Q of x log Q of x over M of x, M the even mixture',
  },
  ce: {
    set: (
      <>
        −{Px} {log} {Qx}
      </>
    ),
    words: 'minus P of x times the logarithm of Q of x',
  },
  ec: {
    set: (
      <>
        −{Qx} {log} {Px}
      </>
    ),
    words: 'minus Q of x times the logarithm of P of x',
  },
  hp: {
    set: (
      <>
        −{Px} {log} {Px}
      </>
    ),
    words: 'minus P of x times the logarithm of P of x',
  },
  hq: {
    set: (
      <>
        −{Qx} {log} {Qx}
      </>
    ),
    words: 'minus Q of x times the logarithm of Q of x',
  },
  tv: {
    set: (
      <>
        {half} |{Px} − {Qx}|
      </>
    ),
    words: 'half of the absolute difference of P of x and Q of x',
  },
  w: {
    set: (
      <>
        |{P}(≤ {x}) − {Q}(≤ {x})|
      </>
    ),
    words: 'the absolute difference of the masses of P and Q up to x, over the gaps between neighbours',
  },
};

function MixtureAt() {
  return (
    <>
      <Letter of="M" />({x})
    </>
  );
}

export const QuantityLabel = ({ name }: { readonly name: QuantityName }) => (
  <Formula words={wordsOf(name)}>{names[name]}</Formula>
);

/** The sum whose terms the figure draws. */
export function TermFormula({ name }: { readonly name: QuantityName }) {
  const term = terms[name];
  return term ? (
    <Formula words={`the sum of ${term.words}`}>
      <span class="sum">∑</span>
      <sub class="under-sum">{x}</sub> {term.set}
    </Formula>
  ) : null;
}
