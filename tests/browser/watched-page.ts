import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

/** A page that is open in a browser of its own, and all the trouble it made so far. */
export interface WatchedPage {
  readonly page: Page;
  /** Every address that was asked for, in order. */
  readonly requests: readonly string[];
  /** Failed requests, answers with an error, uncaught errors and console messages of any kind. */
  readonly troubles: readonly string[];
  /** Closes the page with all it stored. */
  close(): Promise<void>;
}

/**
 * Opens an address in a fresh browser context and watches it from the first request on.
 *
 * @param browser the one browser of the run
 * @param address what to open, `file:` or `http:`
 * @param options of the context, such as its size or colour scheme
 */
export async function openWatched(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests: string[] = [];
  const troubles: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('requestfailed', (request) => troubles.push(`${request.url()}: ${request.failure()?.errorText}`));
  page.on('response', (answer) => {
    if (answer.status() >= 400) troubles.push(`${answer.url()}: ${answer.status()}`);
  });
  page.on('console', (message) => troubles.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
  await page.goto(address, { waitUntil: 'load' });
  return { page, requests, troubles, close: () => context.close() };
}
