import { goals } from './goals.ts';
import type { Results } from './results.ts';
import { growth } from './timing/rounds.ts';
import { type Case, CASES, type Clock, type Samples } from './timing/samples.ts';
import type { Vitals } from './vitals/vitals.ts';
import { PARTS, type Part } from './weights/parts.ts';

/** The whole report, as markdown: ratios first, then what they come from. */
export function report(results: Results): string {
  return [
    '# Measured',
    'Written by `npm run bench`. The *floor* is a bare Astro project of the same version that shows the same markdown, without citations, through one layout of 20 lines and without styles (`floor/`). The *theme* is the floor with a preview picture for each post, drawn with satori and resvg (`theme/`). Times are medians, on the wall unless something else is said; program and floor take turns.',
    machineLine(results),
    '## Goals',
    goalTable(results),
    reasons(results),
    '## What one more costs',
    growthTable(results),
    '## Whole builds',
    buildTable(results),
    '“Articles alone” is a copy of the program without the routes of moments, their pictures and embeds; no option leaves them out. Memory is the most that the build’s own process held.',
    '## Pages, in bytes',
    pageTable(results),
    '## What the parts of a page cost, in bytes of brotli',
    'How much smaller the page is without the part. Parts help to compress each other, so that these do not add up.',
    partTable(results),
    '## Opening the first story on a phone',
    'A window of 390 × 844, a processor at a quarter of this machine’s speed, from a local server.',
    vitalsTable(results),
  ].join('\n\n');
}

function machineLine({ machine }: Results): string {
  const { processor, cores, memory, system, load, versions } = machine;
  const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  return `${cores} cores (${processor}), ${memory} GB, ${system}; load at the start ${load.toFixed(2)}. ${named.join(', ')}.`;
}

function goalTable(results: Results): string {
  return table(
    ['measure', 'goal', 'measured', 'in processor time', ''],
    goals(results).map(({ measure, goal, measured, inProcessorTime = '', met }) => [
      measure,
      goal,
      measured,
      inProcessorTime,
      met ? 'met' : '**missed**',
    ]),
  );
}

function reasons(results: Results): string {
  return goals(results)
    .flatMap(({ measure, because }) => (because === undefined ? [] : `- Missed: _${measure}_. ${because}`))
    .join('\n');
}

function growthTable({ samples }: Results): string {
  const range = growth(samples.sizes);
  const cases: Case[] = ['cold', 'first', 'second', 'edited', 'alone', 'floor', 'floorUnified'];
  const per = (what: Case, unit: 'article' | 'page', clock: Clock): number =>
    samples.perAdded(what, range, unit, clock);
  const over = (what: Case, floor: Case, clock: Clock): string =>
    `${(per(what, 'page', clock) / per(floor, 'page', clock)).toFixed(2)}×`;
  return table(
    [
      `${count(range[0])} → ${count(range[1])} articles`,
      'ms per article',
      'ms per page',
      'page over floor',
      'the same in processor time',
      'page over floor with the program’s processor',
    ],
    cases.map((what) => [
      CASES[what],
      per(what, 'article', 'seconds').toFixed(1),
      per(what, 'page', 'seconds').toFixed(2),
      over(what, 'floor', 'seconds'),
      over(what, 'floor', 'cpuSeconds'),
      over(what, 'floorUnified', 'seconds'),
    ]),
  );
}

function buildTable({ samples }: Results): string {
  const rows = samples.sizes.flatMap((articles) =>
    casesAt(samples, articles).map((what) => [
      count(articles),
      CASES[what],
      what === 'check' ? '' : count(samples.median(what, articles, 'pages')),
      samples.median(what, articles, 'seconds').toFixed(2),
      samples.median(what, articles, 'cpuSeconds').toFixed(2),
      count(samples.median(what, articles, 'megabytes')),
      String(samples.runs(what, articles)),
    ]),
  );
  return table(['articles', 'what', 'pages', 'seconds', 'processor seconds', 'memory, MB', 'runs'], rows, 2);
}

function casesAt(samples: Samples, articles: number): Case[] {
  return (Object.keys(CASES) as Case[]).filter((what) => samples.runs(what, articles) > 0);
}

function pageTable({ pages }: Results): string {
  return table(
    ['page', 'raw', 'gzip', 'brotli', 'requests'],
    Object.values(pages).map(({ name, raw, gzip, brotli, requests }) => [
      name,
      count(raw),
      count(gzip),
      count(brotli),
      String(requests),
    ]),
  );
}

function partTable({ parts }: Results): string {
  return table(
    ['part', 'the first story', 'a plain article'],
    (Object.keys(PARTS) as Part[]).map((part) => [part, count(parts.first[part]), count(parts.plain[part])]),
  );
}

function vitalsTable({ vitals }: Results): string {
  const rows: [label: string, key: keyof Vitals, digits: number][] = [
    ['first contentful paint, ms', 'firstPaint', 0],
    ['largest contentful paint, ms', 'largestPaint', 0],
    ['cumulative layout shift', 'shift', 3],
    ['total blocking time, ms', 'blocking', 0],
    ['elements', 'elements', 0],
    ['requests', 'requests', 0],
  ];
  return table(
    ['', 'the first story', 'the floor', 'ratio'],
    rows.map(([label, key, digits]) => [
      label,
      vitals.ours[key].toFixed(digits),
      vitals.floor[key].toFixed(digits),
      vitals.floor[key] === 0 ? '' : `${(vitals.ours[key] / vitals.floor[key]).toFixed(1)}×`,
    ]),
  );
}

function count(number: number): string {
  return number.toLocaleString('en', { maximumFractionDigits: 0 });
}

/** @param words how many columns, from the first on, hold words; numbers stand to the right */
function table(head: readonly string[], rows: readonly (readonly string[])[], words = 1): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const ruler = head.map((_, index) => (index < words ? '---' : '---:'));
  return [line(head), line(ruler), ...rows.map(line)].join('\n');
}
