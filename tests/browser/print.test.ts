import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { editions } from '../site/built-site.ts';
import { fileAddress } from './pages.ts';
import { printed, squeeze } from './paper.ts';

interface OnScreen {
  titles: string[];
  addresses: string[];
  controls: string[];
  updated: string;
  canonical: string;
}

describe.each(editions)('the printed $file', ({ article, file }) => {
  let browser: Browser;
  let paper = '';
  let screen: OnScreen;

  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
    const tab = await browser.newPage({ colorScheme: 'dark' });
    await tab.goto(fileAddress(file));
    // A reader who has chosen what to see still prints everything.
    await tab.locator('#filter_phase_2').check();
    screen = await tab.evaluate(() => ({
      titles: [...document.querySelectorAll('.timeline li[id] :is(h3, h4)')].map((node) => node.textContent ?? ''),
      addresses: [...document.querySelectorAll<HTMLAnchorElement>('li[id^="source-"] a[href^="http"]')].map(
        (link) => link.getAttribute('href') ?? '',
      ),
      controls: [...document.querySelectorAll('.filters legend, summary, button')].map(
        (node) => node.textContent ?? '',
      ),
      updated: document.querySelector('.dateline time:last-of-type')?.textContent ?? '',
      canonical: document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? '',
    }));
    paper = (await printed(tab)).join('');
  });

  afterAll(() => browser.close());

  test('holds every event', () => {
    expect(screen.titles).toHaveLength(article.original.data.timeline.length);
    for (const title of screen.titles) expect(paper).toContain(squeeze(title));
  });

  test('holds the address of every source', () => {
    const addresses = article.sources.flatMap(({ url }) => url ?? []);
    expect(screen.addresses).toEqual(expect.arrayContaining(addresses));
    for (const address of screen.addresses) expect(paper).toContain(squeeze(address));
  });

  test('says where it comes from and when it was last changed', () => {
    expect(paper).toContain(squeeze(screen.canonical));
    expect(paper).toContain(squeeze(screen.updated));
  });

  test('holds no control', () => {
    expect(screen.controls.length).toBeGreaterThan(0);
    for (const control of screen.controls) expect(paper).not.toContain(`\n${control.trim()}\n`);
  });
});
