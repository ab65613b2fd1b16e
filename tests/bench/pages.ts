import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { serve, type Serving } from '../../src/publish/serve.ts';
import type { Results } from './results.ts';
import type { MadeSite } from './timing/made-site.ts';
import { type Vitals, vitalsOf } from './vitals/vitals.ts';
import { pageRows } from './weights/page-rows.ts';
import { partsOf } from './weights/parts.ts';
import { FIRST_STORY, PLAIN, type StorySite } from './weights/story-site.ts';

/**
 * Weighs the pages and opens the first story.
 *
 * @param many the site whose home page is weighed
 * @param runs how often the story is opened
 */
export async function measurePages(
  browser: Browser,
  site: StorySite,
  many: MadeSite,
  runs: number,
): Promise<Pick<Results, 'pages' | 'parts' | 'vitals'>> {
  const partsIn = (slug: string): Results['parts']['first'] =>
    partsOf(readFileSync(join(site.ours, `articles/${slug}.html`), 'utf8'));
  return {
    pages: await pageRows(browser, site, join(many.ours, 'dist'), many.articles),
    parts: { first: partsIn(FIRST_STORY), plain: partsIn(PLAIN.slug) },
    vitals: await openStory(browser, site, runs),
  };
}

async function openStory(browser: Browser, site: StorySite, runs: number): Promise<Results['vitals']> {
  const servings = [await serve(site.ours, 0), await serve(site.floor, 0)] as const;
  const address = ({ port }: Serving, file: string): string => `http://localhost:${port}/${file}`;
  const addresses = [address(servings[0], `articles/${FIRST_STORY}.html`), address(servings[1], `${FIRST_STORY}.html`)];
  try {
    const [ours, floor] = (await vitalsOf(browser, addresses, runs)) as [Vitals, Vitals];
    return { ours, floor };
  } finally {
    for (const { server } of servings) {
      server.close();
      server.closeAllConnections();
    }
  }
}
