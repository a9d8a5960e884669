import type { ComponentChildren } from 'preact';

const colours: Readonly<Record<string, string>> = {
  P: 'letter letter-P',
  Q: 'letter letter-Q',
  M: 'letter letter-M',
};

/** A letter of the mathematics; P, Q and their mixture M take their colours. The dot that holds the place of an argument is in no font for letters. */
export const Letter = ({ of }: { readonly of: string }) =>
  of === '·' ? <>·</> : <i class={colours[of] ?? 'letter'}>{of}</i>;

/** Typeset by hand and read aloud in words: no formula renderer is sent to the reader. */
export function Formula({
  words,
  children,
}: {
  readonly words: string;
  readonly children: ComponentChildren;
}) {
  return (
    <span class="hand-set">
      <span class="visually-hidden">{words}</span>
      <span aria-hidden="true">{children}</span>
    </span>
  );
}

export const Fraction = ({ over, under }: Record<'over' | 'under', ComponentChildren>) => (
  <span class="fraction">
    <span>{over}</span>
    <span>{under}</span>
  </span>
);

/** A name and its arguments: JSD(P, Q). The bars of a divergence keep their distance from its letters. */
export function Call({
  name,
  of,
  bars = false,
}: {
  readonly name: ComponentChildren;
  readonly of: readonly string[];
  readonly bars?: boolean;
}) {
  return (
    <>
      {name}(
      {of.map((letter, k) => (
        <>
          {k > 0 && (bars ? ' ‖ ' : ', ')}
          <Letter of={letter} />
        </>
      ))}
      )
    </>
  );
}

/** The quantities that figures name most, by what they are called in the notation. */
export const quantityNames = {
  '\\KL{P}{Q}': <Call name={<Letter of="D" />} of={['P', 'Q']} bars />,
  '\\KL{Q}{P}': <Call name={<Letter of="D" />} of={['Q', 'P']} bars />,
  '\\H{P}': <Call name={<Letter of="H" />} of={['P']} />,
  '\\H{Q}': <Call name={<Letter of="H" />} of={['Q']} />,
  '\\CE{P}{Q}': <Call name={<Letter of="H" />} of={['P', 'Q']} />,
  '\\JSD{P}{Q}': <Call name="JSD" of={['P', 'Q']} />,
  '\\TV{P}{Q}': <Call name="TV" of={['P', 'Q']} />,
} as const;
