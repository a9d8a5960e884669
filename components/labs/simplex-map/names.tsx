import type { ComponentChildren } from 'preact';
import { Call, Formula, Letter } from '../notation.tsx';
import { type DivergenceName, divergenceOf } from './divergences.ts';
import { legsOf, type WayName } from './model.ts';

/** What a divergence is called in the choice of one. */
export const shortNames: Readonly<Record<DivergenceName, ComponentChildren>> = {
  kl: 'KL',
  lk: 'reverse KL',
  jeffreys: 'Jeffreys',
  chi: (
    <span data-sym="">
      <Letter of="χ" />²
    </span>
  ),
  jsd: 'JSD',
  root: (
    <Formula words="root of JSD">
      <span data-sym="">√JSD</span>
    </Formula>
  ),
  tv: 'TV',
  hellinger: 'Hellinger',
};

/** A divergence from one letter to another, as the notation writes it. */
function Between({
  by,
  from,
  to,
}: {
  readonly by: DivergenceName;
  readonly from: string;
  readonly to: string;
}) {
  switch (by) {
    case 'kl':
      return <Call name={<Letter of="D" />} of={[from, to]} bars />;
    case 'lk':
      return <Call name={<Letter of="D" />} of={[to, from]} bars />;
    case 'jeffreys':
      return <Call name={<Letter of="J" />} of={[from, to]} />;
    case 'chi':
      return (
        <span data-sym="">
          <Call
            name={
              <>
                <Letter of="χ" />
                <sup>2</sup>
              </>
            }
            of={[from, to]}
            bars
          />
        </span>
      );
    case 'jsd':
      return <Call name="JSD" of={[from, to]} />;
    case 'root':
      return <Call name="√JSD" of={[from, to]} />;
    case 'tv':
      return <Call name="TV" of={[from, to]} />;
    case 'hellinger':
      return (
        <Call
          name={
            <>
              <Letter of="d" />
              <sub>H</sub>
            </>
          }
          of={[from, to]}
        />
      );
  }
}

/** It and how it reads aloud. */
export const Named = (props: { readonly by: DivergenceName; readonly from: string; readonly to: string }) => (
  <Formula words={divergenceOf(props.by).words(props.from, props.to)}>
    <Between {...props} />
  </Formula>
);

/** A way as the sum of its legs. */
export const WayNamed = ({ way, by }: { readonly way: WayName; readonly by: DivergenceName }) => (
  <>
    {legsOf(way).map(([from, to], k) => (
      <>
        {k > 0 && ' + '}
        <span class="leg" key={to}>
          <Named {...{ by, from, to }} />
        </span>
      </>
    ))}
  </>
);
