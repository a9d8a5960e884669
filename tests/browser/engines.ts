import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/**
 * Engines beside Chromium in which a script can be run when they are installed: Firefox, and JavaScriptCore, the engine of
 * WebKit, by its own shell. Neither needs a driver or a display.
 */

const TIME_LIMIT = 90_000;

/** The file named by an environment variable (an error if it is not there), else the first of the names on the PATH. */
export function findProgram(variable: string, names: readonly string[]): string | undefined {
  const named = process.env[variable];
  if (named) {
    if (!statSync(named, { throwIfNoEntry: false })?.isFile()) {
      throw new Error(`${variable} is ${named}, and there is no such file`);
    }
    return named;
  }
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export const findFirefox = () => findProgram('FIREFOX_BIN', ['firefox-esr', 'firefox']);
export const findJavaScriptCore = () => findProgram('JAVASCRIPTCORE_BIN', ['jsc']);

/** What `script` sends: it is given `send`, to be called once with a string. */
export function runInJavaScriptCore(binary: string, script: string): Promise<string> {
  return inFolder((folder) => {
    const file = join(folder, 'script.js');
    writeFileSync(file, `const send = (text) => print(text);\n${script}`);
    return outputOf(binary, [file]);
  });
}

/** The same in Firefox without a window: a page of a local server runs the script and posts what it sends. */
export function runInFirefox(binary: string, script: string): Promise<string> {
  return inFolder(async (profile) => {
    const { server, address, received } = await serveScript(script);
    const child = spawn(binary, ['--headless', '--no-remote', '--profile', profile, address], {
      stdio: 'ignore',
      detached: true,
    });
    const failure = new Promise<never>((_, reject) => {
      child.once('error', reject);
      setTimeout(
        () => reject(new Error(`${binary} sent nothing in ${TIME_LIMIT / 1000} s`)),
        TIME_LIMIT,
      ).unref();
    });
    try {
      return await Promise.race([received, failure]);
    } finally {
      server.close();
      server.closeAllConnections();
      await stop(child);
    }
  });
}

/** Ends the browser that we started with the processes that it started: they are one group. */
async function stop(child: ReturnType<typeof spawn>): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}

async function serveScript(
  script: string,
): Promise<{ server: Server; address: string; received: Promise<string> }> {
  let arrived: (text: string) => void = () => undefined;
  const received = new Promise<string>((resolve) => (arrived = resolve));
  const page = `<!doctype html><title>script</title><script>
const send = (text) => fetch('/sent', { method: 'POST', body: text });
addEventListener('error', (event) => send('error: ' + event.message));
</script><script src="/script.js"></script>`;
  const server = createServer((request, response) => {
    if (request.method !== 'POST') {
      const isScript = request.url === '/script.js';
      response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
      response.end(isScript ? script : page);
      return;
    }
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      response.end();
      arrived(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, received };
}

function outputOf(binary: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'inherit'], timeout: TIME_LIMIT });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(output.trim());
      else reject(new Error(`${binary} ended with ${String(code)}: ${output}`));
    });
  });
}

async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'engine-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
