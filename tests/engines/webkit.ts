import { createServer, type AddressInfo } from 'node:net';
import type { Browser } from './browser.ts';
import { start, type Running } from './processes.ts';

const SECOND = 1000;

export interface WebKitPrograms {
  readonly driver: string;
  /** The X server without a screen. */
  readonly xvfb: string;
}

/** WebKitGTK in a window that nobody sees, by WebDriver. */
export async function openWebKit({ driver, xvfb }: WebKitPrograms): Promise<Browser> {
  const started: Running[] = [];
  const close = async (): Promise<void> => {
    for (const running of started.toReversed()) await running.end();
  };
  const launch = (...of: Parameters<typeof start>): Running => {
    const running = start(...of);
    started.push(running);
    return running;
  };
  try {
    // The server chooses a display that is free, and says which.
    const words = ['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'];
    const server = launch(xvfb, words, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    const [display] = await server.line(3, /\d+/, 20 * SECOND);
    const port = await freePort();
    launch(driver, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env: environment(display) });
    return { ...(await openSession(`http://127.0.0.1:${port}`)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

const environment = (display: string): NodeJS.ProcessEnv => ({
  ...process.env,
  DISPLAY: `:${display}`,
  GDK_BACKEND: 'x11',
  LIBGL_ALWAYS_SOFTWARE: '1',
  GTK_A11Y: 'none',
  NO_AT_BRIDGE: '1',
  // Without a language, pages are told that they are read in the language ‘C’.
  LANG: 'en_US.UTF-8',
});

async function openSession(base: string): Promise<Omit<Browser, 'close'>> {
  await untilReady(base);
  // Where the browser does not start, the driver never answers.
  const { sessionId, capabilities } = await request<Session>('POST', `${base}/session`, {
    body: { capabilities: { alwaysMatch: {} } },
    limit: 30 * SECOND,
  });
  const post = <Value>(path: string, body: object): Promise<Value> =>
    request('POST', `${base}/session/${sessionId}${path}`, { body });
  await post('/timeouts', { script: 120 * SECOND, pageLoad: 60 * SECOND });
  await post('/window/rect', { width: 1280, height: 900 });
  return {
    version: capabilities.browserVersion,
    goto: async (url) => void (await post('/url', { url })),
    evaluate: async (expression) => {
      const script = `const done = arguments[0];
Promise.resolve().then(() => ${expression}).then((value) => done({ value: value ?? null }), (error) => done({ error: String(error) }));`;
      const { value, error } = await post<{ value?: unknown; error?: string }>('/execute/async', {
        script,
        args: [],
      });
      if (error !== undefined) throw new Error(`in the page: ${error}`);
      return value;
    },
    perform: async (actions) => void (await post('/actions', { actions })),
  };
}

interface Session {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
}

interface RequestOptions {
  readonly body?: object;
  readonly limit?: number;
}

async function request<Value>(
  method: string,
  address: string,
  { body, limit = 150 * SECOND }: RequestOptions = {},
): Promise<Value> {
  const response = await fetch(address, {
    method,
    signal: AbortSignal.timeout(limit),
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const { value } = (await response.json()) as { value: Value & { error?: string; message?: string } };
  if (!response.ok)
    throw new Error(`${new URL(address).pathname}: ${value.error ?? ''}: ${value.message ?? ''}`);
  return value;
}

async function untilReady(base: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    try {
      await request('GET', `${base}/status`, { limit: 5 * SECOND });
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
  throw new Error('the WebDriver of WebKitGTK does not answer');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
