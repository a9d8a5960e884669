/** `node tests/browser/serve.ts <folder> <port>`: a loopback server for the built site that compresses as a host does. */
import { createServer } from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

const root = resolve(process.argv[2] ?? 'dist');
const port = Number(process.argv[3] ?? 4391);

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};
const compressed = new Map<string, Buffer>();

function body(file: string): { content: Buffer; encoding?: string } {
  const content = readFileSync(file);
  if (!/\.(?:html|css|js|json|svg)$/.test(file)) return { content };
  const small = compressed.get(file) ?? brotliCompressSync(content);
  compressed.set(file, small);
  return { content: small, encoding: 'br' };
}

createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://localhost');
  let file = join(root, decodeURIComponent(pathname));
  const found = file.startsWith(root) ? statSync(file, { throwIfNoEntry: false }) : undefined;
  if (found?.isDirectory() && !pathname.endsWith('/')) {
    response.writeHead(308, { location: `${pathname}/` }).end();
    return;
  }
  if (found?.isDirectory()) file = join(file, 'index.html');
  const exists = found !== undefined && statSync(file, { throwIfNoEntry: false })?.isFile();
  const { content, encoding } = body(exists ? file : join(root, '404.html'));
  response.writeHead(exists ? 200 : 404, {
    'content-type': types[exists ? extname(file) : '.html'] ?? 'application/octet-stream',
    'content-length': content.length,
    'cache-control': 'no-store',
    ...(encoding && { 'content-encoding': encoding }),
  });
  response.end(request.method === 'HEAD' ? undefined : content);
}).listen(port, '127.0.0.1');

process.on('SIGTERM', () => process.exit(0));
