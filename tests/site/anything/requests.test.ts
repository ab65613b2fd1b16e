import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serve, type Serving } from '../../../src/publish/serve.ts';
import { DIST, pages } from '../built-site.ts';
import { runs, tell, TIMEOUT } from './runs.ts';

let serving: Serving;
let tries = 0;

beforeAll(async () => {
  serving = await serve(DIST, 0);
});

afterAll(() => {
  serving.server.closeAllConnections();
  serving.server.close();
  tell('requests', tries);
});

const signs = fc.string({ unit: 'binary', maxLength: 20 });
const steps = fc.constantFrom(...pages, '..', '.', '', '%2e%2e', '..%2f', '%00', '%', '\\', '?', '#', 'etc/passwd');
const path = fc.array(fc.oneof(steps, signs), { maxLength: 6 }).map((parts) => `/${parts.join('/')}`);
const methods = fc.constantFrom(
  'GET',
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'NONSENSE',
);
const names = fc.constantFrom('range', 'if-range', 'if-none-match', 'if-modified-since', 'accept-encoding', 'cookie');
const moreNames = fc.constantFrom('expect', 'upgrade', 'content-length', 'transfer-encoding', 'connection', 'host');
const values = fc.oneof(
  signs,
  fc.tuple(fc.integer(), fc.integer()).map(([from, to]) => `bytes=${from}-${to}`),
  fc.constantFrom('*', 'bytes=-5', 'bytes=5-2', 'W/"x"', '100-continue', 'websocket', 'chunked', '7', 'close'),
);
const header = fc.tuple(fc.oneof(names, moreNames, signs), values).map(([name, value]) => `${name}: ${value}\r\n`);

const request = fc
  .tuple(methods, fc.oneof(path, signs), fc.array(header, { maxLength: 4 }), fc.oneof(fc.constant(''), signs))
  .map(
    ([method, address, headers, body]) => `${method} ${address} HTTP/1.1\r\nhost: x\r\n${headers.join('')}\r\n${body}`,
  );

/** Sends some bytes. Returns the beginning of the answer; whoever asked leaves then. */
async function answerTo(bytes: string): Promise<string> {
  const socket = connect(serving.port, '127.0.0.1');
  let answer = '';
  socket.on('error', () => {});
  socket.on('data', (chunk: Buffer) => {
    answer += chunk.toString('latin1').replace('HTTP/1.1 100 Continue\r\n\r\n', '');
    if (answer !== '') socket.destroy();
  });
  socket.write(bytes);
  await once(socket, 'close');
  return answer;
}

/** Sends the beginning of a request, and leaves. */
async function leave(bytes: string): Promise<void> {
  const socket = connect(serving.port, '127.0.0.1');
  socket.on('error', () => {});
  socket.end(bytes, () => socket.destroy());
  await once(socket, 'close');
}

it(
  'whatever is asked of the server, it answers, with nothing from outside, and lives',
  async () => {
    await fc.assert(
      fc.asyncProperty(request, fc.nat(), async (bytes, cut) => {
        tries++;
        await leave(bytes.slice(0, cut % bytes.length));
        const answer = await answerTo(bytes);
        // What is no HTTP, or asks for a tunnel, is hung up on.
        expect(answer).toMatch(/^(?:$|HTTP\/1\.1 (?:200|304|4\d\d) )/);
        expect(answer).not.toContain('root:');
        expect((await fetch(`http://localhost:${serving.port}/about.html`)).status).toBe(200);
      }),
      runs(400),
    );
  },
  TIMEOUT,
);
