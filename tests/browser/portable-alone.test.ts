import { copyFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { DIST } from '../site/built-site.ts';
import { pagesToOpen } from './pages.ts';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  page = await browser.newPage({ viewport: { width: 800, height: 900 } });
});

afterAll(() => browser.close());

/** What a page looks like: where each element stands, and how it is painted. */
async function looks(path: string): Promise<string[]> {
  await page.goto(pathToFileURL(path).href);
  return page.evaluate(() =>
    [...document.querySelectorAll('body, body *')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const { color, backgroundColor, backgroundImage, font, display, fill, stroke } = getComputedStyle(element);
      return [
        element.tagName,
        x,
        y,
        width,
        height,
        color,
        backgroundColor,
        backgroundImage,
        font,
        display,
        fill,
        stroke,
      ].join(' ');
    }),
  );
}

it('looks the same when a page is alone in an empty folder', async () => {
  for (const file of pagesToOpen) {
    const alone = join(mkdtempSync(join(tmpdir(), 'alone-')), basename(file));
    copyFileSync(join(DIST, file), alone);
    const there = await looks(join(DIST, file));
    expect(there.length, file).toBeGreaterThan(5);
    expect(await looks(alone), file).toEqual(there);
  }
});

it('is painted the same to the last pixel', async () => {
  const home = join(DIST, 'index.html');
  const alone = join(mkdtempSync(join(tmpdir(), 'alone-')), 'index.html');
  copyFileSync(home, alone);
  const [there, here] = [await picture(home), await picture(alone)];
  expect(Buffer.compare(here, there)).toBe(0);
});

async function picture(path: string): Promise<Buffer> {
  await page.goto(pathToFileURL(path).href);
  return page.screenshot({ fullPage: true });
}
