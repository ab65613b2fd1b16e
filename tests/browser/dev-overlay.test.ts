import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ARTICLE, BASE } from '../fixtures/base-project.ts';
import { ASTRO, copyProject, environment } from '../fixtures/project.ts';

let project: string;
let server: ChildProcess;
let browser: Browser;
let page: Page;
let base: string;

/** Starts `npm run dev` and resolves with its address. */
function startDev(root: string): Promise<string> {
  server = spawn(process.execPath, [ASTRO, 'dev'], {
    cwd: root,
    env: environment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    const look = (chunk: Buffer): void => {
      printed += String(chunk).replace(/\x1b\[\d*m/g, '');
      const address = /http:\/\/localhost:\d+\//.exec(printed)?.[0];
      if (address) resolve(address);
    };
    server.stdout?.on('data', look);
    server.stderr?.on('data', look);
    server.on('exit', () => reject(new Error(`dev stopped: ${printed}`)));
  });
}

beforeAll(async () => {
  project = copyProject({ content: join(BASE, 'content') });
  base = await startDev(project);
  browser = await chromium.connect(inject('browser'));
  page = await browser.newPage();
});

afterAll(async () => {
  await page?.close();
  await browser?.close();
  server?.removeAllListeners('exit');
  if (server && server.exitCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    server.kill();
    await ended;
  }
});

function change(file: string, find: string, replacement: string): void {
  const path = join(project, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(find)) throw new Error(`"${find}" is not in ${file}`);
  writeFileSync(path, text.replace(find, replacement));
}

// A machine that runs the other tests meanwhile answers late.
const PATIENCE = { timeout: 30_000, interval: 500 };
const EN = `${ARTICLE}/en.md`;
const overlayOn = (shown: Page) => shown.locator('vite-error-overlay #stack-content');

/** What an address answers to a browser that asks anew. */
async function answerOf(path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(base + path, { headers: { accept: 'text/html' } });
  return { status: response.status, text: await response.text() };
}

describe('npm run dev', () => {
  it('shows a saved change at once', async () => {
    await page.goto(`${base}articles/bridge.html`);
    await page.locator('h1', { hasText: 'The bridge over the Lune' }).waitFor();
    change(EN, 'title: The bridge over the Lune', 'title: The bridge across the Lune');
    await page.locator('h1', { hasText: 'The bridge across the Lune' }).waitFor();
  });

  it('shows a change that was saved while the page was on its way', async () => {
    const late = await browser.newPage();
    let release = (): void => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    const asked = new Promise<void>((resolve) => {
      void late.route('**/@vite/client', async (route) => {
        resolve();
        await held;
        await route.continue();
      });
    });
    await late.goto(`${base}articles/bridge.html`, { waitUntil: 'commit' });
    await asked;
    change(EN, 'title: The bridge across the Lune', 'title: The bridge below the Lune');
    await expect
      .poll(async () => (await answerOf('articles/bridge.html')).text, PATIENCE)
      .toContain('The bridge below the Lune');
    release();
    await late.locator('h1', { hasText: 'The bridge below the Lune' }).waitFor();
    change(EN, 'title: The bridge below the Lune', 'title: The bridge across the Lune');
    await late.locator('h1', { hasText: 'The bridge across the Lune' }).waitFor();
    await late.close();
  });

  it('lays what is wrong over the last good state of a page, and takes it away when it is mended', async () => {
    change(EN, 'status: disputed', 'status: disputd');
    await overlayOn(page).waitFor();
    const lines = (await overlayOn(page).innerText()).split('\n');
    expect(lines[0]).toMatch(
      /^content\/articles\/bridge\/en\.md:\d+:13 {2}error {2}timeline\[2\]\.status: .*did you mean "disputed"\?$/,
    );
    expect(lines.at(-1)).toBe('1 error, 0 warnings');
    // The headings are about the content, and a narrow window shows every line to its end.
    const headings = page.locator('vite-error-overlay :is(h1, h2):visible');
    // The page may load itself anew below the overlay.
    await expect
      .poll(() => headings.allInnerTexts(), PATIENCE)
      .toEqual(['1 error, 0 warnings', 'The content has errors']);
    const width = page.viewportSize();
    await page.setViewportSize({ width: 360, height: 640 });
    expect(await overlayOn(page).evaluate((text) => text.scrollWidth - text.clientWidth)).toBe(0);
    if (width) await page.setViewportSize(width);
    expect(await answerOf('articles/bridge.html')).toEqual({
      status: 200,
      text: expect.stringContaining('The bridge across the Lune'),
    });

    const other = await browser.newPage();
    await other.goto(`${base}about.html`);
    await other.locator('h1', { hasText: 'About the base' }).waitFor();
    await overlayOn(other).waitFor();

    change(EN, 'status: disputd', 'status: disputed');
    for (const shown of [page, other]) await overlayOn(shown).waitFor({ state: 'detached' });
    await page.locator('h1', { hasText: 'The bridge across the Lune' }).waitFor();
    await other.close();
  });

  it('never answers 404 for a page whose file is broken and mended', async () => {
    const seen: number[] = [];
    for (const [find, replacement] of [
      ['status: disputed', 'status: disputd'],
      ['status: disputd', 'status: disputed'],
      ['title: The bridge across the Lune', 'title: The bridge before the Lune'],
    ] as const) {
      change(EN, find, replacement);
      const lines = overlayOn(page);
      const settled = find === 'status: disputed' ? lines.waitFor() : lines.waitFor({ state: 'detached' });
      let isSettled = false;
      void settled.then(() => (isSettled = true));
      while (!isSettled) seen.push((await answerOf('articles/bridge.html')).status);
      await settled;
    }
    await page.locator('h1', { hasText: 'The bridge before the Lune' }).waitFor();
    change(EN, 'title: The bridge before the Lune', 'title: The bridge across the Lune');
    await page.locator('h1', { hasText: 'The bridge across the Lune' }).waitFor();
    expect(new Set(seen)).toEqual(new Set([200]));
  });

  it('follows files that come and go', async () => {
    const status = async () => (await answerOf('articles/second.html')).status;
    cpSync(join(project, ARTICLE), join(project, 'content/articles/second'), { recursive: true });
    await expect.poll(status, PATIENCE).toBe(200);
    rmSync(join(project, 'content/articles/second'), { recursive: true });
    await expect.poll(status, PATIENCE).toBe(404);
  });

  it('answers at the addresses of folders’ own pages', async () => {
    writeFileSync(join(project, 'content/redirects.yaml'), '2019/bridge/index.html: articles/bridge.html\n');
    for (const path of ['', 'index.html', 'ko/index.html', '2019/bridge/index.html'])
      await expect.poll(async () => (await answerOf(path)).status, { ...PATIENCE, message: path }).toBe(200);
    rmSync(join(project, 'content/redirects.yaml'));
  });

  it('says on every page what is wrong with the settings of the site', async () => {
    change('content/site.yaml', 'timeZone: Etc/UTC', 'timeZone: Moon');
    await overlayOn(page).waitFor();
    expect(await overlayOn(page).innerText()).toContain(
      'content/site.yaml:7:11  error  timeZone: "Moon" is no time zone',
    );
    for (const path of ['', 'about.html', 'articles/bridge.html']) expect((await answerOf(path)).status).toBe(200);
    change('content/site.yaml', 'timeZone: Moon', 'timeZone: Etc/UTC');
    await overlayOn(page).waitFor({ state: 'detached' });
    await page.locator('h1', { hasText: 'The bridge across the Lune' }).waitFor();
  });

  it('follows addresses that no story comes or goes with, and keeps those of a broken one', async () => {
    const statusOf = async (path: string) => (await answerOf(path)).status;
    const [moved, topic] = ['articles/crossing.html', 'topics/fresh.html'];
    expect(await Promise.all([moved, topic].map(statusOf))).toEqual([404, 404]);
    writeFileSync(join(project, 'content/redirects.yaml'), 'articles/crossing: articles/bridge\n');
    await expect.poll(() => statusOf(moved), PATIENCE).toBe(200);
    change('content/topics.yaml', '- id: bridges', '- id: fresh\n  name: Fresh\n- id: bridges');
    change(EN, 'topics: [bridges]', 'topics: [bridges, fresh]');
    await expect.poll(() => statusOf(topic), PATIENCE).toBe(200);
    change(EN, 'status: disputed', 'status: disputd');
    await overlayOn(page).waitFor();
    expect(await statusOf(moved)).toBe(200);
    change(EN, 'status: disputd', 'status: disputed');
    await overlayOn(page).waitFor({ state: 'detached' });
  });
});
