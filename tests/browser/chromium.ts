import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserServer, chromium } from 'playwright-core';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

const ARGS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--font-render-hinting=none',
];

/**
 * Starts one browser that every test file connects to: `CHROME_PATH`, an installed Chromium or Chrome,
 * or the one that `@sparticuz/chromium` ships (Linux x64).
 *
 * @param cache where the shipped one is unpacked
 */
export async function launchChromium(cache: string): Promise<BrowserServer> {
  const installed = [process.env['CHROME_PATH'] ?? '', ...USUAL_PLACES].find((path) => path && existsSync(path));
  if (installed) return chromium.launchServer({ executablePath: installed, args: ARGS });
  const { executablePath, env } = await unpackChromium(cache);
  return chromium.launchServer({ executablePath, env, args: ARGS });
}

async function unpackChromium(cache: string): Promise<{ executablePath: string; env: Record<string, string> }> {
  mkdirSync(cache, { recursive: true });
  // The package unpacks into the system's temporary folder, which other projects and users share.
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = cache;
  try {
    const { default: shipped, inflate } = await import('@sparticuz/chromium');
    const executablePath = await shipped.executablePath();
    const packed = join(import.meta.dirname, '../../node_modules/@sparticuz/chromium/bin/al2023.tar.br');
    const libraries = join(await inflate(packed), 'lib');
    return {
      executablePath,
      env: {
        ...(process.env as Record<string, string>),
        FONTCONFIG_PATH: join(cache, 'fonts'),
        LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      },
    };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
