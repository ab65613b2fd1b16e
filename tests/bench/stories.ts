import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { paragraph, Random, saying, sentence, stationName } from './sentences.ts';

/** A made-up story: what an editor would write, and what a bare site would show of it. */
export interface MadeStory {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** `en.md`. */
  readonly edition: string;
  /** `sources.yaml`. */
  readonly sources: string;
  /** The prose of `en.md`. */
  readonly prose: string;
}

const SOURCES = ['yearbook', 'gazette', 'letters', 'survey', 'bulletin'] as const;

/**
 * Makes one story of about 1,100 words, with a table, a list, five citations in the prose, curly quotes and one line of
 * Hangul. The same number gives the same story, however many there are.
 *
 * @param number from 1
 * @param events how many moments its timeline has, at least 1
 */
export function makeStory(number: number, events: number): MadeStory {
  const random = new Random(number);
  const station = stationName(random);
  const title = `What the gauge at ${station} recorded (${number})`;
  const summary = `The readings of ${station}, from the first mark on the stone to the last page of the notebook, and who kept them.`;
  const prose = proseOf(random, station);
  return {
    slug: `gauge-${String(number).padStart(4, '0')}`,
    title,
    summary,
    edition: `---\n${frontmatter(random, { number, title, summary, station, events })}---\n\n${prose}`,
    sources: SOURCES.map((id) => sourceOf(random, id, number)).join(''),
    prose,
  };
}

function proseOf(random: Random, station: string): string {
  const rows = Array.from({ length: 8 }, () => {
    const [name, low, high] = [stationName(random), random.between(10, 90), random.between(100, 480)];
    return `| ${name} | ${low} cm | ${high} cm | ${random.between(1951, 2019)} |`;
  });
  const items = Array.from({ length: 4 }, () => `- ${sentence(random)}`);
  return `## The station at ${station}

${paragraph(random, 165)}[^yearbook]

## What was read, and when

The notebook has four entries of that week:

${items.join('\n')}.[^gazette]

## The figures

${paragraph(random, 190)} ${saying(random)}.[^survey]

| Gauge | Lowest | Highest | Since |
| --- | ---: | ---: | --- |
${rows.join('\n')}

## The other bank

${paragraph(random, 200)} The board beside the door still says “강은 밤새 천천히 불었다”.[^letters]

> [!NOTE]
> The desk has set the readings side by side. It has not seen the station, and “${station}” is on no map.

### What came of it

${paragraph(random, 230)}[^bulletin]
`;
}

interface Facts {
  number: number;
  title: string;
  summary: string;
  station: string;
  events: number;
}

function frontmatter(random: Random, { number, title, summary, station, events }: Facts): string {
  const year = 2015 + (number % 10);
  const cited = (): string => random.of(SOURCES);
  const points = Array.from({ length: 3 }, () => `  - ${sentence(random)}.[^${cited()}]\n`).join('');
  const moments = Array.from({ length: events }, (_, index) => {
    const day = `${year}-0${Math.min(9, index + 1)}-${String(10 + (index % 18)).padStart(2, '0')}`;
    const hours = index % 2 === 0 ? 'T11:40+00:00' : '';
    const standing = index % 3 === 2 ? `one-side\n    saidBy: The keeper of ${station}` : 'single';
    return `  - id: reading-${index + 1}
    date: ${day}${hours}
    place: ${index % 2 === 0 ? 'station' : 'office'}
    title: ${random.of(['The water is read', 'A mark is set', 'The hut is moved', 'The dial is changed'])}
    text: ${sentence(random)}. ${sentence(random)}.
    status: ${standing}
    sources: [${cited()}]
`;
  }).join('');
  return `title: ${title}
summary: ${summary}
published: ${year}-12-${10 + (number % 19)}
updates:
  - date: ${year}-12-${10 + (number % 19)}
    note: First publication.
keyPoints:
${points}places:
  station:
    name: ${station}
    timeZone: Africa/Abidjan
    at: [5.3, -4.0]
  office:
    name: The office for rivers
    timeZone: Asia/Seoul
    at: [37.5, 127]
timeline:
${moments}`;
}

function sourceOf(random: Random, id: string, number: number): string {
  return `- id: ${id}
  publisher: The ${random.of(['Valley', 'River', 'Harbour', 'County'])} ${id[0]?.toUpperCase()}${id.slice(1)}
  title: On the gauge at ${stationName(random)}
  url: https://example.org/${id}/${number}
  published: 20${random.between(10, 14)}-0${random.between(1, 9)}
  language: en
`;
}

const SITE = `name: The Gauge
url: https://gauge.example/
tagline:
  en: Readings that nobody took.
languages: [en]
timeZone: Etc/UTC
contact: desk@gauge.example
licence:
  name: CC0 1.0
  url: https://creativecommons.org/publicdomain/zero/1.0/
`;

const ABOUT = `---
title: About these readings
updated: 2025-01-01
summary: Everything here is made up, to measure with.
---

## How a story is made

By a program, from a number.

## Corrections

There is nothing to correct.
`;

/**
 * Writes a whole `content` folder of made-up articles.
 *
 * @param folder the `content` folder; what it holds of the same names is overwritten
 * @param events moments in the timeline of each article
 */
export function writeContent(folder: string, articles: number, events = 6): void {
  mkdirSync(join(folder, 'about'), { recursive: true });
  writeFileSync(join(folder, 'site.yaml'), SITE);
  writeFileSync(join(folder, 'about/en.md'), ABOUT);
  for (let number = 1; number <= articles; number++) addStory(folder, makeStory(number, events));
}

/** Adds one made-up story to a `content` folder. */
export function addStory(content: string, { slug, edition, sources }: MadeStory): void {
  const folder = join(content, 'articles', slug);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'en.md'), edition);
  writeFileSync(join(folder, 'sources.yaml'), sources);
}

// `node tests/bench/stories.ts FOLDER ARTICLES` writes a `content` folder to profile a build with.
if (import.meta.main) writeContent(process.argv[2] as string, Number(process.argv[3]));
