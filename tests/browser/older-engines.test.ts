import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { DIST, editions } from '../site/built-site.ts';

/** The article as a browser shows it that knows nothing that came after Safari 16.4, Chrome 109 and Firefox 115. */

const NEWER =
  /light-dark\(|:has\(|::details-content|:target-current|scroll-target-group|text-wrap|text-autospace|text-spacing-trim/g;
const [{ file }] = editions as [(typeof editions)[number]];
const html = readFileSync(join(DIST, file), 'utf8');
const sheet = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css]) => css).join('');
const PAPER = { light: 'rgb(250, 247, 240)', dark: 'rgb(18, 22, 31)' } as const;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  page = await browser.newPage({ bypassCSP: true });
  await page.route('**/*', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: html.replace(/<style>.*?<\/style>/gs, (style) =>
        style.replace(NEWER, (name) => name.replace(/[a-z]/, 'unknown-$&')),
      ),
    }),
  );
  await page.goto('http://article.example/');
});

afterAll(() => browser.close());

const styleOf = (selector: string, property: string): Promise<string> =>
  page
    .locator(selector)
    .first()
    .evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), property);

describe.each(['light', 'dark'] as const)('by %s', (colorScheme) => {
  it('has its paper, its words and its drawings in their colours', async () => {
    await page.emulateMedia({ colorScheme });
    expect(await styleOf('html', 'background-color')).toBe(PAPER[colorScheme]);
    const ink = await styleOf('body', 'color');
    const drawn: (readonly [string, string])[] = [
      ['.strip .dot[class*=side]', 'fill'],
      ['.strip .axis', 'stroke'],
      ['.maps .land', 'fill'],
      ['.count > svg path', 'stroke'],
      ['.side-mark', 'color'],
      ['.prose a.term', 'text-decoration-color'],
    ];
    for (const [selector, property] of drawn) {
      const colour = await styleOf(selector, property);
      expect(colour, selector).toMatch(/^rgb\(/);
      expect([ink, PAPER[colorScheme], 'rgb(0, 0, 0)'], selector).not.toContain(colour);
    }
  });
});

it.each([390, 1280])('its contents open at %i pixels', async (width) => {
  await page.setViewportSize({ width, height: 800 });
  const first = page.locator('.contents a').first();
  expect(await first.isVisible()).toBe(false);
  await page.locator('.contents summary').click();
  expect(await first.isVisible()).toBe(true);
  await page.locator('.contents summary').click();
});

it('offers no filter that nothing would follow', async () => {
  expect(await page.locator('.filters').isVisible()).toBe(false);
  expect(await page.locator('.shown').isVisible()).toBe(false);
});

it('lines its terms, and answers to the mouse in its overview', async () => {
  expect(await styleOf('.prose a.term', 'text-decoration-line')).toBe('underline');
  // Safari knew no line with a style and a colour in one declaration.
  expect(sheet).not.toMatch(/text-decoration:[^;}]* /);
  const link = page.locator('.strip a').nth(3);
  const before = await link.evaluate((node) => getComputedStyle(node).backgroundColor);
  await link.hover();
  expect(await link.evaluate((node) => getComputedStyle(node).backgroundColor)).not.toBe(before);
});

it('needs no nesting', () => {
  expect(sheet).not.toMatch(/\{[^{}]*;@media|&/);
});
