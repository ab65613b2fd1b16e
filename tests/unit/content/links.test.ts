import { execFile } from 'node:child_process';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sourceAddresses } from '../../../src/content/links/addresses.ts';
import { type Answer, askAll, type Manners } from '../../../src/content/links/ask.ts';
import { ARTICLE, BaseProject } from '../../fixtures/base-project.ts';

const QUICK: Manners = { atOnce: 10, pause: 1, timeLimit: 200, retries: 2 };

let server: Server;
let base: string;
let asked: string[];
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
  '/silent': () => {},
  '/cut': (response) => response.destroy(),
};

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    mostOpen = Math.max(mostOpen, ++open);
    response.on('close', () => open--);
    const page = PAGES[request.url ?? ''];
    if (page) page(response, request.method ?? '');
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  [asked, open, mostOpen] = [[], 0, 0];
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function ask(...paths: string[]): Promise<Answer[]> {
  const answers = new Map<string, Answer>();
  await askAll(
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

  it('and a host that is not there is no crash', async () => {
    const answers: Answer[] = [];
    await askAll(['http://127.0.0.1:1/'], (_address, answer) => answers.push(answer), QUICK);
    expect(answers).toEqual([{ kind: 'unknown', why: expect.any(String) }]);
  });

  it('one at a time on one host', async () => {
    await ask('/there', '/moved', '/no-head', '/elsewhere-today');
    expect(mostOpen).toBe(1);
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

  it('finds every address and where it stands', () => {
    const lines = project.read(`${ARTICLE}/sources.yaml`).split('\n');
    const found = sourceAddresses(project.root);
    expect(found).toHaveLength(3);
    for (const { url, places } of found)
      for (const place of places) {
        const [, line, column] = /:(\d+):(\d+)$/.exec(place) ?? [];
        expect(lines[Number(line) - 1]?.slice(Number(column) - 1)).toBe(url);
      }
  });

  it('prints what moved and what is gone, shows progress, and fails when something is gone', async () => {
    const command = join(import.meta.dirname, '../../../src/commands/links.ts');
    const run = promisify(execFile)(process.execPath, [command], { cwd: project.root });
    const failed = await run.then(
      () => undefined,
      (error: { code: number; stdout: string; stderr: string }) => error,
    );
    expect(failed?.code).toBe(1);
    expect(failed?.stderr).toContain('asked 3 of 3');
    expect(failed?.stdout).toContain(`${base}/moved is now ${base}/there`);
    expect(failed?.stdout).toMatch(
      /Gone:\n {2}content\/articles\/bridge\/sources\.yaml:\d+:\d+ {2}\S+\/gone \(status 410\)/,
    );
    expect(failed?.stdout.trimEnd()).toMatch(/1 there, 1 moved, 1 gone, 0 not asked$/);
  });
});
