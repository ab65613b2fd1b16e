import axe from 'axe-core';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { editions } from '../site/built-site.ts';
import { fileAddress, pagesToOpen } from './pages.ts';
import { openWatched } from './watched-page.ts';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});

afterAll(() => browser.close());

it.each(pagesToOpen)(
  'axe finds nothing on %s, in light and in dark colours',
  async (file) => {
    const { page, close } = await openWatched(browser, fileAddress(file), { reducedMotion: 'reduce' });
    // What is folded away is read as well.
    await page.evaluate(() => document.querySelectorAll('details').forEach((details) => (details.open = true)));
    await page.evaluate(axe.source);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await page.evaluate(
        (tags) =>
          (globalThis as unknown as { axe: typeof axe }).axe.run({
            runOnly: tags,
            resultTypes: ['violations'],
            preload: false,
          }),
        RULES,
      );
      const found = violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
      );
      expect(found, colorScheme).toEqual([]);
    }
    await close();
  },
  // A long page has thousands of elements, and each rule looks at most of them.
  180_000,
);

describe('with the keyboard alone', () => {
  it.each(pagesToOpen.filter((page) => !page.endsWith('embed.html')))(
    'the first stop on %s shows itself and skips to the content',
    async (file) => {
      const { page, close } = await openWatched(browser, fileAddress(file));
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
      await close();
    },
  );

  it.each(editions)('every stop on $file shows where it is', async ({ file }) => {
    const { page, close } = await openWatched(browser, fileAddress(file));
    const unseen: string[] = [];
    for (let stop = 0; stop < 40; stop++) {
      await page.keyboard.press('Tab');
      const { shown, html } = await page.evaluate(() => {
        const element = document.activeElement as HTMLElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return {
          shown: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
          html: element.outerHTML.slice(0, 120),
        };
      });
      if (!shown) unseen.push(html);
    }
    expect(unseen).toEqual([]);
    await close();
  });
});

describe('on a narrow screen', () => {
  it.each(pagesToOpen)('%s does not scroll sideways', async (file) => {
    const { page, close } = await openWatched(browser, fileAddress(file), { viewport: { width: 320, height: 640 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await close();
  });
});
