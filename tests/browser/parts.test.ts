import { type Browser, chromium, type Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { editions } from '../site/built-site.ts';
import { fileAddress } from './pages.ts';
import { openWatched } from './watched-page.ts';

const SOON = { timeout: 20_000 };

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});

afterAll(() => browser.close());

describe.each(editions)('$file', ({ file }) => {
  it.each([
    ['a part', '.source-list > li'],
    ['a paragraph', '.prose > p a'],
  ])('lays out %s when the reader nears it', async (_name, selector) => {
    const { page, close } = await openWatched(browser, fileAddress(file));
    const last = page.locator(selector).last();
    expect(await isLaidOut(last)).toBe(false);
    await last.evaluate((item) => item.scrollIntoView());
    await expect.poll(() => isLaidOut(last), SOON).toBe(true);
    await close();
  });

  it('keeps the place over a reload', async () => {
    const { page, troubles, close } = await openWatched(browser, fileAddress(file));
    const item = page.locator('.source-list > li').nth(9);
    // As who reads it does: past every part, each of which takes its true height.
    for (const seen of [...(await page.locator('.story > .part > :last-child').all()), item]) {
      await seen.evaluate((element) => element.scrollIntoView());
      await expect.poll(() => isLaidOut(seen), SOON).toBe(true);
    }
    const place = await top(item);
    await page.reload();
    await expect.poll(async () => Math.abs((await top(item)) - place), SOON).toBeLessThan(2);
    expect(troubles).toEqual([]);
    await close();
  });
});

function isLaidOut(element: Locator): Promise<boolean> {
  return element.evaluate((node) => node.checkVisibility({ contentVisibilityAuto: true }));
}

function top(element: Locator): Promise<number> {
  return element.evaluate((node) => node.getBoundingClientRect().top);
}
