import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import { type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { median } from './measure.ts';

/** How a page opens from a host on a phone, in milliseconds: as Lighthouse slows down network and processor for it. */
export interface Opening {
  /** First contentful paint. */
  readonly firstPaint: number;
  /** Largest contentful paint. */
  readonly largestPaint: number;
  /** What long tasks take beyond 50 milliseconds each, once something is painted. */
  readonly blocking: number;
}

const PHONE = { viewport: { width: 360, height: 800 }, deviceScaleFactor: 2 };
/**
 * Its slow 4G, in milliseconds and bytes a second.
 *
 * @see https://github.com/GoogleChrome/lighthouse/blob/main/docs/throttling.md
 */
const SLOW_4G = { offline: false, latency: 562.5, downloadThroughput: 184_320, uploadThroughput: 84_375 };
const SLOWER_PROCESSOR = 4;
/** How long nothing must happen for a page to count as opened, in milliseconds. */
const QUIET = 1_000;

/** Opens files of HTML in turn from a host that compresses them, each several times; for each file the medians. */
export async function openings(browser: Browser, files: readonly string[], runs: number): Promise<Opening[]> {
  const opened: Opening[][] = files.map(() => []);
  const bodies = files.map((file) => brotliCompressSync(readFileSync(file)));
  const host = createServer(({ url = '' }, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-encoding', 'br').end(bodies[Number(url.slice(1))]);
  }).listen(0, 'localhost');
  await once(host, 'listening');
  const { port } = host.address() as AddressInfo;
  for (let run = 0; run < runs; run++)
    for (const index of files.keys())
      opened[index]?.push(
        await onPage(browser, PHONE, async (page) => {
          const session = await page.context().newCDPSession(page);
          await session.send('Network.enable');
          await session.send('Network.emulateNetworkConditions', SLOW_4G);
          await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_PROCESSOR });
          await page.goto(`http://localhost:${port}/${index}`);
          return page.evaluate(readOpening, QUIET);
        }),
      );
  host.close();
  return opened.map((all) => ({
    firstPaint: median(all.map(({ firstPaint }) => firstPaint)),
    largestPaint: median(all.map(({ largestPaint }) => largestPaint)),
    blocking: median(all.map(({ blocking }) => blocking)),
  }));
}

/** Runs in the page: reads what the browser has noted, until nothing new comes. */
async function readOpening(quiet: number): Promise<Opening> {
  const entries: PerformanceEntry[] = [];
  let last = performance.now();
  const observer = new PerformanceObserver((list) => {
    entries.push(...list.getEntries());
    last = performance.now();
  });
  for (const type of ['paint', 'largest-contentful-paint', 'longtask']) observer.observe({ type, buffered: true });
  while (performance.now() - last < quiet) await new Promise((resolve) => setTimeout(resolve, quiet / 10));
  const of = (type: string): PerformanceEntry[] => entries.filter(({ entryType }) => entryType === type);
  const firstPaint = of('paint').find(({ name }) => name === 'first-contentful-paint')?.startTime ?? NaN;
  return {
    firstPaint,
    largestPaint: of('largest-contentful-paint').at(-1)?.startTime ?? NaN,
    blocking: of('longtask')
      .map(({ startTime, duration }) => startTime + duration - Math.max(startTime, firstPaint))
      .reduce((sum, visible) => sum + Math.max(0, visible - 50), 0),
  };
}

/** The height that a page claims at load, and the one that it has when all of it is laid out, in CSS pixels. */
export function heights(browser: Browser, address: string, width: number): Promise<{ claimed: number; real: number }> {
  return onPage(browser, { viewport: { width, height: 800 } }, async (page) => {
    await page.goto(address);
    return page.evaluate(() => {
      const height = (): number => document.documentElement.scrollHeight;
      const claimed = height();
      for (const element of document.querySelectorAll<HTMLElement>('body *'))
        element.style.contentVisibility = 'visible';
      return { claimed, real: height() };
    });
  });
}

/** How far a reload without script moves what a reader had before their eyes deep in a page, in CSS pixels. */
export function movedByReload(browser: Browser, address: string): Promise<number> {
  return onPage(browser, { ...PHONE, javaScriptEnabled: false }, async (page) => {
    await page.goto(address);
    // As who reads it does: past everything that stands before.
    const passed = await page.locator('h2').all();
    const place = passed.at(-2) as (typeof passed)[number];
    for (const heading of passed.slice(0, -1)) await heading.scrollIntoViewIfNeeded();
    const top = async (): Promise<number> => (await place.boundingBox())?.y ?? NaN;
    const before = await top();
    await page.reload();
    return Math.abs((await top()) - before);
  });
}

/** What a browser asks for to show a page, itself among it. */
export function requests(browser: Browser, address: string): Promise<number> {
  return onPage(browser, PHONE, async (page) => {
    let asked = 0;
    page.on('request', (request) => (asked += request.url().startsWith('data:') ? 0 : 1));
    await page.goto(address);
    return asked;
  });
}

async function onPage<Result>(
  browser: Browser,
  options: BrowserContextOptions,
  task: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext(options);
  try {
    return await task(await context.newPage());
  } finally {
    await context.close();
  }
}
