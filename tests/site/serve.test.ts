import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from '../../src/publish/serve.ts';
import { DIST, editions } from './built-site.ts';

const PATH = '/some/sub/path/';
let serving: Serving;

beforeAll(async () => {
  serving = await serve(DIST, 0, PATH);
});

afterAll(() => {
  serving.server.closeAllConnections();
  serving.server.close();
});

const get = (address: string): Promise<Response> => fetch(`http://localhost:${serving.port}${address}`);
const file = (name: string): string => readFileSync(join(DIST, name), 'utf8');

describe('the site as a plain host serves it', () => {
  it.each([
    ['', 'index.html', 'text/html'],
    ['?from=mail', 'index.html', 'text/html'],
    ['ko/', 'ko/index.html', 'text/html'],
    ['about.html', 'about.html', 'text/html'],
    ['robots.txt', 'robots.txt', 'text/plain'],
    ['sitemap-index.xml', 'sitemap-index.xml', 'xml'],
  ])('%j answers with %s', async (address, name, type) => {
    const answer = await get(PATH + address);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toContain(type);
    expect((await answer.text()) === file(name)).toBe(true);
  });

  it.each([`${PATH}nowhere.html`, `${PATH}articles/no/such/`, `${PATH}about`, '/', `${PATH}..%2f..%2fpackage.json`])(
    '%s is answered by the page that says so',
    async (address) => {
      const answer = await get(address);
      expect(answer.status).toBe(404);
      expect((await answer.text()) === file('404.html')).toBe(true);
    },
  );

  it('moves to the next port where one is taken', async () => {
    const other = await serve(DIST, serving.port);
    expect(other.port).toBeGreaterThan(serving.port);
    other.server.close();
  });

  it.each(['bytes=5-2', 'bytes=-5', 'bytes=0-1,5-6', 'bytes=99999999-', 'words=1-2'])(
    'answers the range %s with the whole file, and lives',
    async (range) => {
      const answer = await fetch(`http://localhost:${serving.port}${PATH}about.html`, { headers: { range } });
      expect(answer.status).toBe(200);
      expect((await answer.text()) === file('about.html')).toBe(true);
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'TRACE', 'NONSENSE / HTTP/1.1'])('answers %s without the page', async (method) => {
    expect(await raw(`${method} ${PATH}about.html HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 4\d\d/,
    );
    expect((await get(PATH)).status).toBe(200);
  });

  it.each(['/%', '/%00', '//', 'http://x/', '*', '/..\\..\\package.json', `${PATH}%2e%2e/%2e%2e/package.json`])(
    'answers the address %s, and lives',
    async (address) => {
      expect(await raw(`GET ${address} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 4\d\d/);
      expect((await get(PATH)).status).toBe(200);
    },
  );

  it.runIf(process.platform === 'linux')('closes the file of a download that is broken off', async () => {
    const [{ file: largest }] = editions as [(typeof editions)[number]];
    const openFiles = () => readdirSync('/proc/self/fd').length;
    const before = openFiles();
    for (let count = 0; count < 60; count++) {
      const socket = connect(serving.port, '127.0.0.1');
      socket.write(`GET ${PATH}${largest} HTTP/1.1\r\nhost: x\r\n\r\n`);
      await once(socket, 'data');
      socket.destroy();
      await once(socket, 'close');
    }
    await expect.poll(openFiles).toBeLessThan(before + 10);
  });
});

describe('a folder that is not as a build leaves it', () => {
  it('answers where there is no page for what is not there, and follows no link out of it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'served-'));
    writeFileSync(join(folder, 'index.html'), 'here');
    symlinkSync(import.meta.filename, join(folder, 'link.txt'));
    const other = await serve(folder, 0);
    const status = async (name: string) => (await fetch(`http://localhost:${other.port}/${name}`)).status;
    expect([await status(''), await status('gone.html'), await status('link.txt')]).toEqual([200, 404, 404]);
    other.server.close();
  });

  it('is served to this machine alone', async () => {
    const [outer] = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4');
    if (!outer) return;
    await expect(fetch(`http://${outer.address}:${serving.port}${PATH}`)).rejects.toThrow();
  });
});

/** What a server answers to bytes that no browser would send. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(serving.port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => (answer += String(chunk)));
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}
