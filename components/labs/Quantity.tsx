import { useEffect } from 'preact/hooks';
import { loadCertifiedCore } from './certified-core.ts';
import { type Reading, readingText } from './reading.ts';

interface Props extends Reading {
  /** Lets the unit go to the next line where a column is narrow; the text stays the same. */
  readonly narrow?: boolean;
}

/** How far the double may be from the truth, where that is more than whoever computes on would suppose. */
function widthOf({ value, relativeErrorBound, absoluteErrorBound }: Reading): string | undefined {
  const size = Math.abs(value);
  const width = size * relativeErrorBound + absoluteErrorBound;
  return width > 1e-12 * size && width < Infinity ? String(width) : undefined;
}

const undecided = 'not certain to four digits; the digits shown are';

/**
 * The one element of a computed number in a lab: four significant digits and the unit, as one unbreakable whole up to the unit. The
 * givens stand on the nearest ancestor with `data-givens`. Where the double leaves a digit open, the certified core is fetched, and
 * until it is here the digits that are certain are shown. Where nothing can settle four digits, the element says so.
 */
export function Quantity({ narrow = false, ...reading }: Props) {
  const { text, certainty } = readingText(reading);
  const open = certainty === 'open';
  useEffect(() => {
    if (open) void loadCertifiedCore();
  }, [open]);
  const unitAt = narrow && reading.unit ? text.length - reading.unit.length - 1 : text.length;
  return (
    <>
      <data
        class="q"
        value={String(reading.value)}
        data-of={reading.of}
        data-in={reading.unit || undefined}
        data-certainty={certainty === 'settled' ? undefined : certainty}
        data-within={widthOf(reading)}
        aria-busy={open || undefined}
        title={certainty === 'undecided' ? undecided : undefined}
      >
        {text.slice(0, unitAt)}
        {unitAt < text.length && (
          <>
            <wbr />
            {text.slice(unitAt)}
          </>
        )}
      </data>
      {certainty === 'undecided' && <span class="visually-hidden"> ({undecided})</span>}
    </>
  );
}
