import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser } from 'playwright-core';
import { openWatched } from '../../browser/watched-page.ts';
import { FIRST_STORY, PLAIN, type StorySite } from './story-site.ts';
import { type Weight, weigh } from './weight.ts';

/** A page on the scales. */
export interface PageRow extends Weight {
  readonly name: string;
  /** What a browser asks for to show it, itself among it. */
  readonly requests: number;
}

/** The pages whose weights are reported, by the keys that the goals ask for. */
export interface PageRows {
  readonly first: PageRow;
  readonly floorFirst: PageRow;
  readonly plain: PageRow;
  readonly floorPlain: PageRow;
  readonly moment: PageRow;
  readonly embed: PageRow;
  readonly home: PageRow;
}

/**
 * Weighs the pages of the story site, and a home page of many stories.
 *
 * @param home the `dist` of the site with many stories
 * @param stories how many it has
 */
export async function pageRows(browser: Browser, site: StorySite, home: string, stories: number): Promise<PageRows> {
  const row = (name: string, folder: string, file: string): Promise<PageRow> =>
    weighed(browser, name, join(folder, file));
  const { ours, floor, moment } = site;
  return {
    first: await row('the first story', ours, `articles/${FIRST_STORY}.html`),
    floorFirst: await row('the first story’s prose, on the floor', floor, `${FIRST_STORY}.html`),
    plain: await row('a plain article, with one moment', ours, `articles/${PLAIN.slug}.html`),
    floorPlain: await row('a plain article’s prose, on the floor', floor, `${PLAIN.slug}.html`),
    moment: await row('a moment', ours, `articles/${FIRST_STORY}/${moment}.html`),
    embed: await row('the first story’s timeline, for a frame', ours, `articles/${FIRST_STORY}/embed.html`),
    home: await row(`the home page of ${stories.toLocaleString('en')} stories`, home, 'index.html'),
  };
}

async function weighed(browser: Browser, name: string, path: string): Promise<PageRow> {
  const opened = await openWatched(browser, pathToFileURL(path).href);
  const requests = opened.requests.filter((address) => !address.startsWith('data:')).length;
  await opened.close();
  return { name, requests, ...weigh(readFileSync(path, 'utf8')) };
}
