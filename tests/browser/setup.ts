import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { launchChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one browser of the run listens. */
    browser: string;
  }
}

/** Starts the one browser of the run, which every file connects to. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = await launchChromium(join(import.meta.dirname, '../../.cache/chromium'));
  project.provide('browser', browser.wsEndpoint());
  return () => browser.close();
}
