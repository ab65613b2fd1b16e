import { execFile } from 'node:child_process';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answer, askHosts, type Manners, NoNetwork } from '../../../src/commands/ask-hosts.ts';
import { sourceAddresses } from '../../../src/content/library.ts';
import { ARTICLE, BaseProject } from '../../fixtures/base-project.ts';

const QUICK: Manners = { atOnce: 10, pause: 1, timeLimit: 200, retries: 2, longestWait: 2000 };

let server: Server;
let base: string;
let asked: string[];
let times: number[];
let open: number;
let mostOpen: number;

const PAGES: Record<string, (response: ServerResponse, method: string) => void> = {
  '/there': (response) => response.end('here'),
  '/no-head': (response, method) => (method === 'HEAD' ? response.writeHead(405).end() : response.end('here')),
  '/head-404': (response, method) => (method === 'HEAD' ? response.writeHead(404).end() : response.end('here')),
  '/gone': (response) => response.writeHead(410).end(),
  '/moved': (response) => response.writeHead(301, { location: '/there' }).end(),
  '/moved-twice': (response) => response.writeHead(308, { location: '/moved' }).end(),
  '/moved-away': (response) => response.writeHead(301, { location: '/gone' }).end(),
  '/elsewhere-today': (response) => response.writeHead(302, { location: '/there' }).end(),
  '/round': (response) => response.writeHead(302, { location: '/round' }).end(),
  '/to-a-file': (response) => response.writeHead(301, { location: 'file:///etc/passwd' }).end(),
  '/refused': (response) => response.writeHead(403).end(),
  '/broken': (response) => response.writeHead(503).end(),
  '/recovers': (response) =>
    response.writeHead(asked.filter((line) => line === 'GET /recovers').length < 2 ? 503 : 200).end(),
  // So slow that a second question, if one came, would find the first unanswered.
  '/slow': (response) => void setTimeout(() => response.end('here'), 20),
  '/silent': () => {},
  '/silent-too': () => {},
  '/later': (response) => response.writeHead(429, { 'retry-after': '60' }).end(),
  '/in-a-second': (response) =>
    (asked.filter((line) => line.endsWith('/in-a-second')).length < 2
      ? response.writeHead(503, { 'retry-after': '1' })
      : response.writeHead(200)
    ).end(),
  '/too-often': (response) => response.writeHead(429).end(),
  '/cut': (response) => response.destroy(),
};

// Ports that were open a moment ago: nobody listens there, and no request leaves the machine.
let closed: string[];

function listen(onRequest: RequestListener): Promise<Server> {
  const made = createServer(onRequest);
  return new Promise((resolve) => made.listen(0, '127.0.0.1', () => resolve(made)));
}

function addressOf(made: Server): string {
  return `http://127.0.0.1:${(made.address() as AddressInfo).port}`;
}

function close(made: Server): void {
  made.closeAllConnections();
  made.close();
}

beforeAll(async () => {
  server = await listen((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    times.push(performance.now());
    mostOpen = Math.max(mostOpen, ++open);
    response.on('close', () => open--);
    const page = PAGES[request.url ?? ''];
    if (page) page(response, request.method ?? '');
    else response.writeHead(404).end();
  });
  base = addressOf(server);
  const shut = await Promise.all(Array.from({ length: 6 }, () => listen(() => {})));
  closed = shut.map(addressOf);
  shut.forEach(close);
});
beforeEach(() => {
  [asked, times, open, mostOpen] = [[], [], 0, 0];
});
afterAll(() => close(server));

async function ask(...paths: string[]): Promise<Answer[]> {
  const answers = new Map<string, Answer>();
  await askHosts(
    paths.map((path) => base + path),
    (address, answer) => answers.set(address, answer),
    QUICK,
  );
  return paths.map((path) => answers.get(base + path) as Answer);
}

describe('an address is asked', () => {
  it('with HEAD alone when that is answered', async () => {
    expect(await ask('/there')).toEqual([{ kind: 'there' }]);
    expect(asked).toEqual(['HEAD /there']);
  });

  it.each(['/no-head', '/head-404'])('with GET when HEAD is not answered: %s', async (path) => {
    expect(await ask(path)).toEqual([{ kind: 'there' }]);
    expect(asked).toEqual([`HEAD ${path}`, `GET ${path}`]);
  });

  it('and is gone when the server says so, without asking again', async () => {
    expect(await ask('/gone', '/nowhere')).toEqual([
      { kind: 'gone', why: 'status 410' },
      { kind: 'gone', why: 'status 404' },
    ]);
    expect(asked).toHaveLength(4);
  });

  it('and has moved when it redirects for good', async () => {
    expect(await ask('/moved', '/moved-twice')).toEqual([
      { kind: 'moved', to: `${base}/there` },
      { kind: 'moved', to: `${base}/there` },
    ]);
  });

  it('and is gone when it redirects to what is gone', async () => {
    expect(await ask('/moved-away')).toEqual([{ kind: 'gone', why: 'status 410' }]);
  });

  it('and is there when it redirects for now', async () => {
    expect(await ask('/elsewhere-today')).toEqual([{ kind: 'there' }]);
  });

  it.each([
    ['/round', 'redirects without end'],
    ['/to-a-file', 'leads to file:///etc/passwd'],
    ['/refused', 'status 403'],
    ['/silent', 'no answer in time'],
  ])('and nothing is known of %s', async (path, why) => {
    expect(await ask(path)).toEqual([{ kind: 'unknown', why }]);
  });

  it('again when the server is out of order, and no more than twice', async () => {
    expect(await ask('/broken', '/recovers')).toEqual([{ kind: 'unknown', why: 'status 503' }, { kind: 'there' }]);
    expect(asked.filter((line) => line === 'GET /broken')).toHaveLength(3);
  });

  it('and a host that is out of reach is no crash, where others are within', async () => {
    const answers = new Map<string, Answer>();
    await askHosts([`${base}/there`, closed[0] as string], (address, answer) => answers.set(address, answer), QUICK);
    expect(answers.get(closed[0] as string)).toEqual({ kind: 'unknown', why: 'ECONNREFUSED' });
  });

  it('one at a time on one host', async () => {
    await ask('/there', '/moved', '/no-head', '/elsewhere-today');
    expect(mostOpen).toBe(1);
  });

  it('one at a time on a host to which others redirect', async () => {
    const others = await Promise.all(
      Array.from({ length: 8 }, () =>
        listen((_request, response) => response.writeHead(301, { location: `${base}/slow` }).end()),
      ),
    );
    const found: Answer[] = [];
    const addresses = others.map((other) => addressOf(other));
    await askHosts(addresses, (_address, answer) => found.push(answer), QUICK).finally(() => others.forEach(close));
    expect(found).toEqual(addresses.map(() => ({ kind: 'moved', to: `${base}/slow` })));
    expect(asked).toHaveLength(8);
    expect(mostOpen).toBe(1);
  });

  it('not again before the server wants it', async () => {
    expect(await ask('/in-a-second')).toEqual([{ kind: 'there' }]);
    expect((times[1] as number) - (times[0] as number)).toBeGreaterThanOrEqual(990);
  });

  it('and its host no more when that wants to be left alone for long', async () => {
    const why = 'status 429, asks to be left alone for 60 s';
    expect(await ask('/later', '/there')).toEqual([
      { kind: 'unknown', why },
      { kind: 'unknown', why },
    ]);
    expect(asked).toEqual(['HEAD /later']);
  });

  it('and its host no more when that goes on being asked too often', async () => {
    expect(await ask('/too-often', '/there')).toEqual([
      { kind: 'unknown', why: 'status 429' },
      { kind: 'unknown', why: 'status 429' },
    ]);
    expect(asked).toHaveLength(3);
  });

  it('and its host no more when that was silent twice', async () => {
    expect(await ask('/silent', '/silent-too', '/there')).toEqual(
      Array.from({ length: 3 }, () => ({ kind: 'unknown', why: 'no answer in time' })),
    );
    expect(asked).toEqual(['HEAD /silent', 'GET /silent']);
  });

  it('and nothing is asked a second time without a network', async () => {
    const answered: string[] = [];
    const run = askHosts(closed, (address) => answered.push(address), { ...QUICK, atOnce: 5, pause: 60_000 });
    await expect(run).rejects.toThrow(NoNetwork);
    await expect(run).rejects.toThrow(
      /^no host can be reached: .*127\.0\.0\.1:\d+ \(ECONNREFUSED\).*is there a network\?$/,
    );
    expect(answered).toEqual([]);
  });
});

describe('npm run check:links', () => {
  let project: BaseProject;
  beforeEach(() => {
    project = new BaseProject();
    const sources = project.read(`${ARTICLE}/sources.yaml`);
    project.write(
      `${ARTICLE}/sources.yaml`,
      sources
        .replace('https://example.org/gazette/opening', `${base}/there`)
        .replace('https://archive.example.org/gazette/opening', `${base}/gone`)
        .replace('https://example.org/post/closing', `${base}/moved`),
    );
  });
  afterEach(() => project.remove());

  async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
    const command = join(import.meta.dirname, '../../../src/commands/links.ts');
    try {
      const done = await promisify(execFile)(process.execPath, [command, ...args], { cwd: project.root });
      return { code: 0, ...done };
    } catch (error) {
      return error as { code: number; stdout: string; stderr: string };
    }
  }

  it('finds every address and where it stands', () => {
    const lines = project.read(`${ARTICLE}/sources.yaml`).split('\n');
    const found = sourceAddresses(project.root).flatMap(({ url, archived }) => [url ?? [], archived].flat());
    expect(found.map(({ address }) => address)).toEqual(['there', 'gone', 'moved'].map((path) => `${base}/${path}`));
    for (const { address, place } of found) {
      const [, line, column] = /:(\d+):(\d+)$/.exec(place) ?? [];
      expect(lines[Number(line) - 1]?.slice(Number(column) - 1)).toBe(address);
    }
  });

  it('prints what moved and what is gone, shows progress, and fails when something is gone', async () => {
    const { code, stdout, stderr } = await run('bridge');
    expect(code).toBe(1);
    expect(stderr).toContain('asked 3 of 3');
    expect(stdout).toContain(`${base}/moved is now ${base}/there`);
    expect(stdout).toMatch(/Gone:\n {2}content\/articles\/bridge\/sources\.yaml:\d+:\d+ {2}\S+\/gone \(status 410\)/);
    expect(stdout.trimEnd()).toMatch(/1 there, 1 moved, 1 gone, 0 unknown$/);
  });

  it('says which copies of what is gone still answer, as lines that can be pasted', async () => {
    const sources = project.read(`${ARTICLE}/sources.yaml`);
    const list = `archived:\n    - ${base}/gone-too\n    - ${base}/no-head\n    - ${base}/moved`;
    project.write(
      `${ARTICLE}/sources.yaml`,
      sources.replace(`${base}/there`, `${base}/nowhere`).replace(`archived: ${base}/gone`, list),
    );
    const { stdout } = await run('bridge');
    const [, pasted = ''] = /to paste [^\n]*\n[^\n]*\/nowhere\n((?: {4}.*\n)+)/.exec(stdout) ?? [];
    expect(pasted).toBe(`    archived:\n      - ${base}/no-head\n      - ${base}/moved\n`);
    project.write(`${ARTICLE}/sources.yaml`, sources.replace(`${base}/moved`, `${base}/nowhere`));
    expect((await run('bridge')).stdout).toMatch(/\/there\n {4}none answers\n.*\/nowhere\n {4}none is listed\n/);
  });

  it('says once that there is no network', async () => {
    const sources = project.read(`${ARTICLE}/sources.yaml`);
    project.write(`${ARTICLE}/sources.yaml`, sources.replaceAll(base, closed[0] as string));
    const { code, stdout, stderr } = await run();
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^no host can be reached: .+; is there a network\?\n$/);
  });

  it.each([
    [['brigde'], '"brigde" is no article; did you mean "bridge"?\n'],
    [['--frmat', 'json'], expect.stringMatching(/^Unknown option '--frmat'[^\n]*\n$/)],
  ])('asks nothing when it is called with %j', async (args, message) => {
    expect(await run(...args)).toMatchObject({ code: 2, stdout: '', stderr: message });
    expect(asked).toEqual([]);
  });
});
