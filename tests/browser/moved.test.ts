import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { verifyManifest } from '../../src/publish/manifest.ts';
import { build, copyProject } from '../fixtures/project.ts';
import { pageAt } from '../site/built-site.ts';
import { SMALL_PROJECT } from '../unit/story/bridge.ts';

/** The story was called `crossing`, and its event `opening` was called `start`. */
const REDIRECTS = `articles/crossing: articles/bridge
articles/bridge/start: articles/bridge/opening
2019/룬/index.html: ko/articles/bridge.html
옛-다리.html: articles/crossing.html
`;

let browser: Browser;
let dist: string;
let printed: string;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
  const root = copyProject({ content: join(SMALL_PROJECT, 'content') });
  writeFileSync(join(root, 'content/redirects.yaml'), REDIRECTS);
  printed = (await build(root)).stdout;
  dist = join(root, 'dist');
});

afterAll(() => browser.close());

const at = (file: string): string => `${pathToFileURL(dist).href}/${file}`;

describe.each([
  ['articles/crossing.html', 'articles/bridge.html'],
  ['ko/articles/crossing.html', 'ko/articles/bridge.html'],
  ['articles/crossing/embed.html', 'articles/bridge/embed.html'],
  ['articles/crossing/opening.html', 'articles/bridge/opening.html'],
  ['articles/bridge/start.html', 'articles/bridge/opening.html'],
  ['ko/articles/crossing/start.html', 'ko/articles/bridge/opening.html'],
  ['2019/룬/index.html', 'ko/articles/bridge.html'],
  ['옛-다리.html', 'articles/bridge.html'],
])('%s', (old, now) => {
  it.each([true, false])('leads to where it stands now from a disk, with script: %s', async (javaScriptEnabled) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => troubles.push(message.text()));
    await page.goto(at(`${old}#content`));
    // What is kept of an anchor needs script.
    await page.waitForURL(at(now) + (javaScriptEnabled ? '#content' : ''));
    expect(await page.locator('h1').count()).toBe(1);
    expect(troubles).toEqual([]);
    await context.close();
  });

  it('says so in words to who stays, and to machines', () => {
    const page = pageAt(old, dist);
    const lang = now.startsWith('ko/') ? 'ko' : 'en';
    expect(page.documentElement.lang).toBe(lang);
    expect(page.querySelector('main a')?.textContent?.trim()).toMatch(lang === 'ko' ? /[가-힣]/ : /\w/);
    expect(page.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
    expect(page.querySelector('link[rel=canonical]')?.getAttribute('href')).toMatch(new RegExp(`^https://.*/${now}$`));
    // Crawlers that follow it show what stands there now.
    const [graphed, canonical] = ['meta[property="og:url"]', 'link[rel=canonical]'].map((tag) =>
      page.querySelector(tag),
    );
    expect(graphed?.getAttribute('content')).toBe(canonical?.getAttribute('href'));
    expect(page.querySelector('meta[http-equiv=content-security-policy]')?.getAttribute('content')).toMatch(
      /^default-src 'none'.*script-src 'sha256-[^']+'/,
    );
  });
});

it.each(['articles/bridge.html', 'ko/articles/crossing.html'])(
  '%s arrives at the anchor that a moment had',
  async (file) => {
    const page = await browser.newPage();
    await page.goto(at(`${file}#start`));
    await page.waitForURL(/bridge\.html#start$/);
    const { isIn, isSeen } = await page.evaluate(() => {
      const event = document.getElementById('opening') as HTMLElement;
      const { top, bottom } = event.getBoundingClientRect();
      return { isIn: event.contains(document.querySelector(':target')), isSeen: top < innerHeight && bottom > 0 };
    });
    expect([isIn, isSeen]).toEqual([true, true]);
    await page.close();
  },
);

it('what knows a story and its moments by their ids goes on knowing them', () => {
  const read = (file: string): string => readFileSync(join(dist, file), 'utf8');
  const base = /<loc>(.*?)sitemap-0/.exec(read('sitemap-index.xml'))?.[1] ?? '';
  const [item] = JSON.parse(read('feed.json')).items;
  expect([item.id, item.url]).toEqual([`${base}articles/crossing.html`, `${base}articles/bridge.html`]);
  expect(read('rss.xml')).toContain(`<guid isPermaLink="false">${base}articles/crossing.html</guid>`);
  expect(read('rss.xml')).toContain(`<link>${base}articles/bridge.html</link>`);
  expect(read('articles/bridge/timeline.ics')).toContain(`UID:start.crossing.en@${new URL(base).host}`);
  expect(read('sitemap-0.xml')).not.toMatch(/crossing|start/);
  expect(read('_redirects')).toContain('/news/articles/crossing/* /news/articles/bridge/:splat 301\n');
  expect(verifyManifest(dist)).toEqual([]);
  expect(printed).toMatch(/\nBuilt 1 article into dist\/ \(\d+ pages, \d+ files, \d+\.\d MB\)\n/);
});
