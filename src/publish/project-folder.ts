import { existsSync, mkdirSync, mkdtempSync, rmdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Signs that addresses of modules and code end at: Vite finds nothing below a folder of such a name. */
const UNFIT = /[#?"\\\n]/;

/**
 * Refuses a folder in which nothing could be built.
 *
 * @throws {RangeError} with a sentence for whoever put the project there
 */
export function checkProjectFolder(root: string): void {
  const sign = UNFIT.exec(root)?.[0];
  if (sign !== undefined)
    throw new RangeError(
      `the folder ${root} has ${JSON.stringify(sign)} in its name, and cannot be built in; rename it`,
    );
}

/**
 * Where is kept what makes the next build quicker: `.cache` in the project, or a folder that is gone with the process
 * where that may not be written, as when another user has built there.
 */
export function cacheFolder(root: string): string {
  try {
    const cache = join(root, '.cache');
    mkdirSync(cache, { recursive: true });
    for (const part of ['', 'astro', 'pictures', 'vite'])
      if (existsSync(join(cache, part))) rmdirSync(mkdtempSync(join(cache, part, 'try-')));
    return './.cache';
  } catch {
    console.log('note: .cache/ may not be written by this user; nothing is kept for the next build');
    const cache = mkdtempSync(join(tmpdir(), 'plain-record-cache-'));
    process.once('exit', () => rmSync(cache, { recursive: true, force: true }));
    return cache;
  }
}
