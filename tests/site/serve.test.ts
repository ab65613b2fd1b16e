import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve, type Serving } from '../../src/publish/serve.ts';
import { DIST } from './built-site.ts';

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
});
