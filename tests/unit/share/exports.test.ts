import ICAL from 'ical.js';
import Papa from 'papaparse';
import { expect, test, vi } from 'vitest';
import { timelineIcs } from '../../../src/share/exports-ics.ts';
import { timelineCsv, timelineJson } from '../../../src/share/exports-data.ts';
import { timelineJs } from '../../../src/share/exports-timelinejs.ts';
import { parseEdtf } from '../../../src/dates/edtf.ts';
import { timelineData } from '../../../src/share/timeline-data.ts';
import { escapeHtml } from '../../../src/text/html.ts';
import { plainText } from '../../../src/text/rich-text.ts';
import { hostile } from './hostile.ts';

const { story, context, problems } = hostile();
const data = timelineData(story, context);
const ics = timelineIcs(data);
const entries = new Map(eventsIn(ics).map((entry) => [entry.uid.split('.')[0] as string, entry]));

function eventsIn(text: string): ICAL.Event[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  return calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component));
}

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

test('the CSV names the sources that have no address', () => {
  const events = data.events.map((event) => ({
    ...event,
    sources: event.sources.map((source) => ({ ...source, url: undefined, publisher: 'River Press', title: 'Spans' })),
  }));
  const [first] = Papa.parse<Record<string, string>>(timelineCsv({ ...data, events }), { header: true }).data;
  expect(first).toMatchObject({ sources: '', 'sources without address': 'River Press: Spans' });
  expect(timelineCsv(data)).not.toContain(data.events[0]?.sources[0]?.title);
});

test('every line of the CSV and the calendar ends in CR LF, and no calendar line is longer than 75 octets', () => {
  expect(timelineCsv(data).replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(ics.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(ics).toMatch(/^BEGIN:VCALENDAR\r\n(?:.+\r\n)*END:VCALENDAR\r\n$/);
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

test.each([
  ['2025-09-04', ''],
  ['2025-09-04/2025-09', ''],
  ['2025-09-04~', ' (about 4 September 2025)'],
  ['2025-10-05/..', ' (since 5 October 2025)'],
  ['2025-10-05/', ' (from 5 October 2025 (end unknown))'],
  ['../1850', ' (1850 or before)'],
  ['/1850', ' (until 1850 (start unknown))'],
  ['2020-24', ' (winter 2020)'],
])('where the days of %s look otherwise than it is, its title in the calendar says so', (written, said) => {
  const [first] = data.events as [(typeof data.events)[number]];
  const event = { ...first.event, date: parseEdtf(written) };
  const [entry] = eventsIn(timelineIcs({ ...data, events: [{ ...first, event, edtf: written }] }));
  expect(entry?.summary).toBe(first.event.plain.title + said);
});

test.each([
  ['2025-07-01T23:30-04:00', 'America/New_York', '2025-07-02T03:30:00Z'],
  // Half past one is there twice in the night in which clocks go back.
  ['2025-11-02T01:30-04:00', 'America/New_York', '2025-11-02T05:30:00Z'],
  ['2025-11-02T01:30-05:00', 'America/New_York', '2025-11-02T06:30:00Z'],
  // Zones that changed their clocks twice within three weeks.
  ['1945-04-05T10:00+02:00', 'Europe/Vienna', '1945-04-05T08:00:00Z'],
  ['1943-04-20T10:00+01:00', 'Africa/Tunis', '1943-04-20T09:00:00Z'],
  ['1944-10-05T10:00+01:00', 'Europe/Riga', '1944-10-05T09:00:00Z'],
  ['2000-10-10T10:00-02:00', 'America/Recife', '2000-10-10T12:00:00Z'],
  ['2004-06-05T10:00-04:00', 'America/Argentina/Tucuman', '2004-06-05T14:00:00Z'],
  // Local mean time, and years before 100.
  ['1883-01-01T10:00-04:56', 'America/New_York', '1883-01-01T14:56:00Z'],
  ['0099-12-31T23:50-00:25', 'Europe/Dublin', '0100-01-01T00:15:00Z'],
  ['0050-03-01T10:00+00:00', 'Etc/UTC', '0050-03-01T10:00:00Z'],
])('%s in %s is the instant %s of the calendar', (written, timeZone, instant) => {
  const [first] = data.events as [(typeof data.events)[number]];
  const position = { at: [0, 0] as [number, number], timeZone };
  const event = { ...first.event, position, date: parseEdtf(written) };
  const other = { ...data, events: [{ ...first, event, edtf: written }] };
  const start = eventsIn(timelineIcs(other))[0]?.startDate as ICAL.Time;
  // Not as a `Date`, which would be of 1950 for the year 50.
  expect(String(start.convertToZone(ICAL.Timezone.utcTimezone)).padStart(20, '0')).toBe(instant);
});

test.each([
  ['9999', ['9999-01-01', '9999-01-02']],
  ['9999-12-31', ['9999-12-31', '10000-01-01']],
  ['9999-12-31T20:00-05:00', []],
  ['0001-01-01T00:30+09:00', []],
])('the calendar of %s has no year of five digits, and none before the first', (written, span) => {
  const [first] = data.events as [(typeof data.events)[number]];
  const event = {
    ...first.event,
    position: { at: [0, 0] as [number, number], timeZone: 'Etc/UTC' },
    date: parseEdtf(written),
  };
  const text = timelineIcs({ ...data, events: [{ ...first, event, edtf: written }] });
  expect(text).not.toMatch(/^DT[A-Z;=]*:(?:1\d{4}-|-|0000)/m);
  expect(eventsIn(text).flatMap(({ startDate, endDate }) => [String(startDate), String(endDate)])).toEqual(span);
});

test('each clock of a time names its place, in the calendar and in TimelineJS alike', () => {
  const minute = data.events.find(({ event }) => event.id === 'minute')?.event;
  const places = minute?.when.clocks.map(({ place }) => `(${plainText(place)})`) ?? [];
  expect(places[0]).toBe(`(${minute?.plain.place})`);
  const slides = (JSON.parse(timelineJs(data)) as { events: { unique_id: string; display_date: string }[] }).events;
  const shown = slides.find(({ unique_id }) => unique_id === 'minute')?.display_date ?? '';
  for (const place of places) {
    expect(entries.get('minute')?.description).toContain(place);
    expect(shown).toContain(escapeHtml(place));
  }
  expect(shown.split(escapeHtml(places[0] as string))).toHaveLength(2);
});

test('the calendar names the language of its texts, and needs no zone', () => {
  const lines = ics.replaceAll('\r\n ', '').split('\r\n');
  for (const name of ['SUMMARY', 'DESCRIPTION', 'LOCATION'])
    expect(lines.filter((line) => line.startsWith(name)).join()).toMatch(new RegExp(`^${name};LANGUAGE=en:`));
  expect(lines).toContain('UID:minute.hostile.en@example.org');
  expect(lines).toContain('DTSTART:20250702T033000Z');
  expect(lines).toContain('DTSTART;VALUE=DATE:20250101');
  expect(ics).not.toMatch(/TZID|VTIMEZONE/);
});

test('no text of the calendar can start a line of its own', () => {
  const title = 'a\r\nb\rc\nd, e; f\\g';
  const named = timelineIcs(timelineData({ ...story, titleText: title }, context));
  expect(named).toContain('\r\nNAME:a\\nb\\nc\\nd\\, e\\; f\\\\g\r\n');
  expect(eventsIn(named)).toHaveLength(4);
});

test('the calendar has the same bytes on a machine in another zone, at another time', () => {
  const zone = process.env['TZ'];
  vi.useFakeTimers({ now: new Date('2031-05-06T07:08:09Z') });
  process.env['TZ'] = 'Pacific/Apia';
  try {
    expect(new Date().getTimezoneOffset()).not.toBe(0);
    expect(timelineIcs(data)).toBe(ics);
  } finally {
    vi.useRealTimers();
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

test('the TimelineJS file leaves out what is not known, and its HTML is text', () => {
  const { events } = JSON.parse(timelineJs(data)) as {
    events: { unique_id: string; start_date: object; end_date?: object; text: { headline: string; text: string } }[];
  };
  expect(events.map(({ start_date }) => start_date)).toEqual([
    { year: 2025, month: 1 },
    { year: 2025, month: 7, day: 1, hour: 23, minute: 30 },
    { year: 2025, month: 8, day: 30 },
    { year: 2025, month: 10, day: 5 },
  ]);
  const last = { year: 2025, month: 9, day: 30 };
  expect(events.map(({ end_date }) => end_date)).toEqual([undefined, undefined, last, undefined]);
  for (const { text } of events) {
    expect(text.headline).not.toContain('<');
    expect(text.text.replace(/<\/?(?:p|a)(?: href="[^"<>]*")?>/g, '')).not.toContain('<');
  }
});
