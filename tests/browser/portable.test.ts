import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DIST, pages } from '../site/built-site.ts';
import { onDisk, onServer, type Placement } from './placements.ts';
import { openWatched } from './watched-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});

afterAll(() => browser.close());

const PLACES: [name: string, place: () => Placement | Promise<Placement>][] = [
  ['from a folder on disk', onDisk],
  // What holds there holds at the root of a server as well.
  ['from below a path of a server', () => onServer('/some/sub/path/')],
];

describe.each(PLACES)('the site %s', (_name, place) => {
  let here: Placement;

  beforeAll(async () => {
    here = await place();
  });

  afterAll(() => here.close());

  it('is walked whole, page by page and file by file, without a failure, a message or a request beside', async () => {
    const { page, requests, troubles, close } = await openWatched(browser, `${here.top}index.html`);
    const reached = await walk(page, here.top, new Set(pages));
    // What nobody links to.
    const unlinked = pages.filter((file) => file === '404.html');
    for (const file of unlinked) await page.goto(here.top + encodeURI(file));
    expect(troubles).toEqual([]);
    expect(requests.filter((address) => !address.startsWith('data:'))).toEqual(
      ['index.html', ...reached.pages, ...unlinked].map((file) => here.top + encodeURI(file)),
    );
    expect([...reached.pages, ...unlinked].toSorted()).toEqual(pages.toSorted());
    for (const file of reached.others) expect(await size(page, here.top + file), file).toBeGreaterThan(0);
    await close();
  });

  it('is read as a reader does: home, a story, a place in it, the other language, and back', async () => {
    const { page, troubles, close } = await openWatched(browser, `${here.top}index.html`);
    await page.locator('main h2 a').first().click();
    await page.waitForURL('**/articles/*.html');
    const story = page.url();
    await page
      .locator('main .contents a, main a[href^="#"]')
      .first()
      .evaluate((link) => (link as HTMLElement).click());
    expect(page.url().startsWith(`${story}#`)).toBe(true);
    await page.goBack();
    expect(page.url()).toBe(story);
    await page.goBack();
    expect(page.url()).toBe(`${here.top}index.html`);
    await page.goto(`${here.top}ko/index.html`);
    await page.locator('main h2 a').first().click();
    await page.waitForURL('**/ko/articles/*.html');
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
    expect(troubles).toEqual([]);
    await close();
  });
});

it('answers what is not there with a page whose links hold at any depth', async () => {
  const here = await onServer('/some/sub/path/');
  const { page, requests, close } = await openWatched(browser, `${here.top}articles/no/such/page.html`);
  expect(requests.filter((address) => !address.startsWith('data:'))).toHaveLength(1);
  const links = await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect(links.filter((href) => !/^(?:https?:|mailto:|#)/.test(href))).toEqual([]);
  await close();
  here.close();
});

/** Opens home and then every page that an opened page links to, and notes the other files that are linked to. */
async function walk(
  page: Page,
  top: string,
  opened: ReadonlySet<string>,
): Promise<{ pages: string[]; others: string[] }> {
  const walked: string[] = [];
  const others = new Set<string>();
  const waiting = ['index.html', 'ko/index.html'];
  const known = new Set(waiting);
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    await page.goto(top + encodeURI(file));
    walked.push(file);
    const hrefs = await page
      .locator('a[href], link[rel="alternate"][href]')
      .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
    for (const href of hrefs) {
      if (!href.startsWith(top)) continue;
      const target = decodeURI(href.slice(top.length).split('#')[0] ?? '');
      if (!opened.has(target)) others.add(target);
      else if (!known.has(target)) {
        known.add(target);
        waiting.push(target);
      }
    }
  }
  return { pages: walked, others: [...others] };
}

async function size(page: Page, address: string): Promise<number> {
  if (address.startsWith('file:')) return readFileSync(fileURLToPath(address)).length;
  const response = await page.request.get(address);
  return response.ok() ? (await response.body()).length : 0;
}

it('states its policy on every page', () => {
  for (const file of pages)
    expect(readFileSync(join(DIST, file), 'utf8'), file).toMatch(
      /<meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; /,
    );
});
