import { cpSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import { serve } from '../../src/publish/serve.ts';

/** The built site. */
export const DIST = join(import.meta.dirname, '../../dist');

/** The site, somewhere. */
export interface Placement {
  /** The address of its folder, with a trailing slash. */
  readonly top: string;
  readonly close: () => void;
}

/** Every page of the built site, from its top. */
export function pagesOfSite(): string[] {
  return readdirSync(DIST, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.html'))
    .toSorted();
}

/** Copies the site into a folder that no address could hold unescaped. */
export function onDisk(): Placement {
  const folder = join(mkdtempSync(join(tmpdir(), 'portable-')), 'a folder with 한글 & #1 100%');
  cpSync(DIST, folder, { recursive: true });
  return { top: `${pathToFileURL(folder).href}/`, close() {} };
}

/** Serves the site below a path. */
export async function onServer(path: string): Promise<Placement> {
  const { server, port } = await serve(DIST, 0, path);
  return { top: `http://localhost:${port}${path}`, close: () => server.close() };
}

/** Notes everything that a page does wrong: requests that fail or go elsewhere, messages, and blocked content. */
export async function watch(page: Page): Promise<{ troubles: string[]; requests: string[] }> {
  const seen = { troubles: [] as string[], requests: [] as string[] };
  const note = (trouble: string): void => void seen.troubles.push(trouble);
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
      console.error(`policy: ${effectiveDirective} ${blockedURI}`);
    });
  });
  page.on('console', (message) => note(`console: ${message.text()}`));
  page.on('pageerror', (error) => note(`error: ${error.message}`));
  page.on('requestfailed', (request) => note(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) seen.requests.push(request.url());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note(`${response.status()}: ${response.url()}`);
  });
  return seen;
}
