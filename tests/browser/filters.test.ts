import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';

const address = pathToFileURL(join(import.meta.dirname, '../../dist/articles/georgia-detention.html')).href;

describe('the timeline without a script', () => {
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    browser = await chromium.connect(inject('browser'));
  });

  beforeEach(async () => {
    page = await browser.newPage({ javaScriptEnabled: true, reducedMotion: 'reduce' });
    await page.goto(address);
  });

  afterAll(() => browser.close());

  const shown = async (): Promise<number> => page.locator('.timeline li[id]:visible').count();

  test('shows the events of the chosen phase and no other', async () => {
    const all = await shown();
    const phases = page.locator('input[name=phase]');
    let sum = 0;
    for (let index = 1; index < (await phases.count()); index++) {
      await phases.nth(index).check();
      expect(await page.locator('.timeline h3:visible').count()).toBe(1);
      sum += await shown();
    }
    expect(sum).toBe(all);
    await phases.first().check();
    expect(await shown()).toBe(all);
  });

  test('shows the events of the chosen side, and no heading without events', async () => {
    const all = await shown();
    const sides = page.locator('input[name=side]');
    for (let index = 1; index < (await sides.count()); index++) {
      await sides.nth(index).check();
      const some = await shown();
      expect(some).toBeGreaterThan(0);
      expect(some).toBeLessThan(all);
      for (const heading of await page.locator('.timeline h3:visible').all())
        expect(
          await heading.locator('xpath=following-sibling::ol[1]/li').filter({ visible: true }).count(),
        ).toBeGreaterThan(0);
    }
  });

  test('says how many events are shown, to a screen reader as well', async () => {
    await page.locator('input[name=phase]').nth(1).check();
    expect(await spoken(page, '.shown')).toMatch(new RegExp(`^${await shown()}\\s+/ `));
    await page.locator('input[name=phase]').first().check();
    expect(await spoken(page, '.shown')).toMatch(new RegExp(`^${await shown()}\\s+/ `));
  });

  test('works from the keyboard, with a visible focus', async () => {
    await page.locator('input[name=phase]').first().focus();
    await page.keyboard.press('ArrowRight');
    const focused = page.locator('input[name=phase]:focus');
    expect(await focused.isChecked()).toBe(true);
    expect(await focused.evaluate((node) => getComputedStyle(node).outlineStyle)).not.toBe('none');
  });

  test('an event that a link names is shown whatever is chosen, and stands out', async () => {
    const last = (await page.locator('.timeline li[id]').last().getAttribute('id')) ?? '';
    await page.locator('input[name=phase]').nth(1).check();
    expect(await page.locator(`[id="${last}"]`).isVisible()).toBe(false);
    const before = await page.locator(`[id="${last}"]`).evaluate((node) => getComputedStyle(node).backgroundColor);
    await page.evaluate((id) => (location.hash = id), last);
    expect(await page.locator(`[id="${last}"]`).isVisible()).toBe(true);
    const after = await page.locator(`[id="${last}"]`).evaluate((node) => getComputedStyle(node).backgroundColor);
    expect(after).not.toBe(before);
  });

  test('the strip leads to every event, and marks the one in view where the browser can', async () => {
    const targets = await page
      .locator('.strip a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    const events = await page.locator('.timeline li[id]').evaluateAll((items) => items.map(({ id }) => `#${id}`));
    expect(targets).toEqual(events);
    const supported = await page.evaluate(
      () => CSS.supports('selector(:target-current)') && CSS.supports('scroll-target-group', 'auto'),
    );
    if (!supported) return;
    await page.locator('.timeline li[id]').nth(9).scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator('.strip a:target-current').count()).toBe(1);
  });
});

/** What the browser's accessibility tree holds of an element: the counter is generated, so no text in the page. */
async function spoken(page: Page, selector: string): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector });
  const { nodes } = await session.send('Accessibility.queryAXTree', { nodeId, role: 'StaticText' });
  return nodes.map(({ name }) => String(name?.value)).join('');
}
