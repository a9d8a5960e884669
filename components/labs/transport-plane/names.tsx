import type { ComponentChildren } from 'preact';
import { Call, Formula, Letter } from '../notation.tsx';
import type { End, Order } from './solution.ts';

/** The numbers of the figure: those of the exact problem, and those at this ε. */
export const groups = {
  exact: ['least', 'earned', 'gap'],
  blurred: ['moved', 'bias', 'price', 'worth', 'P', 'Q', 'divergence'],
} as const;
export type Group = keyof typeof groups;
export type Name = (typeof groups)[Group][number];

export const costWords: Readonly<Record<Order, string>> = {
  1: 'distance',
  2: 'square of the distance',
  3: 'cube of the distance',
};

/** What a number is, in words. */
export const wordsOf: Readonly<Record<Name, string>> = {
  least: 'least cost',
  earned: 'what the potentials earn',
  gap: 'gap between the two',
  moved: 'cost of the plan',
  bias: 'more than the least cost',
  price: 'price of what it knows',
  worth: 'regularised cost of P and Q',
  P: 'regularised cost of P and itself',
  Q: 'regularised cost of Q and itself',
  divergence: 'Sinkhorn divergence of P and Q',
};

const signOf = (end: End): ComponentChildren =>
  end === undefined ? <Letter of="ε" /> : end === 'exact' ? '0' : '∞';

/** A name with ε below it, or with the end that ε has come to. */
const At = ({ name, end }: { readonly name: ComponentChildren; readonly end: End }) => (
  <>
    {name}
    <sub>{signOf(end)}</sub>
  </>
);

interface NamedProps {
  readonly name: Name;
  readonly order: Order;
  readonly end: End;
}

/** How the quantities among them are written. */
function written({ name, order, end }: NamedProps): ComponentChildren {
  switch (name) {
    case 'least':
      return (
        <>
          <Letter of="W" />
          <sub>{order}</sub>
          {order !== '1' && <sup>{order}</sup>}(<Letter of="P" />, <Letter of="Q" />)
        </>
      );
    case 'worth':
      return <Call name={<At name="OT" end={end} />} of={['P', 'Q']} />;
    case 'P':
    case 'Q':
      return <Call name={<At name="OT" end={end} />} of={[name, name]} />;
    case 'divergence':
      return <Call name={<At name={<Letter of="S" />} end={end} />} of={['P', 'Q']} />;
    default:
      return undefined;
  }
}

/** A number's name as it is printed: its formula, where it has one, and words. */
export function Named(props: NamedProps) {
  const formula = written(props);
  const words = wordsOf[props.name];
  if (formula === undefined) return <>{words}</>;
  return (
    <>
      {props.name === 'least' && 'least cost '}
      <Formula words={props.name === 'least' ? 'by the Wasserstein distance' : words}>
        <span data-sym="">{formula}</span>
      </Formula>
    </>
  );
}
