import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Readability } from '@mozilla/readability';
import { JSDOM } from 'jsdom';
import { unzipSync } from 'fflate';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { SECRETS } from '../fixtures/drawn.ts';
import { pictureProject } from '../fixtures/picture-story.ts';
import { build } from '../fixtures/project.ts';
import { filesOf } from '../site/built-site.ts';
import { printed, squeeze } from './paper.ts';
import { openWatched } from './watched-page.ts';

const ARTICLES = ['articles/bridge.html', 'ko/articles/bridge.html'];
const HOLDING = [
  ...ARTICLES,
  'articles/bridge/opening.html',
  'articles/bridge/work.html',
  'articles/bridge/embed.html',
];

let browser: Browser;
let dist: string;
beforeAll(async () => {
  const root = await pictureProject();
  [browser] = [await chromium.connect(inject('browser')), await build(root)];
  dist = join(root, 'dist');
});
afterAll(() => browser.close());

const address = (page: string): string => `${pathToFileURL(dist).href}/${page}`;
const read = (file: string): string => readFileSync(join(dist, file), 'utf8');
const documentOf = (html: string): Document => new JSDOM(html, { url: 'https://example.org/' }).window.document;

describe('a page with pictures', () => {
  it.each(HOLDING)('%s is one file, and shows them all, each once', async (file) => {
    const { page, requests, troubles, close } = await openWatched(browser, address(file), {
      viewport: { width: 360, height: 700 },
    });
    const shown = await page.locator('img').evaluateAll(async (images) => {
      await Promise.all((images as HTMLImageElement[]).map((image) => image.decode()));
      return (images as HTMLImageElement[]).map((image) => {
        const { width, height } = image.getBoundingClientRect();
        const [claimed, real] = [image.width / image.height, image.naturalWidth / image.naturalHeight];
        return { width, isRight: Math.abs(claimed / real - 1) < 0.01 || height === 0, once: image.src };
      });
    });
    expect(shown.length).toBeGreaterThan(0);
    expect(new Set(shown.map(({ once }) => once)).size).toBe(shown.length);
    for (const { width, isRight } of shown) expect([width <= 360, isRight]).toEqual([true, true]);
    expect(requests.filter((request) => !request.startsWith('data:'))).toHaveLength(1);
    expect(troubles).toEqual([]);
    await close();
  });

  it('keeps the room of a picture before it is decoded', async () => {
    const html = read(ARTICLES[0] as string).replace(/src="data:image\/webp[^"]*"/g, '');
    const { page, close } = await openWatched(browser, address(ARTICLES[0] as string));
    const height = () => page.locator('html').evaluate((root) => root.scrollHeight);
    const whole = await height();
    await page.setContent(html);
    expect(Math.abs((await height()) - whole)).toBeLessThan(4);
    await close();
  });

  it('shows upright what was stored on its side', async () => {
    const { page, close } = await openWatched(browser, address(ARTICLES[0] as string));
    const view = page.locator('#picture-view img');
    const size = await view.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
    expect(size).toEqual([1280, 800]);
    await close();
  });

  it('holds back what may be hard to look at, on the screen and on paper, until a reader asks', async () => {
    const { page, close } = await openWatched(browser, address(ARTICLES[0] as string));
    const fall = page.locator('#picture-fall img');
    expect(await fall.isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    const isLaidOut = () => fall.evaluate((image) => image.checkVisibility({ contentVisibilityAuto: true }));
    expect(await isLaidOut()).toBe(false);
    await page.emulateMedia({ media: 'screen' });
    await page.locator('#picture-fall summary').click();
    expect(await fall.isVisible()).toBe(true);
    await page.emulateMedia({ media: 'print' });
    expect(await isLaidOut()).toBe(true);
    await close();
  });

  it.each(ARTICLES)('%s keeps pictures and their rights in a reader mode', (file) => {
    const html = new Readability(documentOf(read(file))).parse()?.content ?? '';
    const figures = [...documentOf(html).querySelectorAll('figure')].filter((figure) => figure.querySelector('img'));
    expect(figures.length).toBeGreaterThanOrEqual(3);
    for (const figure of figures) expect(figure.querySelector('figcaption')?.textContent).toMatch(/Drawer|The town/);
  });
});

it.each([
  [ARTICLES[0], 'E. Mason'],
  [ARTICLES[1], '이 메이슨'],
])(
  '%s says on the screen and on paper who wrote it, whose its pictures are, and on what it rests',
  async (file, mason) => {
    const { page, close } = await openWatched(browser, address(file as string));
    const said = [mason, 'F. Wright', 'A. Drawer / The Gazette', 'CC BY-SA 4.0', 'The book of spans', 'D. Builder'];
    const [screen, sheets] = [squeeze(await page.locator('body').innerText()), await printed(page)];
    for (const words of [...said, 'River Press', '1998', 'Charter of the ferry', 'Archive of the town']) {
      expect(screen).toContain(squeeze(words));
      expect(sheets.join('')).toContain(squeeze(words));
    }
    // The heading of the timeline stands with its first moment, which is as high as its picture.
    const [legend, first] = await page.locator('#h-timeline + p, .event:first-child h4').allInnerTexts();
    expect(sheets.find((sheet) => sheet.includes(squeeze(legend as string)))).toContain(squeeze(first as string));
    // Nobody knows when.
    expect(await page.locator('#source-spans time').count()).toBe(1);
    expect(await page.locator('#source-charter time').count()).toBe(0);
    await close();
  },
);

describe('what leaves the page', () => {
  it('says nowhere where and by what a picture was taken', () => {
    for (const file of filesOf(dist)) {
      const bytes = readFileSync(join(dist, file)).toString('latin1');
      const inlined = [...bytes.matchAll(/base64,([\w+/=]+)/g)].map(([, text = '']) =>
        Buffer.from(text, 'base64').toString('latin1'),
      );
      for (const secret of SECRETS)
        expect(
          [bytes, ...inlined].some((text) => text.includes(secret)),
          file,
        ).toBe(false);
    }
  });

  it.each(['feed.json', 'ko/feed.json', 'rss.xml'])('%s leads to files that are there', (file) => {
    const found = [...read(file).matchAll(/img src=(?:\\?"|&quot;)(https:[^"\\&]*)/g)].map(
      ([, address = '']) => address,
    );
    expect(found).toHaveLength(3);
    for (const url of found) {
      expect(url).toMatch(/^https:\/\/small\.example\/news\/articles\/bridge\/pictures\/(?:view|plan|portrait)\.webp$/);
      expect(readFileSync(join(dist, url.slice('https://small.example/news/'.length))).toString('latin1', 8, 12)).toBe(
        'WEBP',
      );
    }
    expect(read(file)).toContain('articles/bridge.html#picture-fall');
    expect(read(file)).not.toContain('fall.webp');
  });

  it('tells search engines of each picture with its rights, and of none that waits', () => {
    const [script] = documentOf(read(ARTICLES[0] as string)).querySelectorAll('script[type="application/ld+json"]');
    const { image } = JSON.parse(script?.textContent ?? '') as { image: Record<string, string>[] };
    const [card, ...pictures] = image;
    expect(card?.['url']).toContain('card.png');
    expect(pictures).toEqual([
      expect.objectContaining({
        contentUrl: 'https://small.example/news/articles/bridge/pictures/view.webp',
        creditText: 'A. Drawer / The Gazette',
        license: 'https://creativecommons.org/licenses/by-sa/4.0/',
        dateCreated: '2025-03-01',
      }),
      expect.objectContaining({ creditText: 'The town', copyrightNotice: 'By permission of the town' }),
      expect.objectContaining({ license: 'https://creativecommons.org/publicdomain/zero/1.0/' }),
    ]);
  });

  it('is in the exports of the timeline, where what waits is marked or left out', () => {
    const { events } = JSON.parse(read('articles/bridge/timeline.json')) as {
      events: { picture?: Record<string, unknown> }[];
    };
    expect(events.map(({ picture }) => picture?.['graphic'] ?? picture?.['credit'])).toEqual([
      'The town',
      true,
      'A. Drawer / The Gazette',
      undefined,
    ]);
    const slides = JSON.parse(read('articles/bridge/timeline.timelinejs.json')) as {
      events: { media?: { url: string } }[];
    };
    expect(slides.events.map(({ media }) => media?.url.split('/').at(-1))).toEqual([
      'plan.webp',
      undefined,
      'view.webp',
      undefined,
    ]);
  });
});

it.each(['', 'ko/'])('the book under "%s" holds the pictures, as files that old programs show', (folder) => {
  const book = unzipSync(readFileSync(join(dist, `${folder}articles/bridge/story.epub`)));
  const held = Object.entries(book).filter(([file]) => file.endsWith('.jpg'));
  expect(held.map(([file]) => file)).toEqual(['picture-view.jpg', 'picture-plan.jpg', 'picture-portrait.jpg']);
  for (const [, bytes] of held) expect([...bytes.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff]);
});
