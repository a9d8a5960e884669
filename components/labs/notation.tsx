import type { ComponentChildren } from 'preact';

/** A letter of the mathematics; P and Q take their colours. */
export function Letter({ of }: { readonly of: string }) {
  return <i class={`letter letter-${of}`}>{of}</i>;
}

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
