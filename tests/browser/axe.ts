import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

/** The program itself, to be run in a page. */
export const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// In the dark nothing but colours is another, and those are the same on every screen.
const COLOURS: axe.RunOnly = { type: 'rule', values: ['color-contrast'] };
const SCREENS = [
  { width: 320, colorScheme: 'light', runOnly: RULES },
  { width: 1280, colorScheme: 'light', runOnly: RULES },
  { width: 1280, colorScheme: 'dark', runOnly: COLOURS },
] as const;

/** What axe finds wrong with a page on the narrowest telephone and on a desk, in light and in dark colours. */
export async function faultsOn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const faults: string[] = [];
  for (const { width, colorScheme, runOnly } of SCREENS) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme });
    const { violations } = await page.evaluate(
      (rules) =>
        (globalThis as unknown as { axe: typeof axe }).axe.run({
          runOnly: rules,
          resultTypes: ['violations'],
          preload: false,
        }),
      runOnly,
    );
    for (const { id, nodes } of violations)
      for (const { html, failureSummary } of nodes)
        faults.push(`${width} ${colorScheme} ${id}: ${html} ${failureSummary}`);
  }
  return faults;
}
