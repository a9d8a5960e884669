import type { ComponentChildren } from 'preact';
import { Call, Formula, Letter } from '../notation.tsx';
import type { Order } from './exact.ts';
import type { End } from './solutions.ts';

const orderWords: Readonly<Record<Order, string>> = { 1: 'one', 2: 'two', 3: 'three' };

export const costWords: Readonly<Record<Order, string>> = {
  1: 'distance',
  2: 'square of the distance',
  3: 'cube of the distance',
};

/** What the numbers of the figure are called; ε stands where it is between its ends, and the end otherwise. */
export const names = {
  least: 'least',
  earned: 'earned',
  gap: 'gap',
  moved: 'moved',
  bias: 'bias',
  price: 'price',
  worth: 'worth',
  P: 'ofP',
  Q: 'ofQ',
  divergence: 'divergence',
} as const;
export type Name = keyof typeof names;

const endSign = (end: End): ComponentChildren =>
  end === 'exact' ? '0' : end === 'independent' ? '∞' : <Letter of="ε" />;

const Regularised = ({
  name,
  of,
  end,
}: {
  readonly name: ComponentChildren;
  readonly of: readonly string[];
  readonly end: End;
}) => (
  <Call
    name={
      <>
        {name}
        <sub>{endSign(end)}</sub>
      </>
    }
    of={of}
  />
);

const words = (name: Name, order: Order): string =>
  ({
    least: `least cost, the Wasserstein distance of order ${orderWords[order]} to the power of ${orderWords[order]}`,
    earned: 'what the potentials earn',
    gap: 'gap between the two',
    moved: 'cost of the plan that is drawn',
    bias: 'what it costs more than the least',
    price: 'price of what the plan knows: epsilon times its mutual information',
    worth: 'regularised cost of P and Q',
    P: 'regularised cost of P and itself',
    Q: 'regularised cost of Q and itself',
    divergence: 'Sinkhorn divergence of P and Q',
  })[name];

export const wordsOf = words;

/** The number's name as it is printed. */
export function Named({
  name,
  order,
  end,
}: {
  readonly name: Name;
  readonly order: Order;
  readonly end: End;
}) {
  const formula = ((): ComponentChildren => {
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
        return <Regularised name="OT" of={['P', 'Q']} end={end} />;
      case 'P':
        return <Regularised name="OT" of={['P', 'P']} end={end} />;
      case 'Q':
        return <Regularised name="OT" of={['Q', 'Q']} end={end} />;
      case 'divergence':
        return <Regularised name={<Letter of="S" />} of={['P', 'Q']} end={end} />;
      default:
        return undefined;
    }
  })();
  const plain: Partial<Record<Name, string>> = {
    least: 'least cost',
    earned: 'what the potentials earn',
    gap: 'gap between the two',
    moved: 'cost of the plan',
    bias: 'more than the least',
    price: 'price of what it knows',
  };
  return (
    <>
      {plain[name]}
      {plain[name] !== undefined && formula !== undefined && ', '}
      {formula !== undefined && (
        <Formula words={plain[name] === undefined ? words(name, order) : words(name, order).split(', ')[1]!}>
          <span data-sym="">{formula}</span>
        </Formula>
      )}
    </>
  );
}
