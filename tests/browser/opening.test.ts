import type { Server } from 'node:http';
import { type Browser, chromium, type Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { serve } from '../../src/publish/serve.ts';
import { DIST, editions } from '../site/built-site.ts';
import { fileAddress } from './pages.ts';
import { openWatched } from './watched-page.ts';

const SUB_PATH = '/some/sub/path/';
// A busy machine may take its time to scroll.
const SOON = { timeout: 20_000 };
const WITHOUT_SCRIPT = { javaScriptEnabled: false, reducedMotion: 'reduce' } as const;

let browser: Browser;
let server: Server;
let origin: string;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  const serving = await serve(DIST, 0, SUB_PATH);
  server = serving.server;
  origin = `http://localhost:${serving.port}`;
});

afterAll(async () => {
  await browser.close();
  server.closeAllConnections();
  server.close();
});

it('a host answers for a page that is not there with the page that says so', async () => {
  const { page, troubles, close } = await openWatched(browser, `${origin}${SUB_PATH}articles/no/such.html`);
  expect(troubles.filter((trouble) => !trouble.includes('404'))).toEqual([]);
  expect(troubles.length).toBeGreaterThan(0);
  expect(await page.locator('h1').count()).toBe(1);
  await close();
});

describe.each(editions)('without script, $file', ({ article, file }) => {
  it('shows its timeline, opens at a moment, and goes to a source and back', async () => {
    const last = article.original.data.timeline.at(-1)?.id ?? '';
    const opened = await openWatched(browser, `${fileAddress(file)}#${last}`, WITHOUT_SCRIPT);
    const { page } = opened;
    for (const { id } of article.original.data.timeline)
      expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true);
    await expect.poll(() => inView(page.locator(`[id="${last}"] :is(h3, h4)`)), SOON).toBe(true);

    const citation = page.locator(`[id="${last}"] a[href^="#source-"]`).first();
    const [place, source] = [await citation.getAttribute('id'), await citation.getAttribute('href')];
    await citation.click();
    expect(page.url().endsWith(source ?? '-')).toBe(true);
    await expect.poll(() => inView(page.locator(`[id="${source?.slice(1)}"]`)), SOON).toBe(true);
    await page.locator(`[id="${source?.slice(1)}"] a[href="#${place}"]`).click();
    await expect.poll(() => inView(citation), SOON).toBe(true);
    expect(opened.troubles).toEqual([]);
    await opened.close();
  });

  it('opens its contents and leads to a heading', async () => {
    const opened = await openWatched(browser, fileAddress(file), WITHOUT_SCRIPT);
    const { page } = opened;
    const link = page.locator('nav a[href^="#h-"]').last();
    const summary = page.locator('nav summary').first();
    if (!(await link.isVisible())) await summary.click();
    const target = await link.getAttribute('href');
    await link.click();
    await expect.poll(() => inView(page.locator(`[id="${target?.slice(1)}"]`)), SOON).toBe(true);
    await opened.close();
  });
});

async function inView(element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  const size = element.page().viewportSize();
  return box !== null && size !== null && box.y + box.height > 0 && box.y < size.height;
}
