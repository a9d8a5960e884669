import { printAccuracy } from './accuracy.ts';
import { unreached } from './goals.ts';
import { startPythons } from './python.ts';
import { printQuantityErrors } from './quantity-errors.ts';
import { printSameBits } from './same-bits.ts';
import { printScript } from './script.ts';
import { printSpeed } from './speed.ts';
import { printTransport } from './transport.ts';
import { printTransportAccuracy } from './transport-accuracy.ts';

// npm run bench [-- accuracy,speed [<regular expression for the names of rows of speed>]]
const pythons = await startPythons();

const speed = 'CPU time of ours over that of the peer, medians of alternating pairs; below 1, ours is faster';
const sections: Readonly<Record<string, readonly [string, (wanted: RegExp) => Promise<void>]>> = {
  accuracy: [
    'Largest relative error in each family, from fifty digits or more, beside that of the library that errs least there',
    () => printAccuracy(pythons),
  ],
  'transport-accuracy': ['Errors of plans', () => printTransportAccuracy(pythons)],
  quantities: [
    'Every public quantity on the row of tests/reference where it is furthest from the truth (a value below 2⁻¹⁰²²: in ulp)',
    async () => printQuantityErrors(),
  ],
  speed: [speed, (wanted) => printSpeed(pythons, wanted)],
  'same-bits': ['What the same bits in every engine cost', () => printSameBits()],
  transport: [speed, (wanted) => printTransport(pythons, wanted)],
  script: [speed, () => printScript(pythons)],
};

const [only, rows = '.'] = process.argv.slice(2);
console.log(
  `Node ${process.version}; ${pythons.map(({ name }) => name).join('; ') || 'no Python with SciPy'}`,
);
for (const [name, [title, print]] of Object.entries(sections)) {
  if (only !== undefined && !only.split(',').includes(name)) continue;
  console.log(`\n## ${name}\n\n${title}\n`);
  await print(new RegExp(rows));
}
console.log(`\n## goals not reached\n\n${unreached()}`);
for (const python of pythons) python.close();
