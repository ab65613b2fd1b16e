import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DIST, onDisk, onServer, pagesOfSite, type Placement, watch } from './placements.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});

afterAll(() => browser.close());

const PLACES: [name: string, place: () => Placement | Promise<Placement>][] = [
  ['from a folder on disk', onDisk],
  ['from the root of a server', () => onServer('/')],
  ['from below a path of a server', () => onServer('/some/sub/path/')],
];

describe.each(PLACES)('the site %s', (_name, place) => {
  let here: Placement;
  let page: Page;

  beforeAll(async () => {
    here = await place();
    page = await browser.newPage();
  });

  afterAll(async () => {
    await page.close();
    here.close();
  });

  it('is walked whole, page by page and file by file, without a failure, a message or a request beside', async () => {
    const seen = await watch(page);
    const reached = await walk(page, here.top);
    expect(seen.troubles).toEqual([]);
    expect(seen.requests).toEqual(reached.pages.map((file) => here.top + encodeURI(file)));

    // What nobody links to: 404.html, and an embed, which other sites' pages hold.
    const linked = pagesOfSite().filter((file) => file !== '404.html' && !file.endsWith('/embed.html'));
    expect(reached.pages.toSorted()).toEqual(expect.arrayContaining(linked));
    for (const file of reached.data) expect(await size(page, here.top + file), file).toBeGreaterThan(0);
  });

  it('is read as a reader does: home, a story, a place in it, the other language, and back', async () => {
    const seen = await watch(page);
    await page.goto(`${here.top}index.html`);
    await page.locator('main h2 a').first().click();
    await page.waitForURL('**/articles/*.html');
    const story = page.url();
    await page.locator('main a[href^="#"]').first().click();
    expect(page.url().startsWith(`${story}#`)).toBe(true);
    await page.goBack();
    expect(page.url()).toBe(story);
    await page.goBack();
    expect(page.url()).toBe(`${here.top}index.html`);
    await page.goto(`${here.top}ko/index.html`);
    await page.locator('main h2 a').first().click();
    await page.waitForURL('**/ko/articles/*.html');
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
    expect(seen.troubles).toEqual([]);
  });
});

it('answers what is not there with a page that holds at any depth', async () => {
  const here = await onServer('/some/sub/path/');
  const page = await browser.newPage();
  const seen = await watch(page);
  const response = await page.goto(`${here.top}articles/no/such/page.html`);
  expect(response?.status()).toBe(404);
  // The page itself is the only thing that is missing.
  expect(seen.requests).toHaveLength(1);
  expect(seen.troubles.filter((trouble) => trouble.startsWith('policy') || trouble.startsWith('error'))).toEqual([]);
  const links = await page
    .locator('a')
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href') ?? ''));
  expect(links.filter((href) => !/^(?:https?:|mailto:|#)/.test(href))).toEqual([]);
  await page.close();
  here.close();
});

/** Opens home and then every page that an opened page links to. */
async function walk(page: Page, top: string): Promise<{ pages: string[]; data: string[] }> {
  const pages: string[] = [];
  const data = new Set<string>();
  const waiting = ['index.html', 'ko/index.html'];
  const known = new Set(waiting);
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    await page.goto(top + encodeURI(file));
    pages.push(file);
    const hrefs = await page
      .locator('a[href], link[rel="alternate"][href]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    for (const href of hrefs) {
      if (!href.startsWith(top)) continue;
      const target = decodeURI(href.slice(top.length).split('#')[0] ?? '');
      if (!target.endsWith('.html')) data.add(target);
      else if (!known.has(target)) {
        known.add(target);
        waiting.push(target);
      }
    }
  }
  return { pages, data: [...data] };
}

async function size(page: Page, address: string): Promise<number> {
  if (address.startsWith('file:')) return readFileSync(fileURLToPath(address)).length;
  const response = await page.request.get(address);
  return response.ok() ? (await response.body()).length : 0;
}

it('states its policy on every page', () => {
  for (const file of pagesOfSite())
    expect(readFileSync(join(DIST, file), 'utf8'), file).toMatch(
      /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; /,
    );
});
