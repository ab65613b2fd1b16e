import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { AXE } from './axe.ts';

const dist = join(import.meta.dirname, '../../dist');

describe.each(['articles/georgia-detention.html', 'ko/articles/georgia-detention.html'])('the looks of %s', (file) => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
    page = await browser.newPage({ reducedMotion: 'reduce' });
    await page.goto(pathToFileURL(join(dist, file)).href);
  });

  afterAll(() => browser.close());

  test.each(['light', 'dark'] as const)('body text has a contrast of 7:1 by %s', async (colorScheme) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.emulateMedia({ colorScheme });
    await page.evaluate(AXE);
    const faults = await page.evaluate(async () => {
      const { axe: checker } = window as unknown as {
        axe: { run(scope: object, options: object): Promise<{ violations: { nodes: { target: string[] }[] }[] }> };
      };
      const { violations } = await checker.run(
        { include: ['.prose', '.key-points', '.moments'] },
        { runOnly: { type: 'rule', values: ['color-contrast-enhanced'] } },
      );
      return violations.flatMap(({ nodes }) => nodes.map(({ target }) => target.join(' ')));
    });
    expect(faults).toEqual([]);
  });

  test.each([
    [320, '100%'],
    [360, '200%'],
    [768, '100%'],
    [1280, '200%'],
  ])('at %i pixels and %s text nothing is cut off sideways', async (width, size) => {
    await page.setViewportSize({ width, height: 800 });
    // The page's policy lets no style in, but its own document may be changed.
    await page.evaluate((wanted) => document.documentElement.style.setProperty('font-size', wanted, 'important'), size);
    const wide = await page.evaluate(() => {
      const edge = document.documentElement.clientWidth + 1;
      return [...document.querySelectorAll('main *')]
        .filter((node) => !node.closest('[data-table]') && node.getBoundingClientRect().right > edge)
        .map((node) => `${node.tagName}.${node.className}`);
    });
    expect(wide).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  });

  test('no line begins with the marker of a source', async () => {
    const apart: string[] = [];
    for (let width = 320; width <= 1280; width += 80) {
      await page.setViewportSize({ width, height: 800 });
      const found = await page.evaluate(() =>
        [...document.querySelectorAll('sup')].flatMap((marker) => {
          const before = marker.previousSibling;
          if (!(before instanceof Text) || !before.data.trim()) return [];
          const last = document.createRange();
          last.setStart(before, before.length - 1);
          last.setEnd(before, before.length);
          const [mark] = (marker.firstElementChild as Element).getClientRects();
          return mark && mark.left < last.getBoundingClientRect().left ? [before.data.slice(-20)] : [];
        }),
      );
      apart.push(...found.map((words) => `${width}: ${words}`));
    }
    expect(apart).toEqual([]);
  });

  test('targets are 24 pixels or more, or stand within a sentence', async () => {
    await page.setViewportSize({ width: 360, height: 800 });
    const small = await page.evaluate(() => {
      const inSentence = (node: Element): boolean =>
        getComputedStyle(node).display === 'inline' &&
        (node.closest('p, li, td, dd')?.textContent ?? '').trim() !== (node.textContent ?? '').trim();
      return [...document.querySelectorAll('a, button, summary, label')]
        .filter((node) => node.getClientRects().length > 0 && !inSentence(node))
        .filter((node) => {
          const { width, height } = node.getBoundingClientRect();
          return Math.round(width) < 24 || Math.round(height) < 24;
        })
        .map((node) => `${node.parentElement?.className} > ${node.tagName} "${node.textContent?.trim()}"`);
    });
    expect(small.filter((text) => !text.startsWith('skip'))).toEqual([]);
  });

  test('every focus can be seen', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    const links = await page.locator('a[href], input, summary').all();
    for (const link of [links[0], links[3], links[Math.floor(links.length / 2)], links.at(-3)]) {
      await link?.focus();
      await page.keyboard.press('Tab');
      const style = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement as Element);
        return { outlineStyle, outlineWidth: Number.parseFloat(outlineWidth) };
      });
      expect(style.outlineStyle).not.toBe('none');
      expect(style.outlineWidth).toBeGreaterThanOrEqual(2);
    }
  });

  test.each([
    ['ltr', 'منى'],
    ['rtl', 'Seoul'],
  ])('in a text read %s a marker stands behind a name from the other side', async (dir, name) => {
    const fresh = await browser.newPage();
    await fresh.goto(pathToFileURL(join(dist, file)).href);
    const [text, marker] = await fresh.evaluate(
      ([dir = '', name = '']) => {
        const paragraph = document.querySelector('p:has(> sup)') as HTMLElement;
        const marker = paragraph.querySelector('sup') as Element;
        paragraph.dir = dir;
        paragraph.replaceChildren(name, marker, '.');
        const range = document.createRange();
        range.selectNodeContents(paragraph.firstChild as Node);
        return [range, marker].map((part) => part.getBoundingClientRect().left);
      },
      [dir, name],
    );
    expect(Number(marker) > Number(text)).toBe(dir === 'ltr');
    await fresh.close();
  });

  test('nothing moves while it loads', async () => {
    const fresh = await browser.newPage({ viewport: { width: 360, height: 800 } });
    await fresh.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await fresh.goto(pathToFileURL(join(dist, file)).href, { waitUntil: 'load' });
    await fresh.evaluate(() => new Promise(requestAnimationFrame));
    expect(await fresh.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
    await fresh.close();
  });
});
