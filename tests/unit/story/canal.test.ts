import { rmSync } from 'node:fs';
import { join } from 'node:path';
import ICAL from 'ical.js';
import Papa from 'papaparse';
import { afterAll, expect, it, test } from 'vitest';
import { readArticle } from '../../../src/content/article.ts';
import { articleEntry } from '../../../src/content/current.ts';
import { messagesFor } from '../../../src/i18n/messages.ts';
import { momentCard } from '../../../src/graphics/story-cards.ts';
import { timelineCsv, timelineJson } from '../../../src/share/exports-data.ts';
import { timelineIcs } from '../../../src/share/exports-ics.ts';
import { timelineJs } from '../../../src/share/exports-timelinejs.ts';
import { articleJsonLd } from '../../../src/share/json-ld.ts';
import { timelineData } from '../../../src/share/timeline-data.ts';
import { buildStory, type Story } from '../../../src/story/story.ts';
import { plainText } from '../../../src/text/rich-text.ts';
import type { Prose } from '../../../src/text/pipeline.ts';
import { ARTICLE, BaseProject } from '../../fixtures/base-project.ts';
import { smallSite } from '../components/render.ts';

/** A story of another kind than the first: dates from before the year 1 to the second, a way by sea, five zones. */

const projects: BaseProject[] = [];
afterAll(() => projects.forEach((project) => project.remove()));

interface Made {
  readonly dates: readonly (string | readonly [date: string, more: string])[];
  readonly more?: string;
}

/** The story of some events at the pier, each with more keys where it has any. */
function storyOf({ dates, more = '' }: Made): Story {
  const project = new BaseProject();
  projects.push(project);
  rmSync(join(project.root, ARTICLE, 'ko.md'));
  const events = dates.map((entry, index) => {
    const [date, keys] = typeof entry === 'string' ? [entry, 'place: pier'] : entry;
    const status = keys.includes('status:') ? '' : '\n    status: single';
    const lines = `date: ${date}\n    ${keys}\n    title: Event ${index}\n    text: It happened.${status}\n    sources: [gazette-opening]`;
    return `  - id: event-${index}\n    ${lines}\n`;
  });
  const head = project.read(`${ARTICLE}/en.md`).split('sides:')[0] as string;
  project.write(
    `${ARTICLE}/en.md`,
    `${head}sides:
  - id: canal
    name: The canal
  - id: ship
    name: The ship
places:
  pier: { name: The pier, timeZone: Africa/Cairo, at: [30, 32.5], side: canal }
  cape: { name: The cape, timeZone: Europe/Athens, at: [36, 22] }
  dock: { name: The dock, timeZone: Europe/Amsterdam, at: [52, 4], side: ship }
  yard: { name: The yard, timeZone: Europe/Berlin, at: [53, 10] }
  office: { name: The office, timeZone: Asia/Tokyo, at: [35, 139], side: ship }
timeline:
${events.join('')}${more}---

It happened.[^gazette-opening]
`,
  );
  const problems: string[] = [];
  const article = readArticle(project.root, ARTICLE, ['en'], ({ severity, message }) => {
    if (severity === 'error') problems.push(message);
  });
  if (!article) throw new Error(problems.join('\n'));
  const { prose } = articleEntry(article);
  return buildStory(article, undefined, prose['en'] as Prose, messagesFor('en'));
}

const eventsOf = (story: Story) => story.timeline.flatMap(({ events }) => events);
const spaced = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const gaps = (...dates: string[]) => eventsOf(storyOf({ dates })).map(({ gap }) => gap);
const context = smallSite('en');

test('nothing is said of how long ago something happened that the dates do not say', () => {
  expect(gaps('2018', '2019-01-01')).toEqual([undefined, undefined]);
  expect(gaps('1859/1869', '1869-11-17')).toEqual([undefined, undefined]);
  expect(gaps('2021-03-13~', '2021-03-23')).toEqual([undefined, 'about 10 days later']);
  expect(gaps('2021-03-13', '2021-03-23?')).toEqual([undefined, '10 days later (date uncertain)']);
});

test('the overview names the year wherever it changes, and always what a date is unsure of', () => {
  const dates = ['1859', '1869-11-17', '2018', '2019-02-09', '2021-03-13~', '2021-03-23?', '2021-03-29/2021-04-02'];
  const more = ['202X', '2022-03-29T15:05+02:00~', '2022-03-30T15:05+02:00', '2023-24'];
  expect(eventsOf(storyOf({ dates: [...dates, ...more] })).map(({ when }) => spaced(when.short))).toEqual([
    '1859',
    '17 Nov 1869',
    '2018',
    '9 Feb 2019',
    'about 13 Mar 2021',
    '23 Mar (date uncertain)',
    '29 Mar to 2 Apr',
    'the 2020s',
    '29 Mar 2022',
    '30 Mar',
    'winter 2023',
  ]);
  expect(eventsOf(storyOf({ dates: ['2023-05', '2025-07-23'] })).map(({ when }) => when.short)).toEqual([
    'May 2023',
    '23 Jul 2025',
  ]);
});

const TIMES = ['2021-03-23T07:40+02:00', '2021-03-29T15:05+03:00~'];
const SAILS = [
  [TIMES[0], 'place: pier'],
  ['2021-03-26T10:00+02:00', 'place: cape'],
  [TIMES[1], 'place: cape'],
] as [string, string][];
const way = (keys: string): string => `journey:\n  - { from: pier, to: cape, event: event-0${keys} }\n`;

test('a leg took the time between the two events that the editor named, and no other', () => {
  const passages = (keys: string) => storyOf({ dates: SAILS, more: way(keys) }).journey.map((leg) => leg.passage);
  expect(passages('')).toEqual([undefined]);
  const [passage] = passages(', departs: event-0, arrives: event-2') ?? [];
  expect(passage?.duration).toBe('6 days');
  expect(spaced(passage?.departure[0]?.time ?? '')).toBe('7:40 a.m.');
  expect(spaced(passage?.arrival[1]?.time ?? '')).toBe('about 3:05 p.m.');
});

test('a leg names the years where its days are of several', () => {
  const daysOf = (arrival: string) => {
    const dates = [
      ['2021-12-30T07:40+02:00', 'place: pier'],
      [arrival, 'place: cape'],
    ] as [string, string][];
    const way = 'journey:\n  - { from: pier, to: cape, departs: event-0, arrives: event-1 }\n';
    const [passage] = storyOf({ dates, more: way }).journey.map((leg) => leg.passage);
    return [passage?.departure[0]?.day, passage?.arrival[0]?.day];
  };
  expect(daysOf('2021-12-31T15:05+02:00')).toEqual(['30 Dec', '31 Dec']);
  expect(daysOf('2022-01-02T15:05+02:00')).toEqual(['30 Dec 2021', '2 Jan 2022']);
  expect(daysOf('2023-12-31T15:05+02:00')).toEqual(['30 Dec 2021', '31 Dec 2023']);
});

test('the points of a way come to the page and into the data, longitude first', () => {
  const story = storyOf({ dates: SAILS, more: way(', via: [[31, 30], [35.5, 25]]') });
  expect(story.journey[0]?.via).toEqual([
    [30, 31],
    [25, 35.5],
  ]);
  const { journey } = JSON.parse(timelineJson(timelineData(story, context))) as {
    journey: { features: { geometry: object; properties: object }[] };
  };
  expect(journey.features).toMatchObject([
    {
      properties: { from: 'The pier', to: 'The cape', event: 'event-0' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [32.5, 30],
          [30, 31],
          [25, 35.5],
          [22, 36],
        ],
      },
    },
  ]);
});

test('a time has one clock for each offset of its day, or those that the editor chose', () => {
  const clocks = (date: string, more = '') =>
    eventsOf(storyOf({ dates: [[date, 'place: dock']], more }))[0]?.when.clocks.map(({ place }) => plainText(place));
  // In winter Cairo and Athens have one offset, in the summer of 2022 they had two.
  expect(clocks('2022-01-10T07:40+01:00')).toEqual(['The dock', 'The pier', 'The office']);
  expect(clocks('2022-07-10T07:40+02:00')).toEqual(['The dock', 'The cape', 'The office']);
  expect(clocks('2012-07-10T07:40+02:00')).toEqual(['The dock', 'The cape', 'The office']);
  expect(clocks('2022-01-10T07:40+01:00', 'clocks: [yard, dock, cape]\n')).toEqual([
    'The dock',
    'The yard',
    'The cape',
  ]);
  expect(clocks('2022-01-10T07:40+01:00', 'clocks: []\n')).toEqual(['The dock']);
});

test('an event is of its own side, or of none, or of that of its place', () => {
  const story = storyOf({
    dates: [
      ['2021-03-23', 'place: pier\n    side: ship'],
      ['2021-03-24', 'side: canal'],
      ['2021-03-25', 'place: pier\n    side: none'],
      ['2021-03-26', 'place: pier'],
      ['2021-03-27', 'place: cape'],
    ],
  });
  expect(eventsOf(story).map(({ side }) => side?.id)).toEqual(['ship', 'canal', undefined, 'canal', undefined]);
  expect(story.moments.map(({ event }) => event.side?.id)).toEqual(['ship', 'canal', undefined, 'canal', undefined]);
  const { events } = timelineData(story, context);
  expect(events.map(({ side }) => side)).toEqual(['The ship', 'The canal', undefined, 'The canal', undefined]);
});

const HARD = ['-0044-03-15', '0000', '0099', '19XX', '../1950', '1969-07-20T20:17:40+03:00', '2021-03-29T15:05+02:00?'];

it('carries hard dates through every export', () => {
  const story = storyOf({ dates: HARD });
  const data = timelineData(story, context);
  const { events } = JSON.parse(timelineJson(data)) as { events: { date: string }[] };
  expect(events.map(({ date }) => date)).toEqual(HARD);
  const rows = Papa.parse<Record<string, string>>(timelineCsv(data), { header: true, skipEmptyLines: true }).data;
  expect(rows.map(({ date }) => date?.replace(/^'/, ''))).toEqual(HARD);

  const calendar = new ICAL.Component(ICAL.parse(timelineIcs(data)) as never);
  const entries = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
  // A calendar has no years before 1.
  expect(
    entries.map(({ startDate, endDate }) => [String(startDate).padStart(10, '0'), String(endDate).padStart(10, '0')]),
  ).toEqual([
    ['0099-01-01', '0100-01-01'],
    ['1900-01-01', '2000-01-01'],
    ['1950-01-01', '1951-01-01'],
    ['1969-07-20T17:17:40Z', '1969-07-20T17:17:40Z'],
    ['2021-03-29T13:05:00Z', '2021-03-29T13:05:00Z'],
  ]);
  expect(entries.at(-1)?.summary).toContain('time uncertain');

  const slides = (JSON.parse(timelineJs(data)) as { events: Record<string, unknown>[] }).events;
  expect(slides.map(({ start_date, end_date }) => [start_date, end_date])).toEqual([
    [{ year: -44, month: 3, day: 15 }, undefined],
    [{ year: 0 }, undefined],
    [{ year: 99 }, undefined],
    [{ year: 1900 }, { year: 1999, month: 12, day: 31 }],
    [{ year: 1950 }, undefined],
    [{ year: 1969, month: 7, day: 20, hour: 20, minute: 17, second: 40 }, undefined],
    [{ year: 2021, month: 3, day: 29, hour: 15, minute: 5 }, undefined],
  ]);
  expect(spaced(String(slides.at(-1)?.['display_date']))).toContain('3:05 p.m. (time uncertain)');

  const list = articleJsonLd(story, context, {}).at(-1) as unknown as { itemListElement: { item?: object }[] };
  expect(list.itemListElement.map(({ item }) => item && 'startDate' in item && item.startDate)).toEqual([
    ...[undefined, undefined, undefined, undefined, undefined],
    '1969-07-20T20:17:40+03:00',
    undefined,
  ]);
  const cards = story.moments.map((moment) => spaced(momentCard(story, moment, context).over));
  expect(cards[0]).toBe('15 March 45 BC · The pier');
  expect(cards.at(-1)).toBe('29 March 2021 · 3:05 p.m. (time uncertain) · The pier');
});

test('a single report says so wherever it goes, and what is on record needs no such word', () => {
  const story = storyOf({
    dates: [
      ['2021-03-23', 'place: pier'],
      ['2021-03-24', 'status: record'],
    ],
  });
  const ics = timelineIcs(timelineData(story, context));
  expect(ics).toContain('Event 0 (One report)');
  expect(ics).toMatch(/:Event 1\r\n/);
});
