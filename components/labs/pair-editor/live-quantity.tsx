import { Quantity } from '../Quantity.tsx';
import type { Lab } from './lab.ts';
import type { QuantityName } from './quantities.ts';

interface Props {
  readonly lab: Lab;
  readonly name: QuantityName;
}

/** A quantity of the pair as it is now. What stands around it is not drawn again when the pair changes. */
export function LiveQuantity({ lab, name }: Props) {
  return <Quantity {...lab.readings.value[name]} />;
}
