import type { Row } from './row.ts';
import { ofDensities, ofEstimators, ofFamilies, ofSpecialFunctions } from './rows-of-families.ts';
import { ofGradients, ofInformation, ofProjections } from './rows-of-information.ts';
import { ofDivergences, ofPairs } from './rows-of-pmfs.ts';
import { ofTransport } from './rows-of-transport.ts';

/** Every committed reference row of the core, with what the core makes of it. */
export function* referenceRows(): Generator<Row> {
  yield* ofPairs();
  yield* ofDivergences();
  yield* ofInformation();
  yield* ofGradients();
  yield* ofFamilies();
  yield* ofSpecialFunctions();
  yield* ofEstimators();
  yield* ofTransport();
  yield* ofDensities();
  yield* ofProjections();
}
