import { writeFileSync } from 'node:fs';
import { kernelBytes } from '../../src/core/wasm/kernel-source.ts';
import { scalingBytes } from '../../src/core/wasm/scaling-source.ts';

/** Writes what a source assembles to, in base64, next to it. */
function write(source: string, constant: string, bytes: Uint8Array): void {
  const lines = Buffer.from(bytes)
    .toString('base64')
    .match(/.{1,100}/g)!;
  const text = lines.map((line) => `  '${line}'`).join(' +\n');
  writeFileSync(
    new URL(`../../src/core/wasm/${source.replace('source', 'module')}`, import.meta.url),
    `/** What ${source} assembles to, in base64; a test compares them. */\nexport const ${constant} =\n${text};\n`,
  );
}

write('kernel-source.ts', 'KERNEL_MODULE', kernelBytes());
write('scaling-source.ts', 'SCALING_MODULE', scalingBytes());
