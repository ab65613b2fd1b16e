import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from 'playwright-core';

/** A browser with one window, driven in the same few ways whatever its engine. */
export interface Engine {
  /** Opens an address and waits until it is loaded. */
  open(address: string): Promise<void>;
  /** The value of an expression in the page. */
  run<Value>(expression: string): Promise<Value>;
  /** Gives the page that many pixels. */
  resize(width: number, height: number): Promise<void>;
  /** What is seen, as a PNG. */
  picture(): Promise<Buffer>;
  /** What the console said so far. */
  readonly messages: readonly string[];
  close(): Promise<void>;
}

export interface EngineChoice {
  readonly name: string;
  /** Where it is installed, or nothing. */
  readonly path: string | undefined;
  readonly start: (path: string) => Promise<Engine>;
}

const installed = (...patterns: string[]): string | undefined => globSync(patterns).find((path) => existsSync(path));

/** Every engine there is, and those that are missing. */
export function engines(chromiumEndpoint: string): EngineChoice[] {
  return [
    { name: 'Chromium', path: chromiumEndpoint, start: startChromium },
    { name: 'Firefox', path: installed('/usr/bin/firefox-esr', '/usr/bin/firefox'), start: startFirefox },
    {
      name: 'WebKit',
      path: installed('/usr/bin/WebKitWebDriver') && installed('/usr/lib/*/webkit2gtk-4.*/MiniBrowser'),
      start: startWebKit,
    },
  ];
}

async function startChromium(endpoint: string): Promise<Engine> {
  const browser = await chromium.connect(endpoint);
  const page = await browser.newPage();
  const messages: string[] = [];
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(error.message));
  return {
    messages,
    open: async (address) => void (await page.goto(address)),
    run: (expression) => page.evaluate(expression),
    resize: (width, height) => page.setViewportSize({ width, height }),
    picture: () => page.screenshot(),
    close: () => browser.close(),
  };
}

/** Firefox, over WebDriver BiDi: one socket, commands with numbers, and events. */
async function startFirefox(path: string): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), 'firefox-'));
  const process = spawn(path, ['--headless', '--remote-debugging-port=0', '--profile', profile, 'about:blank']);
  const address = await lineWith(process, /WebDriver BiDi listening on (ws:\S+)/u);
  const socket = new WebSocket(`${address}/session`);
  await new Promise((resolve) => (socket.onopen = resolve));
  const waiting = new Map<number, { resolve: (result: unknown) => void; reject: (error: Error) => void }>();
  const messages: string[] = [];
  socket.onmessage = ({ data }) => {
    const { id, type, method, params, result, message } = JSON.parse(String(data)) as BidiMessage;
    if (method === 'log.entryAdded') messages.push(params.text);
    const asked = waiting.get(id);
    if (type === 'success') asked?.resolve(result);
    else asked?.reject(new Error(message));
  };
  const send = <Result>(method: string, params: object): Promise<Result> =>
    new Promise((resolve, reject) => {
      waiting.set(waiting.size, { resolve: resolve as (result: unknown) => void, reject });
      socket.send(JSON.stringify({ id: waiting.size - 1, method, params }));
    });
  await send('session.new', { capabilities: {} });
  await send('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
  const context = contexts[0]?.context;
  return {
    messages,
    open: async (url) => void (await send('browsingContext.navigate', { context, url, wait: 'complete' })),
    async run<Value>(expression: string) {
      const script = { expression: `JSON.stringify(${expression})`, target: { context }, awaitPromise: true };
      const { result } = await send<{ result: { value: string } }>('script.evaluate', script);
      return (result.value === undefined ? undefined : JSON.parse(result.value)) as Value;
    },
    resize: (width, height) => send('browsingContext.setViewport', { context, viewport: { width, height } }),
    async picture() {
      const { data } = await send<{ data: string }>('browsingContext.captureScreenshot', { context });
      return Buffer.from(data, 'base64');
    },
    async close() {
      await send('browser.close', {});
      await ended(process);
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

interface BidiMessage {
  id: number;
  type: string;
  method?: string;
  params: { text: string };
  result?: unknown;
  message?: string;
}

/** WebKitGTK, over W3C WebDriver; it draws into a screen of its own where there is none. */
async function startWebKit(binary: string): Promise<Engine> {
  const port = await freePort();
  const [command, ...before] = globalThis.process.env['DISPLAY'] ? ['env'] : ['xvfb-run', '--auto-servernum'];
  const process = spawn(command as string, [...before, 'WebKitWebDriver', `--port=${port}`], { detached: true });
  const messages: string[] = [];
  createInterface(process.stdout).on('line', (line) => {
    if (line.includes('CONSOLE')) messages.push(line);
  });
  const ask = async <Value>(method: string, path: string, body?: object): Promise<Value> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: Value & { message?: string } };
    if (!answer.ok) throw new Error(value.message);
    return value;
  };
  while (!(await ask('GET', '/status').catch(() => false))) await new Promise(setImmediate);
  const options = { binary, args: ['--automation', '--enable-write-console-messages-to-stdout=true'] };
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': options } };
  const { sessionId } = await ask<{ sessionId: string }>('POST', '/session', { capabilities });
  const session = `/session/${sessionId}`;
  const run = <Value>(expression: string): Promise<Value> =>
    ask('POST', `${session}/execute/sync`, { script: `return ${expression}`, args: [] });
  return {
    messages,
    run,
    open: (url) => ask('POST', `${session}/url`, { url }),
    async resize(width, height) {
      // The window has a bar of its own.
      await ask('POST', `${session}/window/rect`, { width, height });
      const [missingX = 0, missingY = 0] = await run<number[]>(`[${width} - innerWidth, ${height} - innerHeight]`);
      await ask('POST', `${session}/window/rect`, { width: width + missingX, height: height + missingY });
    },
    picture: async () => Buffer.from(await ask<string>('GET', `${session}/screenshot`), 'base64'),
    async close() {
      await ask('DELETE', session);
      // The screen ends with the driver.
      globalThis.process.kill(-Number(process.pid));
      await ended(process);
    },
  };
}

function lineWith(process: ChildProcess, pattern: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    process.on('exit', (code) => reject(new Error(`the browser ended with ${code}`)));
    if (process.stderr)
      createInterface(process.stderr).on('line', (line) => {
        const [, found] = pattern.exec(line) ?? [];
        if (found !== undefined) resolve(found);
      });
  });
}

function ended(process: ChildProcess): Promise<unknown> | undefined {
  const { exitCode, signalCode } = process;
  return exitCode === null && signalCode === null ? new Promise((resolve) => process.on('exit', resolve)) : undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}
