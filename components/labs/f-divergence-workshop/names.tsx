import type { ComponentChildren } from 'preact';
import { Call, Formula, Fraction, Letter } from '../notation.tsx';
import type { Kind, NamedKind } from './kinds.ts';
import type { RowName } from './readings.ts';

const t = <Letter of="t" />;
const alpha = <span data-sym="">α</span>;
const pair = ['P', 'Q'];
/** Powers, halves and ones of a function are its name. */
const Sym = ({ children }: { readonly children: ComponentChildren }) => <span data-sym="">{children}</span>;
const squaredName = (name: ComponentChildren) => (
  <Sym>
    {name}
    <sup>2</sup>
  </Sym>
);

export const kindNames: Readonly<Record<Kind, ComponentChildren>> = {
  kl: 'KL',
  rk: 'reverse KL',
  je: 'Jeffreys',
  js: 'JSD',
  tv: 'TV',
  he: squaredName('Hellinger'),
  ch: squaredName('χ'),
  ne: <>Neyman’s {squaredName('χ')}</>,
  tr: 'triangular',
  al: <>{alpha} family</>,
  dr: 'drawn by hand',
};

const half = <Fraction over="1" under="2" />;
const tMinusOne = <>({t} − 1)</>;

/** f(t), typeset and in words. */
export const functionOf: Readonly<Record<Exclude<Kind, 'dr'>, ComponentChildren>> = {
  kl: (
    <>
      {t} log {t}
    </>
  ),
  rk: <>−log {t}</>,
  je: (
    <>
      {tMinusOne} log {t}
    </>
  ),
  js: (
    <>
      {half} {t} log {t} − {half} ({t} + 1) log <Fraction over={<>{t} + 1</>} under="2" />
    </>
  ),
  tv: (
    <>
      {half} |{t} − 1|
    </>
  ),
  he: (
    <>
      {half} (√{t} − 1)<sup>2</sup>
    </>
  ),
  ch: (
    <>
      {tMinusOne}
      <sup>2</sup>
    </>
  ),
  ne: (
    <Fraction
      over={
        <>
          {tMinusOne}
          <sup>2</sup>
        </>
      }
      under={t}
    />
  ),
  tr: (
    <Fraction
      over={
        <>
          {tMinusOne}
          <sup>2</sup>
        </>
      }
      under={<>{t} + 1</>}
    />
  ),
  al: (
    <Fraction
      over={
        <>
          {t}
          <sup>α</sup> − α{t} − (1 − α)
        </>
      }
      under={<>α(α − 1)</>}
    />
  ),
};

export const divergences: Readonly<Record<Kind, ComponentChildren>> = {
  kl: <Call name={<Letter of="D" />} of={pair} bars />,
  rk: <Call name={<Letter of="D" />} of={['Q', 'P']} bars />,
  je: <Call name={<Letter of="J" />} of={pair} />,
  js: <Call name="JSD" of={pair} />,
  tv: <Call name="TV" of={pair} />,
  he: <Call name={squaredName('H')} of={pair} />,
  ch: <Call name={squaredName('χ')} of={pair} bars />,
  ne: <Call name={squaredName('χ')} of={['Q', 'P']} bars />,
  tr: <Call name="Δ" of={pair} />,
  al: (
    <Call
      name={
        <>
          <Letter of="D" />
          <sup>({alpha})</sup>
        </>
      }
      of={pair}
      bars
    />
  ),
  dr: (
    <Call
      name={
        <>
          <Letter of="D" />
          <sub>
            <Letter of="f" />
          </sub>
        </>
      }
      of={pair}
      bars
    />
  ),
};

export const wordsOfKind: Readonly<Record<Kind, string>> = {
  kl: 'KL divergence of P from Q',
  rk: 'KL divergence of Q from P',
  je: 'Jeffreys divergence of P and Q',
  js: 'Jensen–Shannon divergence of P and Q',
  tv: 'total variation distance of P and Q',
  he: 'squared Hellinger distance of P and Q',
  ch: 'chi-squared divergence of P from Q',
  ne: 'chi-squared divergence of Q from P',
  tr: 'triangular discrimination of P and Q',
  al: 'alpha divergence of P from Q',
  dr: 'f-divergence of P from Q',
};

/** Of the axes of the joint range. */
export const shortNames: Readonly<Record<NamedKind, ComponentChildren>> = {
  kl: 'KL',
  rk: 'reverse KL',
  je: <Letter of="J" />,
  js: 'JSD',
  tv: 'TV',
  he: squaredName('H'),
  ch: squaredName('χ'),
  ne: <>Neyman’s {squaredName('χ')}</>,
  tr: 'Δ',
};

const P = <Letter of="P" />;
const Q = <Letter of="Q" />;
const T = <Letter of="T" />;
const f = <Letter of="f" />;
const quotient = (
  <>
    {P}/{Q}
  </>
);
const star = (
  <>
    {f}*({T})
  </>
);
/** The font has its prime as a superscript. */
const slope = (
  <>
    {f}
    <sup>′</sup>
  </>
);

export const valueOfCritic = (
  <>
    E<sub>{P}</sub>
    {T} − E<sub>{Q}</sub>
    {star}
  </>
);

export const rows: Readonly<Record<RowName, { readonly shown: ComponentChildren; readonly words: string }>> =
  {
    quotient: { shown: quotient, words: 'quotient of the masses' },
    best: {
      shown: (
        <>
          {slope}({quotient})
        </>
      ),
      words: 'best score: slope of f at the quotient',
    },
    score: { shown: T, words: 'score' },
    conjugate: { shown: star, words: 'conjugate of f at the score' },
    term: {
      shown: (
        <>
          {Q}
          {f}({quotient})
        </>
      ),
      words: 'term of the divergence',
    },
    gain: {
      shown: (
        <>
          {P}
          {T} − {Q}
          {star}
        </>
      ),
      words: 'what the score is worth',
    },
  };

export const Limit = ({ at }: { readonly at: 'atZero' | 'atInfinity' }) =>
  at === 'atZero' ? (
    <Formula words="f at zero, the price of mass that only Q has">
      {f}
      <Sym>(0)</Sym>
    </Formula>
  ) : (
    <Formula words="slope of f at infinity, the price of mass that only P has">
      {slope}
      <Sym>(∞)</Sym>
    </Formula>
  );
