import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { formatEdtf, monthOf } from '../../src/dates/edtf.ts';
import { library, pageAt } from '../site/built-site.ts';
import { faultsOn } from './axe.ts';
import { type Engine, engines } from './engines.ts';
import { fileAddress } from './pages.ts';
import { openWatched } from './watched-page.ts';

const timeline = library.articles.find(({ slug }) => slug === 'georgia-detention')?.original.data.timeline ?? [];
/** The page that a result has to lead to. */
const moment = (id: string, folder = ''): string => fileAddress(`${folder}articles/georgia-detention.html#${id}`);
/** The title of a moment, as its page has it. */
const titleOf = (id: string, folder = ''): string =>
  pageAt(`${folder}articles/georgia-detention/${id}.html`).querySelector('h1')?.textContent ?? '';

it('no date of the printed index is broken', async () => {
  const browser = await chromium.connect(inject('browser'));
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } });
  await page.goto(fileAddress('find.html'));
  const dates = page.locator('[id^="month-"] a');
  expect(await dates.count()).toBeGreaterThan(9);
  expect(await dates.evaluateAll((all) => all.filter((one) => one.getClientRects().length > 1).length)).toBe(0);
  await browser.close();
});

describe.each(engines(inject('browser')).filter(({ path }) => path))('the find page in $name', ({ path, start }) => {
  let engine: Engine;
  beforeAll(async () => void (engine = await start(String(path))));
  afterAll(() => engine.close());

  const RESULTS = `[...document.querySelectorAll('form:not([hidden]) .results a')].map(({ href }) => href)`;
  /** Opens it from the disk with a query, and waits for what it finds. */
  async function find(file: string, query: string): Promise<string[]> {
    await engine.open(fileAddress(`${file}?q=${encodeURIComponent(query)}`));
    let found: string[];
    while ((found = await engine.run<string[]>(RESULTS)).length === 0) await new Promise(setImmediate);
    return found;
  }

  it.each([
    ['find.html', '', 'takeoff'],
    ['ko/find.html', 'ko/', 'takeoff'],
    ['ko/find.html', 'ko/', 'landing'],
  ])('%s finds what stands in %s by its title: %s', async (file, folder, id) => {
    expect((await find(file, titleOf(id, folder).slice(2)))[0]).toBe(moment(id, folder));
  });

  it('finds a word of Hangul inside others, and takes what is typed', async () => {
    const found = await find('ko/find.html', '전세');
    expect(found[0]).toMatch(/#/);
    await engine.run(`document.querySelector('input').value = ${JSON.stringify(titleOf('takeoff', 'ko/'))}`);
    await engine.run(`document.querySelector('input').dispatchEvent(new InputEvent('input', { bubbles: true }))`);
    expect(await engine.run(RESULTS)).toEqual([moment('takeoff', 'ko/')]);
    expect(engine.messages).toEqual([]);
  });
});

describe('the find page', () => {
  let browser: Browser;
  beforeAll(async () => void (browser = await chromium.connect(inject('browser'))));
  afterAll(() => browser.close());

  it('is used with the keyboard alone, says how much it found and keeps it in the address', async () => {
    const { page, troubles, close } = await openWatched(browser, fileAddress('find.html'));
    await page.locator('form:not([hidden])').waitFor();
    await page.getByRole('searchbox').focus();
    await page.keyboard.type(titleOf('takeoff'));
    expect(await page.getByRole('status').textContent()).toMatch(/^1 /);
    expect(new URL(page.url()).searchParams.get('q')).toBe(titleOf('takeoff'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL(moment('takeoff'));
    await page.goBack();
    await page.locator('.results a').waitFor();
    await page.getByRole('searchbox').fill('zzzz');
    expect(await page.locator('.results a').count()).toBe(0);
    expect(await page.getByRole('status').textContent()).not.toBe('');
    await page.getByRole('searchbox').fill('');
    expect(await page.getByRole('status').textContent()).toBe('');
    expect(page.url()).toBe(fileAddress('find.html'));
    expect(troubles).toEqual([]);
    await close();
  });

  it('is one that axe finds nothing on with results, and shows so many of them', async () => {
    const { page, close } = await openWatched(browser, fileAddress('find.html?q=20'), { reducedMotion: 'reduce' });
    await page.locator('.results a').first().waitFor();
    expect(await page.locator('.results a').count()).toBeLessThanOrEqual(50);
    expect(await faultsOn(page)).toEqual([]);
    await close();
  });

  it('leads to a month’s moments without script', async () => {
    const months = timeline.map(({ date }) => formatEdtf(monthOf(date)));
    const file = fileAddress(`find.html#month-${months.at(-1)}`);
    const { page, close } = await openWatched(browser, file, { javaScriptEnabled: false });
    expect(await page.getByRole('searchbox').count()).toBe(0);
    await page.locator(':target a').first().click();
    expect(page.url()).toBe(moment(timeline[months.indexOf(months.at(-1) ?? '')]?.id ?? ''));
    await close();
  });
});
