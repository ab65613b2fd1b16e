import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ARTICLE, BASE } from '../fixtures/base-project.ts';
import { plainEnvironment, projectWith } from '../fixtures/project-copy.ts';

let project: ReturnType<typeof projectWith>;
let server: ChildProcess;
let browser: Browser;
let page: Page;
let base: string;

/** Starts `npm run dev` and resolves with its address. */
function startDev(root: string): Promise<string> {
  server = spawn(process.execPath, ['src/commands/dev.ts'], {
    cwd: root,
    env: plainEnvironment(),
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
  project = projectWith(join(BASE, 'content'));
  base = await startDev(project.root);
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
  project?.remove();
});

function change(file: string, find: string, replacement: string): void {
  const path = join(project.root, file);
  const text = readFileSync(path, 'utf8');
  if (!text.includes(find)) throw new Error(`"${find}" is not in ${file}`);
  writeFileSync(path, text.replace(find, replacement));
}

const EN = `${ARTICLE}/en.md`;
const overlay = () => page.locator('vite-error-overlay #stack-content');

describe('npm run dev', () => {
  it('shows a saved change at once', async () => {
    await page.goto(`${base}articles/bridge.html`);
    await page.locator('h1', { hasText: 'The bridge over the Lune' }).waitFor();
    change(EN, 'title: The bridge over the Lune', 'title: The bridge across the Lune');
    await page.locator('h1', { hasText: 'The bridge across the Lune' }).waitFor();
  });

  it('lays what is wrong over the page, and takes it away when it is mended', async () => {
    change(EN, 'status: disputed', 'status: disputd');
    await overlay().waitFor();
    const lines = (await overlay().innerText()).split('\n');
    expect(lines[0]).toMatch(
      /^content\/articles\/bridge\/en\.md:\d+:13 {2}error {2}timeline\[2\]\.status: .*did you mean "disputed"\?$/,
    );
    expect(lines.at(-1)).toBe('1 error, 0 warnings');

    change(EN, 'status: disputd', 'status: disputed');
    await overlay().waitFor({ state: 'detached' });
    await page.locator('h1', { hasText: 'The bridge across the Lune' }).waitFor();
  });

  it('serves no older state of a broken article, and the other pages with the lines over them', async () => {
    change(EN, 'status: disputed', 'status: disputd');
    await overlay().waitFor();
    const answer = await page.goto(`${base}articles/bridge.html`);
    expect(answer?.status()).toBe(500);
    expect(await page.locator('body > pre').innerText()).toContain('did you mean "disputed"?');
    await page.goto(`${base}about.html`);
    await page.locator('h1', { hasText: 'About the base' }).waitFor();
    await overlay().waitFor();

    await page.goto(`${base}articles/bridge.html`);
    change(EN, 'status: disputd', 'status: disputed');
    await page.locator('h1', { hasText: 'The bridge across the Lune' }).waitFor();
  });

  it('follows files that come and go', async () => {
    const status = async () =>
      (await fetch(`${base}articles/second.html`, { headers: { accept: 'text/html' } })).status;
    cpSync(join(project.root, ARTICLE), join(project.root, 'content/articles/second'), { recursive: true });
    await expect.poll(status, { timeout: 20_000 }).toBe(200);
    rmSync(join(project.root, 'content/articles/second'), { recursive: true });
    await expect.poll(status, { timeout: 20_000 }).toBe(404);
  });

  it('says what is wrong with the settings of the site on every page', async () => {
    await page.goto(`${base}about.html`);
    change('content/site.yaml', 'timeZone: Etc/UTC', 'timeZone: Moon');
    await overlay().waitFor();
    expect((await page.goto(base))?.status()).toBe(500);
    expect(await page.locator('body > pre').innerText()).toContain(
      'content/site.yaml:7:11  error  timeZone: "Moon" is no time zone',
    );
    change('content/site.yaml', 'timeZone: Moon', 'timeZone: Etc/UTC');
    await page.locator('h1').waitFor();
  });
});
