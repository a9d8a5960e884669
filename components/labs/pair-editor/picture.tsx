import { PairedBars } from '../../charts/paired-bars.tsx';
import { whole } from '../masses.ts';
import { presetPair } from './presets.ts';

/** The gallery’s picture. */
export function Picture() {
  const { P, Q } = presetPair('script');
  const shares = (masses: readonly number[]): number[] => masses.map((mass) => mass / whole);
  return <PairedBars solid={shares(P)} dashed={shares(Q)} />;
}
