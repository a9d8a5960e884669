import type { ComponentChildren } from 'preact';

const colours: Readonly<Record<string, string>> = {
  P: 'letter letter-P',
  Q: 'letter letter-Q',
  M: 'letter letter-M',
};

/** A letter of the mathematics; P, Q and their mixture M take their colours. */
export const Letter = ({ of }: { readonly of: string }) => <i class={colours[of] ?? 'letter'}>{of}</i>;

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
