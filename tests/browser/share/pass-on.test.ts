import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { serve, type Serving } from '../../../src/publish/serve.ts';
import { BASE, DIST } from '../../site/share/dist.ts';

const ARTICLE = 'articles/georgia-detention';
let browser: Browser;
let serving: Serving;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  serving = await serve(DIST, 0);
});
afterEach(async () => {
  for (const context of browser.contexts()) await context.close();
});
afterAll(async () => {
  await browser.close();
  serving.server.close();
});

function served(file: string): string {
  return `http://localhost:${serving.port}/${file}`;
}

async function open(address: string, options: BrowserContextOptions = {}, before?: () => void): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  if (before) await page.addInitScript(before);
  await page.goto(address);
  return page;
}

/** A browser that writes down what it is asked to copy and to share. */
function withEverything(): void {
  const log: unknown[] = [];
  Object.assign(globalThis, { log });
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text: string) => void log.push(text) } });
  Object.defineProperty(navigator, 'share', { value: async (what: unknown) => void log.push(what) });
}

function withoutClipboard(): void {
  Object.defineProperty(navigator, 'clipboard', { value: undefined });
  const log: unknown[] = [];
  Object.assign(globalThis, { log });
  Object.defineProperty(navigator, 'share', { value: async (what: unknown) => void log.push(what) });
}

function withRefusal(): void {
  const writeText = (): Promise<void> => Promise.reject(new Error('refused'));
  Object.defineProperty(navigator, 'clipboard', { value: { writeText } });
}

function withNothing(): void {
  Object.defineProperty(navigator, 'clipboard', { value: undefined });
  Object.defineProperty(navigator, 'share', { value: undefined });
}

const logged = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => (globalThis as unknown as { log: unknown[] }).log);

test('the buttons copy addresses of the web, and say so', async () => {
  const page = await open(served(`${ARTICLE}.html`), { permissions: ['clipboard-read', 'clipboard-write'] });
  const copied = (): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  const button = page.locator('.pass-on button').first();
  await button.click();
  await page.locator('[role=status]:not(:empty)').waitFor({ state: 'attached' });
  expect(await copied()).toBe(`${BASE}${ARTICLE}.html`);
});

test('where the browser refuses, the address is shown, selected, and the button stays', async () => {
  const page = await open(served(`${ARTICLE}.html`), {}, withRefusal);
  await page.locator('.pass-on button').first().click();
  await page.locator('[role=status]:not(:empty)').waitFor({ state: 'attached' });
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(`${BASE}${ARTICLE}.html`);
  expect(await page.evaluate(() => document.activeElement?.closest('.pass-on') !== null)).toBe(true);
});

test('on a page opened from a disk they do the same', async () => {
  const page = await open(pathToFileURL(join(DIST, `${ARTICLE}/landau-regret.html`)).href, {}, withEverything);
  for (const button of await page.locator('.pass-on button').all()) await button.click();
  const url = `${BASE}${ARTICLE}/landau-regret.html`;
  const title = await page.locator('h1').innerText();
  expect(await logged(page)).toEqual([url, { url, title: title.replace(/\s+/g, ' ') }]);
});

test('where nothing can be copied, a moment is handed to the device’s share sheet', async () => {
  const page = await open(pathToFileURL(join(DIST, `ko/${ARTICLE}/landau-regret.html`)).href, {}, withoutClipboard);
  await page.locator('.pass-on button').click();
  expect(await logged(page)).toMatchObject([{ url: `${BASE}ko/${ARTICLE}/landau-regret.html` }]);
  expect(await page.locator('[data-copies] button').count()).toBe(0);
});

test.each([
  ['without a script', { javaScriptEnabled: false }, undefined],
  ['where neither works', {}, withNothing],
] as const)('%s there are links and no buttons', async (_name, options, before) => {
  const page = await open(pathToFileURL(join(DIST, `${ARTICLE}.html`)).href, options, before);
  expect(await page.locator('.pass-on button, [data-copies] button').count()).toBe(0);
  const mail = new URL((await page.locator('.pass-on a').getAttribute('href')) ?? '');
  expect(mail.protocol).toBe('mailto:');
  expect(mail.searchParams.get('body')).toBe(`${BASE}${ARTICLE}.html`);
  await page.locator('#landau-regret .when a').click();
  await page.waitForURL(/landau-regret\.html$/);
});

test('the citation and the frame’s code are copied whole', async () => {
  const page = await open(pathToFileURL(join(DIST, `${ARTICLE}.html`)).href, {}, withEverything);
  for (const summary of await page.locator('.reuse summary').all()) await summary.click();
  const places = await page.locator('[data-copies]').all();
  for (const place of places) await place.locator('button').click();
  expect(await logged(page)).toEqual(await page.locator('[data-copies] > :first-child').allTextContents());
  expect(places.length).toBe(3);
});

const embed = `${ARTICLE}/embed.html`;

/** Another site's page, with the timeline in a frame. */
async function framed(size: string, width: number) {
  const page = await (await browser.newContext({ viewport: { width, height: 800 } })).newPage();
  const body = `<iframe src="${served(embed)}" ${size}></iframe>`;
  await page.route(served('host.html'), (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto(served('host.html'));
  return { page, frame: page.frameLocator('iframe') };
}

test('a link of the embedded timeline opens the article at the top level, at its moment', async () => {
  const { page, frame } = await framed('width="300" height="640"', 320);
  const overflow = await frame.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
  expect(overflow).toBe(0);
  await frame.locator('a[href$="#landau-regret"]').click();
  await page.waitForURL(served(`${ARTICLE}.html#landau-regret`));
});

test.each([300, 760])(
  'the timeline alone says how high a frame of %i pixels must be to show all of it',
  async (width) => {
    const alone = await (await browser.newContext({ viewport: { width: 500, height: 800 } })).newPage();
    await alone.goto(served(embed));
    await alone.setViewportSize({ width, height: 800 });
    const line = alone.locator('.frame-height');
    await line.getByText(`${width}`).waitFor();
    const [, height] = /height="(\d+)"/.exec(await line.innerText()) ?? [];
    await alone.emulateMedia({ media: 'print' });
    expect(await line.isVisible()).toBe(false);
    const { frame } = await framed(`width="${width}" height="${height}" style="border: 0"`, width + 40);
    expect(await frame.locator('.frame-height').isVisible()).toBe(false);
    const sizes = await frame
      .locator('html')
      .evaluate((root) => [root.scrollHeight, root.getBoundingClientRect().height]);
    for (const size of sizes) expect(Math.abs(size - Number(height))).toBeLessThan(1);
  },
);
