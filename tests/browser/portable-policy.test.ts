import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DIST } from '../site/built-site.ts';

interface Attack {
  html: string;
  directive: string;
  /** Whether it did what it was put there for. */
  worked: (opened: Opened) => Promise<boolean>;
}

interface Opened {
  page: Page;
  /** The directives that blocked something. */
  blocked: string[];
  /** What another host was asked for. */
  asked: string[];
}

const marked =
  (name: string) =>
  ({ page }: Opened): Promise<boolean> =>
    page.locator('html').evaluate((html, mark) => html.hasAttribute(mark), `data-${name}`);
const mark = (name: string): string => `document.documentElement.setAttribute('data-${name}', '')`;
const asks =
  (file: string) =>
  async ({ asked }: Opened): Promise<boolean> =>
    asked.includes(`/${file}`);
const isPainted =
  (id: string) =>
  ({ page }: Opened): Promise<boolean> =>
    page.locator(`#${id}`).evaluate((element) => getComputedStyle(element).color === 'rgb(1, 2, 3)');

const ATTACKS: Record<string, Attack> = {
  'an inline script': {
    html: `<script>${mark('inline')}</script>`,
    directive: 'script-src-elem',
    worked: marked('inline'),
  },
  'a script from elsewhere': {
    html: '<script src="HOST/x.js"></script>',
    directive: 'script-src-elem',
    worked: asks('x.js'),
  },
  'an event handler': {
    html: `<img src="data:,broken" alt="" onerror="${mark('handler')}">`,
    directive: 'script-src-attr',
    worked: marked('handler'),
  },
  'a style attribute': {
    html: '<p id="painted" style="color: rgb(1, 2, 3)">x</p>',
    directive: 'style-src-attr',
    worked: isPainted('painted'),
  },
  'a style of its own': {
    html: '<style>#styled { color: rgb(1, 2, 3) !important }</style><p id="styled">x</p>',
    directive: 'style-src-elem',
    worked: isPainted('styled'),
  },
  'a style sheet from elsewhere': {
    html: '<link rel="stylesheet" href="HOST/x.css">',
    directive: 'style-src-elem',
    worked: asks('x.css'),
  },
  'a picture from elsewhere': {
    html: '<img src="HOST/x.png" alt="">',
    directive: 'img-src',
    worked: asks('x.png'),
  },
  'a frame': { html: '<iframe src="HOST/x.html"></iframe>', directive: 'frame-src', worked: asks('x.html') },
  'another base': {
    html: '<base href="HOST/">',
    directive: 'base-uri',
    worked: ({ page }) => page.evaluate(() => document.baseURI.startsWith('http:')),
  },
  'a form that sends': {
    html: '<form action="HOST/form" target="_self"><button id="send">x</button></form>',
    directive: 'form-action',
    worked: async ({ page, asked, blocked }) => {
      await page.locator('#send').click({ noWaitAfter: true });
      await expect.poll(() => asked.includes('/form?') || blocked.includes('form-action')).toBe(true);
      return asked.includes('/form?');
    },
  },
};

const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/;

let browser: Browser;
let server: Server;
let opened: Opened;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  server = createServer((request, response) => {
    opened.asked.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterAll(async () => {
  server.close();
  await browser.close();
});

/** Opens a page of the site into which somebody has put every attack. */
async function open(guarded: boolean): Promise<void> {
  const html = readFileSync(join(DIST, 'about.html'), 'utf8');
  expect(html).toMatch(POLICY);
  const host = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const attacks = Object.values(ATTACKS).map((attack) => attack.html.replaceAll('HOST', host));
  const changed = html.replace('<main', `${attacks.join('')}<main`);
  const path = join(mkdtempSync(join(tmpdir(), 'policy-')), 'page.html');
  writeFileSync(path, guarded ? changed : changed.replace(POLICY, ''));

  const page = await browser.newPage();
  opened = { page, blocked: [], asked: [] };
  const { blocked } = opened;
  await page.exposeFunction('noteBlocked', (directive: string) => blocked.push(directive));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
      (window as unknown as { noteBlocked: (directive: string) => void }).noteBlocked(effectiveDirective);
    });
  });
  await page.goto(pathToFileURL(path).href, { waitUntil: 'load' });
}

describe('the policy of a page', () => {
  beforeAll(() => open(true));
  afterAll(() => opened.page.close());

  it.each(Object.entries(ATTACKS))('blocks %s', async (_name, { directive, worked }) => {
    expect(await worked(opened)).toBe(false);
    expect(opened.blocked).toContain(directive);
  });

  it('lets nobody else know', () => {
    expect(opened.asked).toEqual([]);
  });
});

describe('without its policy, a page', () => {
  beforeAll(() => open(false));
  afterAll(() => opened.page.close());

  it.each(Object.entries(ATTACKS))('would hold %s', async (_name, { worked }) => {
    expect(await worked(opened)).toBe(true);
  });
});
