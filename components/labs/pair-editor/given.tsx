import { decimalOf } from '../masses.ts';
import type { Side } from './model.ts';

interface Props {
  readonly side: Side;
  readonly outcome: number;
  readonly mass: number;
}

/** A mass as text: the exact decimal that the computation reads. */
export function Given({ side, outcome, mass }: Props) {
  const given = decimalOf(mass);
  return (
    <data class="g" value={given} data-given={`${side}(${outcome + 1})`}>
      {given}
    </data>
  );
}
