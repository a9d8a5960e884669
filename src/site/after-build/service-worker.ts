import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files that are there from the first visit on: pages, scripts, fonts and the search index; not Pagefind's own user interfaces. */
const kept =
  /^(?!pagefind\/pagefind-.*ui|pagefind\/.*highlight|_astro\/whole-).*\.(?:html|js|woff2|svg|pf_meta|pf_index|pf_fragment|pagefind|json)$/;

const worker = (version: string, files: readonly string[]) => `// Written by the build.
const VERSION = ${JSON.stringify(version)};
const FILES = ${JSON.stringify(files)};
addEventListener('install', (event) => event.waitUntil(
  caches.open(VERSION).then((cache) => cache.addAll(FILES)).then(() => skipWaiting())));
addEventListener('activate', (event) => event.waitUntil(
  caches.keys().then((keys) => Promise.all(keys.filter((key) => key !== VERSION).map((key) => caches.delete(key)))).then(() => clients.claim())));
addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || new URL(request.url).origin !== location.origin) return;
  // The network first, so that a page is never staler than it must be; the copy where there is no network.
  event.respondWith(fetch(request).catch(async () =>
    (await caches.match(request, { ignoreSearch: true })) ?? (await caches.match('/404.html'))));
});
`;

/** Writes the service worker that keeps the whole site, its search included, readable without a network. */
export function writeServiceWorker(dist: string): void {
  const files = readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(dist, file)).isFile() && kept.test(file))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(join(dist, file)));
  const addresses = files.map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
  writeFileSync(join(dist, 'sw.js'), worker(hash.digest('hex').slice(0, 12), addresses));
}
