import { type Browser, chromium, type Locator, type Page } from 'playwright-core';
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

describe.each(editions)('$file', ({ article, file }) => {
  it('shows what a link leads to, however deep in the page', async () => {
    for (const id of [`source-${article.sources.at(-1)?.id}`, article.headingIds.at(-1), 'h-people']) {
      const { page, close } = await openWatched(browser, `${fileAddress(file)}#${id}`);
      const height = page.viewportSize()?.height;
      await expect.poll(() => top(page.locator(`#${id}`)), SOON).toSatisfy((y) => y >= 0 && y < Number(height));
      await close();
    }
  });

  it('keeps the place over a reload', async () => {
    const { page, troubles, close } = await openWatched(browser, fileAddress(file));
    const item = page.locator('.source-list > li').nth(9);
    // As who reads it does: past every part, each of which takes its true height.
    for (const seen of [...(await page.locator('.story > .part > :last-child').all()), item]) {
      await seen.evaluate((element) => element.scrollIntoView());
      await drawn(page);
    }
    const place = await top(item);
    await page.reload();
    await expect.poll(async () => Math.abs((await top(item)) - place), SOON).toBeLessThan(2);
    expect(troubles).toEqual([]);
    await close();
  });
});

/** Resolves when what is in view has been laid out and drawn. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let frames = 0; frames < 2; frames++) await new Promise(requestAnimationFrame);
  });
}

function top(element: Locator): Promise<number> {
  return element.evaluate((node) => node.getBoundingClientRect().top);
}
