import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { format, resolveConfig } from 'prettier';
import packages from '../../package.json' with { type: 'json' };
import { launchChromium } from '../browser/chromium.ts';
import { PROJECT } from '../fixtures/project.ts';
import { type Cost, median, run, start, stop } from './measure.ts';
import { heights, movedByReload, type Opening, openings, requests } from './pages.ts';
import { type Case, CASES, FIRST_STORY, firstStory, floorOf, MadeSite, PLAIN, siteWith } from './sites.ts';

/**
 * `npm run bench`: measures the program as ratios to a floor, a bare Astro project that shows the same markdown, and
 * writes `tests/bench/RESULTS.md`. `--quick` builds 1 and 100 stories once; `--large` 5,000 as well, once.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, large: { type: 'boolean' } } });
const [from, to] = values.quick ? [1, 100] : [100, 1_000];
const large = values.large ? 5_000 : undefined;
const rounds = values.quick ? 1 : 3;

// Everything is made in a folder of its own, which is gone afterwards.
const workshop = mkdtempSync(join(tmpdir(), 'plain-record-bench-'));
// Some tests read as a user who may read nothing of the administrator's.
chmodSync(workshop, 0o755);
process.env['TMPDIR'] = workshop;
process.on('exit', () => rmSync(workshop, { recursive: true, force: true, maxRetries: 5 }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

interface Row {
  measure: string;
  goal: string;
  measured: string;
  met: boolean;
}
const rows: Row[] = [];
const load = loadavg()[0] ?? 0;
await measurePages();
const builds = await timeBuilds();
rateBuilds();
await timeDev();
await timeTests();
await write();

/** A row whose value must not be larger. A ratio of differences can come out as nonsense, which meets nothing. */
function atMost(measure: string, most: number, value: number, unit: (value: number) => string, note = ''): void {
  add({ measure, goal: `≤ ${unit(most)}`, measured: unit(value) + note, met: value >= 0 && value <= most });
}

/** The same of builds, with what it is in the time of all processor cores, which a busy machine disturbs less. */
function atMostTimed(measure: string, most: number, value: (clock: Clock) => number, unit = times): void {
  atMost(measure, most, value('seconds'), unit, ` (${unit(value('cpuSeconds'))} in processor time)`);
}

function add(row: Row): void {
  rows.push(row);
  console.log(`${row.measure}: ${row.measured}`);
}

async function measurePages(): Promise<void> {
  const site = siteWith([PLAIN]);
  const floor = floorOf([firstStory(), PLAIN]);
  await run(site, 'npm run build');
  await run(floor, 'npx astro build');
  const ours = (slug: string): string => join(site, `dist/articles/${slug}.html`);
  const bare = (slug: string): string => join(floor, `dist/${slug}.html`);
  const first = pathToFileURL(ours(FIRST_STORY)).href;
  atMost('the first story, brotli', 30_000, brotli(ours(FIRST_STORY)), bytes);
  atMost('a plain article, brotli over the floor', 5_000, brotli(ours(PLAIN.slug)) - brotli(bare(PLAIN.slug)), bytes);

  const server = await launchChromium(join(PROJECT, '.cache/chromium'));
  const browser = await chromium.connect(server.wsEndpoint());
  atMost('requests for an article page', 1, await requests(browser, first), whole);
  for (const width of [360, 768, 1_280]) {
    const { claimed, real } = await heights(browser, first, width);
    const [ratio, goal] = [claimed / real, '0.95 to 1.05'];
    const measure = `height claimed at load, over the real height, at ${width} px`;
    add({ measure, goal, measured: ratio.toFixed(2), met: Math.abs(ratio - 1) <= 0.05 });
    if (width === 360) atMost('the first story’s length at 360 px', 38_700, real, pixels);
  }
  atMost('moved by a reload deep in the page, without script', 100, await movedByReload(browser, first), pixels);
  const files = [ours(FIRST_STORY), bare(FIRST_STORY)];
  const [story, prose] = (await openings(browser, files, 2 * rounds + 1)) as [Opening, Opening];
  atMost('largest contentful paint over the floor’s', 1.2, story.largestPaint / prose.largestPaint, times);
  atMost('blocking while it loads', 0, story.blocking, milliseconds);
  await browser.close();
  await server.close();
}

type Clock = 'seconds' | 'cpuSeconds';

interface Built extends Cost {
  readonly what: Case;
  readonly stories: number;
  readonly pages: number;
}

async function timeBuilds(): Promise<Built[]> {
  const timed: Built[] = [];
  const time = async (site: MadeSite, what: Case): Promise<void> => {
    const built = { what, stories: site.stories, ...(await site.time(what)) };
    timed.push(built);
    console.log(`${site.stories} stories, ${CASES[what]}: ${seconds(built.seconds)}`);
  };
  const sites = [from, to].map((stories) => new MadeSite(stories));
  for (const site of sites) await site.prepare();
  for (let round = 0; round < rounds; round++)
    for (const site of sites) for (const what of Object.keys(CASES) as Case[]) await time(site, what);
  if (large !== undefined) {
    const site = new MadeSite(large);
    await site.prepare();
    await time(site, 'ours');
  }
  return timed;
}

/** The median over the builds of a case at a size; NaN where there is none. */
function built(what: Case, stories: number, field: Clock | 'megabytes' | 'pages'): number {
  return median(builds.filter((one) => one.what === what && one.stories === stories).map((one) => one[field]));
}

/** What one more page costs between the two sizes, in seconds. */
function perPage(what: Case, clock: Clock): number {
  const more = (field: Clock | 'pages'): number => built(what, to, field) - built(what, from, field);
  return more(clock) / more('pages');
}

function rateBuilds(): void {
  const range = `${whole(from)} → ${whole(to)} stories`;
  const over = (what: Case, floor: Case) => (clock: Clock) => perPage(what, clock) / perPage(floor, clock);
  atMostTimed(`build time per HTML page (${range}), over the floor’s`, 1, over('ours', 'floor'));
  const sameProcessor = `articles alone, per page (${range}), over the floor with the same markdown processor`;
  atMostTimed(sameProcessor, 1, over('alone', 'floorUnified'));
  const check = (clock: Clock): number => (1_000 * built('check', to, clock)) / to;
  atMostTimed(`check, per article, at ${whole(to)} articles`, 10, check, milliseconds);
  if (large === undefined) return;
  atMost(`memory of a build of ${whole(large)} stories`, 2_500, built('ours', large, 'megabytes'), megabytes);
  const each = (stories: number, clock: Clock): number => built('ours', stories, clock) / stories;
  atMostTimed(
    `time per story, ${whole(large)} over ${whole(to)}`,
    1.15,
    (clock) => each(large, clock) / each(to, clock),
  );
}

/** From saving a file to the page that shows it. */
async function timeDev(): Promise<void> {
  const site = siteWith([PLAIN]);
  const server = start(site, 'npm run dev');
  const base = await new Promise<string>((resolve, reject) => {
    let printed = '';
    for (const stream of [server.stdout, server.stderr])
      stream?.on('data', (chunk) => {
        printed += String(chunk).replace(/\x1b\[\d*m/g, '');
        const [address] = /http:\/\/localhost:\d+\//.exec(printed) ?? [];
        if (address) resolve(address);
      });
    server.on('close', () => reject(new Error(`npm run dev stopped: ${printed}`)));
  });
  const page = async (): Promise<string> =>
    (await fetch(`${base}articles/${PLAIN.slug}.html`, { headers: { accept: 'text/html' } })).text();
  const file = join(site, 'content/articles', PLAIN.slug, 'en.md');
  const text = readFileSync(file, 'utf8');
  await page();
  const waits: number[] = [];
  for (let edit = 0; edit < 2 * rounds + 1; edit++) {
    writeFileSync(file, text.replace(/^title: .*$/m, `title: Saved ${edit} times`));
    const saved = performance.now();
    while (!(await page()).includes(`Saved ${edit} times`)) {
      if (performance.now() - saved > 60_000) throw new Error('npm run dev does not show what was saved');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    waits.push((performance.now() - saved) / 1_000);
  }
  stop(server);
  atMost('from saving a file to the page in dev', 1, median(waits), seconds);
}

async function timeTests(): Promise<void> {
  const unit = await run(PROJECT, 'npx vitest run tests/unit/dates/edtf.test.ts');
  atMost('a unit test file alone', 2, unit.seconds, seconds);
  if (!values.quick) atMost('the whole of npm test', 420, (await run(PROJECT, 'npm test')).seconds, seconds);
}

async function write(): Promise<void> {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 2 ** 30)} GB, load at the start ${load.toFixed(2)}; Node ${process.versions.node}, Astro ${packages.dependencies.astro}.`;
  const sizes = [...new Set(builds.map(({ stories }) => stories))];
  const all = sizes.flatMap((stories) =>
    (Object.keys(CASES) as Case[])
      .filter((what) => builds.some((one) => one.what === what && one.stories === stories))
      .map((what) => ({ what, stories, of: (field: Parameters<typeof built>[2]) => built(what, stories, field) })),
  );
  const markdown = `# Measured

Written by \`npm run bench\`. The _floor_ is a bare Astro project of the same version that shows the same markdown, without citations, through one layout of 20 lines and without styles (\`floor/\`). Times are medians on the wall of ${rounds === 1 ? 'one run' : `${rounds} runs`}; program and floor take turns.

${machine}

| measure | goal | measured | |
| --- | ---: | ---: | ---: |
${rows.map(({ measure, goal, measured, met }) => `| ${measure} | ${goal} | ${measured} | ${met ? 'met' : '**missed**'} |`).join('\n')}

| stories | what | pages | seconds | processor seconds | memory |
| ---: | --- | ---: | ---: | ---: | ---: |
${all.map(({ what, stories, of }) => `| ${whole(stories)} | ${CASES[what]} | ${whole(of('pages'))} | ${of('seconds').toFixed(2)} | ${of('cpuSeconds').toFixed(2)} | ${megabytes(of('megabytes'))} |`).join('\n')}
`;
  const file = join(import.meta.dirname, 'RESULTS.md');
  writeFileSync(file, await format(markdown, { ...(await resolveConfig(file)), parser: 'markdown' }));
  console.log('Wrote tests/bench/RESULTS.md');
}

function brotli(file: string): number {
  return brotliCompressSync(readFileSync(file)).length;
}

function whole(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: 0 });
}

function bytes(value: number): string {
  return `${whole(value)} bytes`;
}

function pixels(value: number): string {
  return `${whole(value)} px`;
}

function megabytes(value: number): string {
  return `${whole(value)} MB`;
}

function times(value: number): string {
  return `${value.toFixed(2)}×`;
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}

function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}
