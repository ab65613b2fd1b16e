import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { launchChromium } from './browser/chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of the run listens. */
    browser: string;
  }
}

/**
 * Builds the site once, as a host would, and starts the one browser of the run. What tests leave in the
 * system's temporary folder is gone after the run.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = join(import.meta.dirname, '..');
  const temporary = mkdtempSync(join(tmpdir(), 'plain-record-tests-'));
  // Some tests read as a user who may read nothing of the administrator's.
  chmodSync(temporary, 0o755);
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) process.env[name] = temporary;
  execFileSync(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    cwd: root,
    stdio: 'inherit',
  });
  const browser = await launchChromium(join(root, '.cache/chromium'));
  project.provide('browser', browser.wsEndpoint());
  return async () => {
    await browser.close();
    rmSync(temporary, { recursive: true, force: true, maxRetries: 5 });
  };
}
