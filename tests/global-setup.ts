import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { launchChromium } from './browser/chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of the run listens. */
    browser: string;
  }
}

/** Builds the site once, as a host would, and starts the one browser of the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const root = join(import.meta.dirname, '..');
  execFileSync(process.execPath, ['src/commands/build.ts'], { cwd: root, stdio: 'inherit' });
  const browser = await launchChromium(join(root, '.cache/chromium'));
  project.provide('browser', browser.wsEndpoint());
  return () => browser.close();
}
