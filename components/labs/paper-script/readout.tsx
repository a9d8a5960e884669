import { Formula, Letter, quantityNames } from '../notation.tsx';
import { Quantity } from '../Quantity.tsx';
import type { Kind } from './kinds.ts';
import {
  greatest,
  type Histogram,
  histogramGivens,
  histograms,
  moved,
  requestOf,
  seen,
  setGivens,
  type Setting,
} from './model.ts';
import { runOf } from './results.ts';
import type { Run } from './run.ts';

interface Props {
  readonly run: Run;
  readonly kind: Kind;
}

const histogramNames: Readonly<Record<Histogram, string>> = {
  distances: 'in the distances',
  entropies: 'in the entropies',
};

const told: Readonly<Record<Kind, string>> = {
  same: 'The set of images is the same, so there is nothing to see.',
  turned:
    'Every image is another one. The script sees nothing of it: its distance sorts the pixel values, and an entropy adds up, wherever they stand.',
  sorted:
    'All images are now the same slope from dark to bright, as good as one image. The script sees nothing of it: each image still has its own values.',
  one: 'Nothing varies any more. The entropy is one bar; the distances are spread nearly as before, since they vary with the noise.',
};

const divergence = (
  <Formula words="Jensen–Shannon divergence of the two histograms">{quantityNames['\\JSD{P}{Q}']}</Formula>
);

const Seen = ({ run, kind, of }: Props & { readonly of: Histogram }) => (
  <span data-givens={JSON.stringify(histogramGivens(run, of, kind))}>
    <Quantity {...seen(run, of, kind)} />
  </span>
);

const Moved = ({ run, kind }: Props) => (
  <span data-givens={JSON.stringify(setGivens(run, kind))}>
    <Quantity {...moved(run, kind)} />
  </span>
);

export const Readout = ({ run, kind }: Props) => (
  <div class="compared">
    <p class="group">What the script sees: {divergence}</p>
    <dl class="readings">
      {histograms.map((of) => (
        <>
          <dt key={`name${of}`}>{histogramNames[of]}</dt>
          <dd key={of}>
            <Seen {...{ run, kind, of }} />
          </dd>
        </>
      ))}
    </dl>
    <p class="group">What was meant: images as points</p>
    <dl class="readings">
      <dt>transport cost</dt>
      <dd>
        <Moved {...{ run, kind }} />
      </dd>
    </dl>
    <p class="said">{told[kind]}</p>
    <p class="said">
      <Letter of="P" /> is of the images as the generator makes them. The cost is that between the first six
      images and what becomes of them, by the root mean square difference of their pixels. No entropy of an
      image exceeds{' '}
      <span data-givens="{}">
        <Quantity {...greatest} />
      </span>
      .
    </p>
  </div>
);

/** Both histograms, bin by bin. */
export const Table = ({ run, kind }: Props) => (
  <>
    {histograms.map((of) => {
      const givens = histogramGivens(run, of, kind);
      const [P, Q] = [givens['P'], givens['Q']] as [readonly string[], readonly string[]];
      return (
        <table key={of} data-givens={JSON.stringify(givens)}>
          <caption>
            {of === 'distances' ? 'Distances' : 'Entropies'}, from the least bin to the greatest
          </caption>
          <tbody>
            {(
              [
                ['P', P],
                ['Q', Q],
              ] as const
            ).map(([name, shares]) => (
              <tr key={name}>
                <th scope="row">
                  <Letter of={name} />
                </th>
                {shares.map((share, bin) => (
                  <td key={bin} data-given={`${name}(${bin + 1})`}>
                    {share}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    })}
  </>
);

/** What is read aloud. */
export const spoken = (setting: Setting) => {
  const run = runOf(requestOf(setting));
  if (!run) return <>This setting has not been run yet.</>;
  const { kind } = setting;
  return (
    <>
      {histograms.map((of) => (
        <span key={of}>
          Jensen–Shannon divergence {histogramNames[of]}: <Seen {...{ run, kind, of }} />.{' '}
        </span>
      ))}
      Transport cost between the sets of images: <Moved {...{ run, kind }} />. {told[kind]}
    </>
  );
};
