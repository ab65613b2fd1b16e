import type { Browser } from 'playwright-core';
import { median } from '../timing/samples.ts';

/** How a page opens, as browsers measure it. */
export interface Vitals {
  /** First contentful paint, in milliseconds from the start of the navigation. */
  readonly firstPaint: number;
  /** Largest contentful paint, in the same. */
  readonly largestPaint: number;
  /** Cumulative layout shift, without a unit. */
  readonly shift: number;
  /** Total blocking time: what long tasks take beyond 50 milliseconds each, in milliseconds. */
  readonly blocking: number;
  /** Elements in the document. */
  readonly elements: number;
  /** What the page asked for over the network, itself among it. */
  readonly requests: number;
}

/** A phone whose processor runs at a quarter of this machine's speed. */
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 } as const;
const SLOWER = 4;
/** How long nothing must happen for a page to count as opened, in milliseconds. */
const QUIET = 1_000;

/**
 * Opens pages in turn, each several times in a browser context of its own.
 *
 * @param addresses what to open
 * @param runs how often each
 * @returns for each address the medians
 */
export async function vitalsOf(browser: Browser, addresses: readonly string[], runs: number): Promise<Vitals[]> {
  const opened: Vitals[][] = addresses.map(() => []);
  for (let run = 0; run < runs; run++)
    for (const [index, address] of addresses.entries()) opened[index]?.push(await openOnce(browser, address));
  return opened.map((all) => {
    const middle = (key: keyof Vitals): number => median(all.map((vitals) => vitals[key]));
    return {
      firstPaint: middle('firstPaint'),
      largestPaint: middle('largestPaint'),
      shift: middle('shift'),
      blocking: middle('blocking'),
      elements: middle('elements'),
      requests: middle('requests'),
    };
  });
}

async function openOnce(browser: Browser, address: string): Promise<Vitals> {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  let requests = 0;
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests++;
  });
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(address, { waitUntil: 'load' });
  const measured = await page.evaluate(collect, QUIET);
  await context.close();
  return { ...measured, requests };
}

/** Runs in the page: reads what the browser has noted so far, until nothing new comes. */
async function collect(quiet: number): Promise<Omit<Vitals, 'requests'>> {
  interface Entry extends PerformanceEntry {
    value?: number;
    hadRecentInput?: boolean;
  }
  const entries: Entry[] = [];
  let last = performance.now();
  const observer = new PerformanceObserver((list) => {
    entries.push(...list.getEntries());
    last = performance.now();
  });
  for (const type of ['paint', 'largest-contentful-paint', 'layout-shift', 'longtask'])
    observer.observe({ type, buffered: true });
  while (performance.now() - last < quiet) await new Promise((resolve) => setTimeout(resolve, quiet / 10));
  const of = (type: string): Entry[] => entries.filter(({ entryType }) => entryType === type);
  return {
    firstPaint: of('paint').find(({ name }) => name === 'first-contentful-paint')?.startTime ?? NaN,
    largestPaint: of('largest-contentful-paint').at(-1)?.startTime ?? NaN,
    shift: of('layout-shift').reduce((sum, { value = 0, hadRecentInput }) => sum + (hadRecentInput ? 0 : value), 0),
    blocking: of('longtask').reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0),
    elements: document.querySelectorAll('*').length,
  };
}
