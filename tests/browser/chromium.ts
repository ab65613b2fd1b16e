import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
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
 * The package's own settings look for fonts in `/tmp/fonts`, and a page with text crashes when there is no font at
 * all: these find the system's fonts, and the unpacked ones beside this file where the system has none.
 */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>/usr/share/fonts</dir>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

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
    const fonts = join(cache, 'fonts.conf');
    writeFileSync(fonts, FONTS);
    return {
      executablePath,
      env: {
        ...(process.env as Record<string, string>),
        FONTCONFIG_FILE: fonts,
        LD_LIBRARY_PATH: [libraries, process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':'),
      },
    };
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}
