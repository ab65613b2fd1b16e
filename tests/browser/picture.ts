import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';

/** `npm run picture`: takes the README's picture of the built article, by day on a desk and by night on a phone. */
const root = join(import.meta.dirname, '../..');
const article = pathToFileURL(join(root, 'dist/articles/georgia-detention.html')).href;

const server = await launchChromium(join(root, '.cache/chromium'));
const browser = await chromium.connect(server.wsEndpoint());
const desk = await shot({ width: 1180, height: 860 }, 'light', '#takeoff');
const phone = await shot({ width: 390, height: 860 }, 'dark', '#h-timeline');
const sheet = await browser.newPage({ viewport: { width: 1180 + 390 + 72, height: 860 + 48 } });
await sheet.setContent(
  `<body style="margin:24px;display:flex;gap:24px;background:#cfc8ba">${[desk, phone]
    .map((png) => `<img src="data:image/png;base64,${png}">`)
    .join('')}</body>`,
);
mkdirSync(join(root, 'docs'), { recursive: true });
await sheet.screenshot({ path: join(root, 'docs/page.png') });
await browser.close();
await server.close();

async function shot(
  viewport: { width: number; height: number },
  colorScheme: 'light' | 'dark',
  anchor: string,
): Promise<string> {
  const page: Page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
  await page.goto(article);
  await page.locator(anchor).evaluate((node) => node.scrollIntoView());
  return (await page.screenshot()).toString('base64');
}
