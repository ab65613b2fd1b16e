import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { format, resolveConfig } from 'prettier';
import { launchChromium } from '../browser/chromium.ts';
import { goals } from './goals.ts';
import { machine, versions } from './machine.ts';
import { measurePages } from './pages.ts';
import { report } from './report.ts';
import { growth, timeSites } from './timing/rounds.ts';
import { MadeSite } from './timing/made-site.ts';
import { buildStorySite } from './weights/story-site.ts';

/**
 * `npm run bench`: measures builds, pages and how they open, as ratios to a bare project, and writes
 * `tests/bench/RESULTS.md`. `--quick` builds 1 and 100 articles once; `--large` 5,000 articles as well.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, large: { type: 'boolean' } } });
const sizes = values.quick ? [1, 100] : values.large ? [1, 100, 1_000, 5_000] : [1, 100, 1_000];
const runs = values.quick ? 1 : 3;

const removals: (() => void)[] = [];
process.on('exit', () => {
  for (const remove of removals) remove();
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

const before = machine();
const sites = sizes.map((articles) => kept(new MadeSite(articles)));
const samples = await timeSites(sites, runs, console.log);

console.log('Weighing and opening pages');
const storySite = kept(await buildStorySite());
const server = await launchChromium(join(import.meta.dirname, '../../.cache/chromium'));
const browser = await chromium.connect(server.wsEndpoint());
const [, largest] = growth(samples.sizes);
const many = sites.find(({ articles }) => articles === largest) as MadeSite;
const pages = await measurePages(browser, storySite, many, runs);
const results = { machine: { ...before, versions: { ...versions(), Chromium: browser.version() } }, samples, ...pages };
await browser.close();
await server.close();

const file = join(import.meta.dirname, 'RESULTS.md');
writeFileSync(file, await format(report(results), { ...(await resolveConfig(file)), parser: 'markdown' }));
for (const { measure, goal, measured, met } of goals(results))
  console.log(`${met ? 'met   ' : 'missed'}  ${measure}: ${measured} (${goal})`);
console.log('Wrote tests/bench/RESULTS.md');

function kept<Made extends { remove(): void }>(made: Made): Made {
  removals.push(() => made.remove());
  return made;
}
