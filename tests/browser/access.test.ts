import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { editions } from '../site/built-site.ts';
import { faultsOn } from './axe.ts';
import { fileAddress, pagesToOpen } from './pages.ts';
import { openWatched, type WatchedPage } from './watched-page.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});

afterAll(() => browser.close());

describe.each(pagesToOpen)('%s', (file) => {
  let opened: WatchedPage;

  beforeAll(async () => {
    opened = await openWatched(browser, fileAddress(file), { reducedMotion: 'reduce' });
  });

  afterAll(() => opened.close());

  // An embed is a part of another page, which has its own way past it.
  it.skipIf(file.endsWith('embed.html'))('has a first stop that shows itself and skips to the content', async () => {
    const { page } = opened;
    await page.keyboard.press('Tab');
    const skip = page.locator(':focus');
    const [target, box] = [await skip.getAttribute('href'), await skip.boundingBox()];
    expect(target).toMatch(/^#.+/);
    expect(box && box.x >= 0 && box.y >= 0 && box.width > 20 && box.height > 10).toBe(true);

    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('id')).toBe(target?.slice(1));
    await page.keyboard.press('Tab');
    const passed = await page.evaluate(() => document.activeElement?.closest('main, footer')?.tagName);
    expect(passed).toMatch(/MAIN|FOOTER/);
  });

  it('does not scroll sideways on a narrow screen', async () => {
    await opened.page.setViewportSize({ width: 320, height: 640 });
    expect(await opened.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });

  it(
    'is one that axe finds nothing on, in light and in dark colours, on a phone and on a desk',
    async () => {
      const { page } = opened;
      // What is folded away is read as well.
      await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
      expect(await faultsOn(page)).toEqual([]);
    },
    // A long page has thousands of elements, and each rule looks at most of them.
    180_000,
  );
});

it.each(editions)('every stop on $file shows where it is', async ({ file }) => {
  const { page, close } = await openWatched(browser, fileAddress(file));
  const unseen: string[] = [];
  for (let stop = 0; stop < 40; stop++) {
    await page.keyboard.press('Tab');
    const { shown, html } = await page.evaluate(() => {
      const element = document.activeElement as HTMLElement;
      const { outlineStyle, outlineWidth, outlineOffset } = getComputedStyle(element);
      const around = parseFloat(outlineWidth) + parseFloat(outlineOffset);
      const [own, others] = [element.getBoundingClientRect(), []] as [DOMRect, DOMRect[]];
      for (let box = element.parentElement; box && box !== document.body; box = box.parentElement)
        if (getComputedStyle(box).overflow !== 'visible') others.push(box.getBoundingClientRect());
      const isCut = others.some(
        ({ top, right, bottom, left }) =>
          own.top - around < top - 1 &&
          own.right + around > right + 1 &&
          own.bottom + around > bottom + 1 &&
          own.left - around < left - 1,
      );
      return {
        shown: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !isCut,
        html: element.outerHTML.slice(0, 120),
      };
    });
    if (!shown) unseen.push(html);
  }
  expect(unseen).toEqual([]);
  await close();
});
