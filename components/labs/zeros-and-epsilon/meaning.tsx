import { Quantity } from '../Quantity.tsx';
import {
  addedReading,
  clippedReading,
  klReading,
  type Setting,
  treatedReading,
  uniformReading,
} from './model.ts';
import type { Way } from './names.tsx';
import { isNormalised } from './treated.ts';

const negative = ' It is negative, which no divergence is.';

function Clipped({ way, setting }: { readonly way: 'clip' | 'both'; readonly setting: Setting }) {
  const ofQ = clippedReading('Q', setting);
  const ofP = clippedReading('P', setting);
  if (ofQ.value === 0 && (way === 'clip' || ofP.value === 0))
    return <>No mass is below ε: nothing changes.</>;
  return (
    <>
      Of no pair of distributions: Q’s masses are <Quantity {...ofQ} /> too many
      {way === 'both' && ofP.value > 0 && (
        <>
          , P’s <Quantity {...ofP} />
        </>
      )}
      .
    </>
  );
}

/** What the number is a number of. */
export function Meaning({ way, setting }: { readonly way: Way; readonly setting: Setting }) {
  if (way === 'kl')
    return klReading(setting).value === Infinity ? (
      <>Infinite, because P has mass where Q has none. That is its answer.</>
    ) : (
      <>Finite, because Q has mass wherever P has.</>
    );
  if (way === 'jsd')
    return (
      <>
        Needs no ε, and is at most <span data-sym="">log 2</span>.
      </>
    );
  if (way === 'smooth')
    return (
      <>
        The divergence of P from another distribution: <Quantity {...uniformReading(setting)} /> of it is
        uniform.
      </>
    );
  if (way === 'mix') return <>The divergence of P from another distribution: ε of it is uniform.</>;
  const below = !isNormalised(way) && treatedReading(way, setting).value < 0 ? negative : '';
  if (way === 'add')
    return (
      <>
        Of no pair of distributions: Q’s masses are <Quantity {...addedReading(setting)} /> too many.{below}
      </>
    );
  return (
    <>
      <Clipped way={way} setting={setting} />
      {below}
    </>
  );
}
