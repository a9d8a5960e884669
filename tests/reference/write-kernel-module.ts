import { writeFileSync } from 'node:fs';
import { kernelBytes } from '../../src/core/wasm/kernel-source.ts';

// Assembles the kernels and writes them, in base64, next to their source.
const lines = Buffer.from(kernelBytes())
  .toString('base64')
  .match(/.{1,100}/g)!;
const text = lines.map((line) => `  '${line}'`).join(' +\n');
writeFileSync(
  new URL('../../src/core/wasm/kernel-module.ts', import.meta.url),
  `/** What kernel-source.ts assembles to, in base64; a test compares them. */\nexport const KERNEL_MODULE =\n${text};\n`,
);
