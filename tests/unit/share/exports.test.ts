import ICAL from 'ical.js';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { timelineCsv } from '../../../src/share/exports-csv.ts';
import { timelineIcs } from '../../../src/share/exports-ics.ts';
import { timelineJson } from '../../../src/share/exports-json.ts';
import { timelineJs } from '../../../src/share/exports-timelinejs.ts';
import { timelineData } from '../../../src/share/timeline-data.ts';
import { hostile } from './hostile.ts';

const { story, context, problems } = hostile();
const data = timelineData(story, context);
const ics = timelineIcs(data, context.words, context.site.timeZone);
const calendar = new ICAL.Component(ICAL.parse(ics) as never);
const entries = new Map(
  calendar.getAllSubcomponents('vevent').map((component) => {
    const entry = new ICAL.Event(component);
    return [entry.uid.split('.')[0] as string, entry];
  }),
);

test('the fixture is an article that can be published', () => {
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('the JSON has every date as it was written', () => {
  const { events } = JSON.parse(timelineJson(data)) as { events: { date: string }[] };
  expect(events.map(({ date }) => date)).toEqual([
    '2025-01~',
    '2025-07-01T23:30-04:00',
    '2025-08-30/2025-09',
    '2025-10-05/..',
  ]);
});

test('no cell of the CSV can start a formula, whatever parts the cells', () => {
  const csv = timelineCsv(data);
  const { data: rows, errors } = Papa.parse<string[]>(csv, { skipEmptyLines: true });
  expect(errors).toEqual([]);
  expect(rows).toHaveLength(5);
  for (const row of rows) expect(row).toHaveLength(rows[0]?.length as number);
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[\s\ufeff]*[=+\-@＝＋－＠]/);
  for (const cell of csv.split(/[;\t]|\r\n/)) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
});

test('every line of the CSV and the calendar ends in CR LF, and no calendar line is longer than 75 octets', () => {
  expect(timelineCsv(data).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of ics.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test('the calendar has one entry for each event, however its text looks', () => {
  expect([...entries.keys()]).toEqual(['formula', 'minute', 'long', 'open']);
  expect(entries.get('minute')?.summary).toContain(', a; b\\c');
  expect(entries.get('long')?.description).toContain('w'.repeat(1900));
});

test('the calendar has whole days as days, and spans months and ranges whole', () => {
  const span = (id: string) => {
    const entry = entries.get(id) as ICAL.Event;
    return [entry.startDate.isDate, String(entry.startDate), String(entry.endDate)];
  };
  expect(span('formula')).toEqual([true, '2025-01-01', '2025-02-01']);
  expect(span('long')).toEqual([true, '2025-08-30', '2025-10-01']);
  expect(span('open')).toEqual([true, '2025-10-05', '2025-10-06']);
  expect(entries.get('formula')?.description).toContain('2025-01~');
  expect(entries.get('open')?.description).toContain('2025-10-05/..');
});

test('a time of the calendar is right by its own zone, which the file explains', () => {
  const zone = calendar.getFirstSubcomponent('vtimezone') as ICAL.Component;
  ICAL.TimezoneService.register(new ICAL.Timezone(zone));
  const start = (entries.get('minute') as ICAL.Event).startDate;
  expect(start.zone.tzid).toBe('America/New_York');
  expect(String(start)).toBe('2025-07-01T23:30:00');
  expect(start.toJSDate().toISOString()).toBe('2025-07-02T03:30:00.000Z');
});

test('the TimelineJS file leaves out what is not known, and its HTML is text', () => {
  const { events } = JSON.parse(timelineJs(data, context.words)) as {
    events: { unique_id: string; start_date: object; end_date?: object; text: { headline: string; text: string } }[];
  };
  expect(events.map(({ start_date }) => start_date)).toEqual([
    { year: 2025, month: 1 },
    { year: 2025, month: 7, day: 1, hour: 23, minute: 30 },
    { year: 2025, month: 8, day: 30 },
    { year: 2025, month: 10, day: 5 },
  ]);
  expect(events.map(({ end_date }) => end_date)).toEqual([undefined, undefined, { year: 2025, month: 9 }, undefined]);
  for (const { text } of events) {
    expect(text.headline).not.toContain('<');
    expect(text.text.replace(/<\/?(?:p|a)(?: href="[^"<>]*")?>/g, '')).not.toContain('<');
  }
});
