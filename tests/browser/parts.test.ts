import { type Browser, chromium, type Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { editions, pageAt } from '../site/built-site.ts';
import { fileAddress } from './pages.ts';
import { openWatched } from './watched-page.ts';

const SOON = { timeout: 20_000 };

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});

afterAll(() => browser.close());

describe.each(editions)('$file', ({ article, file }) => {
  it('shows what a link leads to, however deep in the page', async () => {
    const last = pageAt(file).querySelector('.source-list > li:last-child')?.id;
    for (const id of [last, article.headingIds.at(-1), 'h-people']) {
      const { page, close } = await openWatched(browser, `${fileAddress(file)}#${id}`);
      const height = page.viewportSize()?.height;
      await expect.poll(() => top(page.locator(`#${id}`)), SOON).toSatisfy((y) => y >= 0 && y < Number(height));
      await close();
    }
  });

  it('is as high at the start as at the end, and keeps the place over a reload without script', async () => {
    const { page, close } = await openWatched(browser, fileAddress(file), { javaScriptEnabled: false });
    const height = () => page.locator('html').evaluate((root) => root.scrollHeight);
    const claimed = await height();
    const item = page.locator('.source-list > li').nth(9);
    await item.scrollIntoViewIfNeeded();
    const place = await top(item);
    await page.reload();
    await expect.poll(async () => Math.abs((await top(item)) - place), SOON).toBeLessThan(2);
    expect(await height()).toBe(claimed);
    await close();
  });

  it('names every heading and link to a screen reader as soon as it is loaded', async () => {
    const { page, close } = await openWatched(browser, fileAddress(file));
    const shown = await page.locator('h1, h2, h3, h4, h5, h6').count();
    const protocol = await page.context().newCDPSession(page);
    const { nodes } = await protocol.send('Accessibility.getFullAXTree');
    const named = (role: string) => nodes.filter((node) => node.role?.value === role && node.name?.value).length;
    expect(named('heading')).toBe(shown);
    expect(named('link')).toBe(await page.locator('a[href]:not([role], [hidden], details *)').count());
    await close();
  });
});

function top(element: Locator): Promise<number> {
  return element.evaluate((node) => node.getBoundingClientRect().top);
}
