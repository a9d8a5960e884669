import { accuracyTable } from './accuracy.ts';
import { quantityErrorsTable } from './quantity-errors.ts';
import { startSciPy } from './scipy.ts';
import { speedTable } from './speed.ts';
import { transportTable } from './transport.ts';

// npm run bench [-- --large]: 10⁷ outcomes too.
const sizes = process.argv.includes('--large') ? [10, 1e3, 1e5, 1e6, 1e7] : [10, 1e3, 1e5, 1e6];

const scipy = await startSciPy();
console.log(
  scipy ? `SciPy ${scipy.version}, Node ${process.version}\n` : `SciPy: absent. Node ${process.version}\n`,
);
console.log(
  'Largest error in units in the last place of the exact value (50 digits); ∞: wrong infinity or sign\n',
);
console.log(await accuracyTable(scipy));
console.log(
  '\nEvery public quantity on the row of tests/reference where it is furthest from the truth (a value below 2⁻¹⁰²²: in ulp)\n',
);
console.log(quantityErrorsTable());
console.log(
  '\nCPU time of ours over that of the peer, medians of 11 alternating pairs; below 1, ours is faster\n',
);
console.log(await speedTable(scipy, sizes));
scipy?.close();
console.log(`\n${await transportTable()}`);
