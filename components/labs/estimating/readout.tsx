import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { Quantity } from '../Quantity.tsx';
import type { Reading } from '../reading.ts';
import { dimensions, places, samples, type Size, sizesOf } from './kinds.ts';
import { decimal } from '../frame/grid.ts';
import { dimensionNames, told, truthNames } from './names.tsx';
import {
  biasReading,
  binnedReading,
  type Column,
  columnGivens,
  columnOf,
  drawnReading,
  expectedBias,
  finiteMeanReading,
  meanReading,
  slopeReading,
  spreadReading,
  truthReading,
} from './readings.ts';
import type { Run } from './run.ts';
import { type Setting, sizeOf } from './setting.ts';

interface Props {
  readonly setting: Setting;
  readonly run: Run | undefined;
}

const Row = ({ name, of }: { readonly name: ComponentChildren; readonly of: Reading | undefined }) =>
  of && (
    <>
      <dt>{name}</dt>
      <dd>
        <Quantity {...of} />
      </dd>
    </>
  );

const How = ({ column }: { readonly column: Column }) => (
  <>
    <data data-given="samples">{samples}</data> samples of <data data-given="draws">{column.size}</data> draws
  </>
);

/** What the samples of the chosen size say, one row a number. */
function Summary({ run, size }: { readonly run: Run; readonly size: Size }) {
  const { setting } = run;
  const column = columnOf(run, size);
  const drawn = drawnReading(run, size);
  const some = column.infinite > 0;
  return (
    <>
      <p class="group" data-givens={JSON.stringify(columnGivens(column))}>
        <How column={column} />
      </p>
      <dl class="readings">
        <div class="of-column" data-givens={JSON.stringify(columnGivens(column))}>
          <Row name="mean" of={meanReading(setting, column)} />
          <Row name="bias, mean less true value" of={biasReading(setting, column)} />
          <Row name="bias to be expected" of={expectedBias(setting, size)} />
          {some && (
            <>
              <dt>infinite estimates</dt>
              <dd>
                <data data-given="infinite">{column.infinite}</data>
              </dd>
            </>
          )}
          <Row name="mean of the others" of={finiteMeanReading(setting, column)} />
          <Row name={some ? 'spread of the others' : 'spread'} of={spreadReading(setting, column)} />
        </div>
        {drawn && (
          <div class="of-column" data-givens={JSON.stringify(drawn.givens)}>
            <Row name="the first sample alone (ring)" of={drawn} />
          </div>
        )}
      </dl>
    </>
  );
}

function Rates({ run, setting }: { readonly run: Run; readonly setting: Setting }) {
  return (
    <>
      {dimensions.map((dimension, k) => {
        const column = columnOf(run, sizeOf(setting, k), k);
        const slope = slopeReading(run, k);
        return (
          <div key={dimension}>
            <p class="group" data-givens={JSON.stringify(columnGivens(column))}>
              {dimensionNames[k]}, <How column={column} />
            </p>
            <dl class="readings">
              <div class="of-column" data-givens={JSON.stringify(columnGivens(column))}>
                <Row name="mean distance" of={meanReading(run.setting, column)} />
                <Row name="spread" of={spreadReading(run.setting, column)} />
              </div>
              <div class="of-column" data-givens={JSON.stringify(slope.givens)}>
                <Row name="power of the size" of={slope} />
              </div>
            </dl>
          </div>
        );
      })}
    </>
  );
}

export function Readout({ setting, run }: Props) {
  const { kind, size } = setting;
  const summary = useMemo(
    () => run && (kind === 'cube' ? <Rates {...{ run, setting }} /> : <Summary {...{ run, size }} />),
    [run, kind, size],
  );
  return (
    <>
      {kind !== 'cube' && (
        <dl class="readings truths">
          <Row name={<>true value, {truthNames[kind]}</>} of={truthReading(setting)} />
          <Row name="what the bins leave" of={binnedReading(setting)} />
        </dl>
      )}
      {summary}
      <p class="said">{told[kind]}</p>
    </>
  );
}

/** The estimates from the samples of the chosen size. */
function Estimated({ setting, run }: { readonly setting: Setting; readonly run: Run }) {
  const { kind } = run.setting;
  return (
    <>
      <p>Those of the chosen size:</p>
      {run.series.map((_, series) => {
        const column = columnOf(run, sizeOf({ kind, size: setting.size }, series), series);
        return (
          <p key={series} class="all" data-givens={JSON.stringify(columnGivens(column))}>
            {column.finite.map((value, k) => (
              <span key={k}>
                <data data-given={`x_i(${k + 1})`}>{decimal({ places }, value).replace('-', '−')}</data>{' '}
              </span>
            ))}
          </p>
        );
      })}
    </>
  );
}

/** What would make the page heavy before anybody asks for it: drawn once the table has been opened. */
function OnceOpened({ children }: { readonly children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null);
  const opened = useSignal(false);
  useEffect(() => {
    const details = place.current!.closest('details')!;
    const look = (): void => {
      opened.value ||= details.open;
    };
    look();
    details.addEventListener('toggle', look);
    return () => details.removeEventListener('toggle', look);
  }, []);
  return <div ref={place}>{opened.value && children}</div>;
}

/** The means and spreads of all sizes, and what they are of. */
export function Table({ setting, run }: Props) {
  if (!run) return <p>These samples have not been drawn yet.</p>;
  const { kind } = run.setting;
  return (
    <>
      {run.series.map((_, series) => (
        <table key={series}>
          {kind === 'cube' && <caption>{dimensionNames[series]}</caption>}
          <thead>
            <tr>
              <th scope="col">draws</th>
              <th scope="col">mean</th>
              <th scope="col">spread</th>
              <th scope="col">infinite</th>
            </tr>
          </thead>
          <tbody>
            {sizesOf(kind, series).map((size) => {
              const column = columnOf(run, size, series);
              const spread = spreadReading(run.setting, column);
              return (
                <tr key={size} data-givens={JSON.stringify(columnGivens(column))}>
                  <th scope="row" data-given="draws">
                    {size}
                  </th>
                  <td>
                    <Quantity
                      {...(finiteMeanReading(run.setting, column) ?? meanReading(run.setting, column))}
                    />
                  </td>
                  <td>{spread && <Quantity {...spread} />}</td>
                  <td data-given="infinite">{column.infinite}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ))}
      <p>Means and spreads are of the estimates that are finite.</p>
      <OnceOpened>
        <Estimated {...{ setting, run }} />
      </OnceOpened>
    </>
  );
}

/** What is read aloud. */
export function spoken(setting: Setting, run: Run | undefined) {
  if (!run) return <>These samples are being drawn.</>;
  const column = columnOf(run, sizeOf(setting));
  const spread = spreadReading(run.setting, column);
  return (
    <>
      {setting.kind !== 'cube' && (
        <>
          True value: <Quantity {...truthReading(setting)} />.{' '}
        </>
      )}
      <span data-givens={JSON.stringify(columnGivens(column))}>
        Mean of <How column={column} />: <Quantity {...meanReading(run.setting, column)} />.{' '}
        {spread && (
          <>
            Spread: <Quantity {...spread} />.
          </>
        )}
      </span>
    </>
  );
}
