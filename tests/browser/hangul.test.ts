import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { editions } from '../site/built-site.ts';
import { fileAddress } from './pages.ts';
import { openWatched } from './watched-page.ts';

/** How Hangul is set: it breaks between words, has air between its lines, and is never slanted. */

let browser: Browser;

beforeAll(async () => {
  browser = await chromium.connect(inject('browser'));
});

afterAll(() => browser.close());

const korean = editions.filter(({ edition }) => edition.lang === 'ko').map(({ file }) => file);
const pages = [
  ...korean,
  ...korean.map((file) => file.replace(/\.html$/, '/embed.html')),
  'ko/about.html',
  'ko/index.html',
];

it.each(pages)('%s sets it so', async (file) => {
  const { page, close } = await openWatched(browser, fileAddress(file), { viewport: { width: 360, height: 800 } });
  const { body, lines, wrong } = await page.evaluate(() => {
    // What no text of the story uses may come with the next one; a page without any of it has no styles for it.
    const slanting = ['em', 'i', 'cite', 'dfn', 'address', 'var'];
    for (const tag of document.querySelector(slanting.join()) ? [...slanting, 'blockquote'] : []) {
      const made = document.createElement(tag);
      made.textContent = '한글';
      document.querySelector('main')?.append(made);
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const wrong: string[] = [];
    while (walker.nextNode()) {
      const element = walker.currentNode.parentElement as Element;
      if (!/\p{Script=Hangul}/u.test(walker.currentNode.textContent ?? '') || element.closest('script, style, pre'))
        continue;
      const { fontStyle, wordBreak, overflowWrap } = getComputedStyle(element);
      if (element.closest('[lang]')?.getAttribute('lang') !== 'ko') continue;
      const set = [fontStyle, wordBreak, overflowWrap].join(' ');
      // In a table that would make columns of letters.
      const wrap = element.closest('.table') ? 'break-word' : 'anywhere';
      if (set !== `normal keep-all ${wrap}`) wrong.push(`${set}: ${walker.currentNode.textContent}`);
    }
    const style = getComputedStyle(document.body);
    const lines = [...document.querySelectorAll('.prose > p, .event > p, main > p, .stories p')].map((paragraph) => {
      const { lineHeight, fontSize } = getComputedStyle(paragraph);
      return Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
    });
    return {
      body: {
        lineHeight: Number.parseFloat(style.lineHeight) / Number.parseFloat(style.fontSize),
        trim: style.getPropertyValue('text-spacing-trim'),
        space: style.getPropertyValue('text-autospace'),
        supports: ['text-spacing-trim: trim-start', 'text-autospace: no-autospace'].map((rule) => CSS.supports(rule)),
      },
      lines,
      wrong,
    };
  });
  expect(wrong).toEqual([]);
  expect(body.lineHeight).toBeGreaterThanOrEqual(1.7);
  for (const line of lines) expect(line).toBeGreaterThan(1.4);
  expect(body.supports).toEqual([true, true]);
  expect([body.trim, body.space]).toEqual(['trim-start', 'no-autospace']);
  await close();
});

it.each([
  ['English in it may be', korean[0] ?? '', 'en', 'italic'],
  ['in an English page it is not', 'index.html', 'ko', 'normal'],
])('slanted: %s', async (_name, file, lang, slant) => {
  const { page, close } = await openWatched(browser, fileAddress(file));
  const style = await page.evaluate((lang) => {
    const run = document.createElement('span');
    run.lang = lang;
    run.innerHTML = '<em>word</em>';
    document.querySelector('main')?.append(run);
    return getComputedStyle(run.firstElementChild as Element).fontStyle;
  }, lang);
  expect(style).toBe(slant);
  await close();
});

it('a word of Hangul that no line holds is broken, and no other', async () => {
  const { page, close } = await openWatched(browser, fileAddress(korean[0] ?? ''), {
    viewport: { width: 360, height: 800 },
  });
  const heights = await page.evaluate(() => {
    const paragraph = document.createElement('p');
    document.querySelector('.prose')?.append(paragraph);
    const linesOf = (text: string): number => {
      paragraph.textContent = text;
      return Math.round(
        paragraph.getBoundingClientRect().height / Number.parseFloat(getComputedStyle(paragraph).lineHeight),
      );
    };
    // Two words of which one and a half fit: the second goes whole into the next line.
    const lines = linesOf(`${'가'.repeat(12)} ${'나'.repeat(12)}`);
    const range = document.createRange();
    range.setStart(paragraph.firstChild as Text, 13);
    range.setEnd(paragraph.firstChild as Text, 25);
    const second = range.getClientRects().length;
    return { lines, second, long: linesOf('가'.repeat(60)), width: document.documentElement.scrollWidth };
  });
  expect(heights).toMatchObject({ lines: 2, second: 1, width: 360 });
  expect(heights.long).toBeGreaterThan(2);
  await close();
});

it('a last syllable is not left alone in a line', async () => {
  const { page, close } = await openWatched(browser, fileAddress(korean[0] ?? ''), {
    viewport: { width: 360, height: 800 },
  });
  const { alone, plainly } = await page.evaluate(() => {
    const paragraph = document.createElement('p');
    document.querySelector('.prose')?.append(paragraph);
    const texts = Array.from({ length: 30 }, (_, index) => `${'가나다 '.repeat(index + 8)}말`);
    const isAlone = (text: string): boolean => {
      paragraph.textContent = text;
      const [before, last] = [text.length - 3, text.length - 1].map((at) => {
        const range = document.createRange();
        range.setStart(paragraph.firstChild as Text, at);
        range.setEnd(paragraph.firstChild as Text, at + 1);
        return range.getBoundingClientRect().top;
      });
      return before !== last;
    };
    const alone = texts.filter(isAlone).length;
    paragraph.style.textWrap = 'wrap';
    return { alone, plainly: texts.filter(isAlone).length };
  });
  expect(plainly).toBeGreaterThan(0);
  expect(alone).toBe(0);
  await close();
});

it.each(pages)('%s tears no day from its month, however narrow', async (file) => {
  const { page, close } = await openWatched(browser, fileAddress(file));
  const torn = new Set<string>();
  for (const width of [320, 344, 360, 390]) {
    await page.setViewportSize({ width, height: 800 });
    const found = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.querySelector('main') as Element, NodeFilter.SHOW_TEXT);
      const torn: string[] = [];
      while (walker.nextNode()) {
        // What is copied has no spaces but plain ones.
        if (walker.currentNode.parentElement?.closest('[data-copies]')) continue;
        for (const { index, 0: date } of walker.currentNode.nodeValue?.matchAll(/\d+월\s\d+일/g) ?? []) {
          const range = document.createRange();
          range.setStart(walker.currentNode, index);
          range.setEnd(walker.currentNode, index + date.length);
          if (new Set(Array.from(range.getClientRects(), ({ top }) => top)).size > 1) torn.push(date);
        }
      }
      return torn;
    });
    for (const date of found) torn.add(`${date} at ${width} pixels`);
  }
  expect([...torn]).toEqual([]);
  await close();
});
