import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { MOST_SIDES } from '../../src/styles/palette.ts';
import { BASE } from '../fixtures/base-project.ts';
import { build, copyProject } from '../fixtures/project.ts';
import { printed, squeeze } from './paper.ts';

/** A story with as many sides as there may be, and more phases than stories have. */

const PHASES = 12;
const SIDES = Array.from({ length: MOST_SIDES }, (_, index) => index + 1);
/** A word that no narrow screen has room for. */
const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau';
/** Dates of some events: a time of day, and one that takes many words. */
const DATES = ['1900-01-01T10:00+00:00', '1901-10-14~/1902-11-25?'];
/** The last of each round belongs to no side. */
const EVENTS = Array.from({ length: 4 * PHASES }, (_, at) => ({
  phase: Math.floor(at / 4) + 1,
  side: SIDES[at % (MOST_SIDES + 1)],
}));

const content = mkdtempSync(join(tmpdir(), 'plain-record-sides-'));
cpSync(join(BASE, 'content'), content, { recursive: true });
rmSync(join(content, 'articles/bridge/ko.md'));
writeFileSync(join(content, 'articles/bridge/en.md'), edition());
const project = copyProject({ content });
const address = (file: string): string => pathToFileURL(join(project, 'dist/articles', file)).href;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  await build(project);
  browser = await chromium.connect(inject('browser'));
  page = await browser.newPage({ javaScriptEnabled: true, reducedMotion: 'reduce' });
  await page.goto(address('bridge.html'));
});

afterAll(async () => {
  await browser.close();
  rmSync(content, { recursive: true });
});

/** How the first mark of each side is drawn. */
async function looks(marks: (side: number) => string, part?: '::before'): Promise<string[]> {
  return Promise.all(
    SIDES.map((side) =>
      page
        .locator(marks(side))
        .first()
        .evaluate((node, pseudo) => {
          const style = getComputedStyle(node, pseudo);
          return [style.borderTopColor, style.borderTopWidth, style.borderTopLeftRadius, style.clipPath].join(' ');
        }, part),
    ),
  );
}

describe('a side', () => {
  test.each(['light', 'dark'] as const)(
    'looks the same wherever it is shown, and like no other, by %s',
    async (scheme) => {
      await page.emulateMedia({ colorScheme: scheme });
      const legend = await looks((side) => `.key .side-${side} .mark`);
      expect(new Set(legend).size).toBe(MOST_SIDES);
      expect(new Set(legend.map((look) => look.slice(look.indexOf(')')))).size).toBe(MOST_SIDES);
      const drawn = SIDES.map((side) => page.locator(`.strip .side-${side}`).first());
      const colours = await Promise.all(drawn.map((mark) => mark.evaluate((path) => getComputedStyle(path).fill)));
      expect(legend.map((look, index) => look.startsWith(colours[index] ?? '-'))).not.toContain(false);
      const shapes = drawn.map((mark) => mark.evaluate((path) => path.getAttribute('d')?.replace(/[\d.]+/g, '')));
      expect(new Set(await Promise.all(shapes)).size).toBeGreaterThan(1);
      expect(await looks((side) => `.event.side-${side} .when`, '::before')).toEqual(legend);
      await page.goto(address('bridge/embed.html'));
      expect(await looks((side) => `.event.side-${side} .when`, '::before')).toEqual(legend);
      await page.goto(address('bridge.html'));
    },
  );
});

test('a clock of a place without a side is not painted like the event', async () => {
  const colours = await page
    .locator('#event-0 .clocks li')
    .evaluateAll((clocks) => clocks.map((clock) => getComputedStyle(clock).borderLeftColor));
  const [own] = await page
    .locator('.key .side-1')
    .evaluateAll((marks) => marks.map((mark) => getComputedStyle(mark).color));
  expect(colours).toHaveLength(2);
  expect(colours[0]).toBe(own);
  expect(colours[1]).not.toBe(own);
});

test('no long word makes the page scroll sideways, and what is wide can be reached and scrolled by keyboard', async () => {
  const narrow = await browser.newPage({ viewport: { width: 320, height: 640 } });
  for (const file of ['bridge.html', 'bridge/event-1.html', 'bridge/embed.html', '../index.html']) {
    await narrow.goto(address(file));
    expect(await narrow.evaluate(() => document.documentElement.scrollWidth), file).toBeLessThanOrEqual(320);
  }
  await narrow.goto(address('bridge.html'));
  const ends = await narrow
    .locator('.strip text')
    .evaluateAll((texts) => texts.map((text) => text.getBoundingClientRect().right));
  expect(Math.max(...ends)).toBeLessThanOrEqual(320);
  for (const wide of ['.prose .table', '.prose pre']) {
    const box = narrow.locator(wide);
    await box.focus();
    await narrow.keyboard.press('ArrowRight');
    await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
    expect(await box.evaluate((node) => getComputedStyle(node).borderInlineEndStyle)).toBe('solid');
  }
  await narrow.close();
});

test('on paper a wide table and a long line of code are whole', async () => {
  const paper = (await printed(page)).join('');
  expect(paper).toContain(`${LONG}${LONG}${LONG}1`);
  expect(paper).toContain(squeeze(`${LONG} = ${LONG};`));
});

test('no marker of a source is broken, whatever stands before it', async () => {
  const narrow = await browser.newPage();
  await narrow.goto(address('bridge.html'));
  for (let width = 320; width < 400; width += 4) {
    await narrow.setViewportSize({ width, height: 640 });
    const broken = await narrow
      .locator('sup')
      .evaluateAll(
        (all) => all.filter(({ firstElementChild: link }) => (link?.getClientRects().length ?? 0) > 1).length,
      );
    expect(broken, String(width)).toBe(0);
  }
  await narrow.close();
});

test('a long overview keeps its size in a low window, and its end can be reached', async () => {
  const low = await browser.newPage({ viewport: { width: 1280, height: 600 } });
  await low.goto(address('bridge.html'));
  const last = low.locator('.strip a').last();
  const steps = await low.locator('.strip a').evaluateAll((links) => {
    const tops = links.map((link) => link.getBoundingClientRect().top);
    return tops.slice(1).map((top, index) => Math.round(top - (tops[index] ?? 0)));
  });
  expect(Math.min(...steps)).toBeGreaterThanOrEqual(24);
  await low.locator('.timeline h3').last().scrollIntoViewIfNeeded();
  await last.focus();
  const { top, bottom } = await last.evaluate((link) => link.getBoundingClientRect().toJSON() as DOMRect);
  expect(top).toBeGreaterThan(0);
  expect(bottom).toBeLessThanOrEqual(600);
  await low.close();
});

describe('the filters', () => {
  test('have buttons of one size, however long their words are', async () => {
    const narrow = await browser.newPage({ viewport: { width: 320, height: 640 } });
    await narrow.goto(address('bridge.html'));
    const sizes = await narrow
      .locator('.filters input')
      .evaluateAll((all) => all.map((one) => `${one.clientWidth} ${one.clientHeight}`));
    expect(new Set(sizes).size).toBe(1);
    await narrow.close();
  });

  const shown = (): Promise<string[]> =>
    page.locator('.timeline li[id]:visible').evaluateAll((items) => items.map(({ id }) => id));
  const ids = (chosen: (event: (typeof EVENTS)[number]) => boolean): string[] =>
    EVENTS.flatMap((event, at) => (chosen(event) ? [`event-${at}`] : []));

  test('show the events of each phase', async () => {
    for (let phase = 1; phase <= PHASES; phase++) {
      await page.locator('input[name=phase]').nth(phase).check();
      expect(await shown()).toEqual(ids((event) => event.phase === phase));
    }
    await page.locator('input[name=phase]').first().check();
    expect(await shown()).toHaveLength(EVENTS.length);
  });

  test('that leave nothing say so, dim the overview, and are taken back by one button', async () => {
    const all = page.locator('.shown button');
    expect(await all.isVisible()).toBe(false);
    await page.locator('input[name=phase]').nth(1).check();
    await page.locator('input[name=side]').nth(MOST_SIDES).check();
    expect(await shown()).toEqual([]);
    expect(await page.locator('.shown').isVisible()).toBe(true);
    const opacities = await page
      .locator('.strip .band')
      .evaluateAll((bands) => bands.map((band) => getComputedStyle(band).opacity));
    expect(opacities.map((opacity) => Number(opacity) < 1)).toEqual(opacities.map((_, index) => index > 0));
    await all.click();
    expect(await shown()).toHaveLength(EVENTS.length);
    expect(await all.isVisible()).toBe(false);
  });

  test('show the events of each side, and no phase without one', async () => {
    for (const side of SIDES) {
      await page.locator('input[name=side]').nth(side).check();
      expect(await shown()).toEqual(ids((event) => event.side === side));
      const phases = new Set(EVENTS.flatMap((event) => (event.side === side ? [event.phase] : [])));
      expect(await page.locator('.timeline h3:visible').count()).toBe(phases.size);
    }
    await page.locator('input[name=side]').first().check();
  });
});

function edition(): string {
  const list = (count: number, item: (number: number) => string): string =>
    Array.from({ length: count }, (_, index) => item(index + 1)).join('');
  const events = EVENTS.map(
    ({ phase, side }, at) => `  - id: event-${at}
    date: ${DATES[at] ?? 1900 + at}
    place: ${side === undefined ? 'nowhere' : `place-${side}`}
    phase: phase-${phase}
    title: Event ${at} ${LONG}
    text: It happened ${LONG}.
    status: one-side
    saidBy: ${LONG}
    sources: [gazette-opening, post-closing]
`,
  );
  return `---
title: A story of many sides
summary: Many took part.
published: 2026-01-02
updates:
  - date: 2026-01-02
    note: First publication.
keyPoints:
${list(3, (number) => `  - Point ${number} ${LONG}.[^gazette-opening]\n`)}sides:
${list(MOST_SIDES, (number) => `  - id: side-${number}\n    name: Side ${number} ${LONG}\n`)}places:
  nowhere:
    name: ${LONG}
    timeZone: Asia/Tokyo
    at: [0, 0]
${list(MOST_SIDES, (number) => `  place-${number}:\n    name: Place ${number} ${LONG}\n    timeZone: UTC\n    at: [${number}, 0]\n    side: side-${number}\n`)}phases:
${list(PHASES, (number) => `  - id: phase-${number}\n    title: Phase ${number}\n`)}timeline:
${events.join('')}---

It happened in many places, ${LONG} among them.[^post-closing]

| ${LONG} | ${LONG} |
| --- | --- |
| ${LONG} | 1[^post-closing] |

\`\`\`
${LONG} = ${LONG};
\`\`\`
`;
}
