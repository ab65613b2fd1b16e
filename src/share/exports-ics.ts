import ICAL from 'ical.js';
import { type ClockTime, type EdtfDate, isoTime } from '../dates/edtf.ts';
import { formatDate } from '../dates/format.ts';
import { daysOf } from '../dates/interval.ts';
import { inZone, startOfDay } from '../dates/zone.ts';
import { originsInWords } from '../story/origins.ts';
import { dateLine, type EventData, eventText, eventTitle, type TimelineData } from './timeline-data.ts';

// The library counts 75 octets without the space that starts a folded line.
ICAL.foldLength = 74;
// The calendar's name (RFC 7986), and where older calendars look for it: unknown to the library, which escapes no
// text of a type that it does not know.
for (const name of ['name', 'x-wr-calname']) ICAL.design.icalendar.property[name] = { defaultType: 'text' };

/** A property in jCal (RFC 7265), the form in which the library takes a calendar: name, parameters, type, value. */
type Property = [name: string, parameters: Readonly<Record<string, string>>, type: string, value: string | number[]];

/**
 * A timeline as a calendar (iCalendar, RFC 5545). Whole days are days, a time is its instant in UTC (so that no
 * calendar has to know the zone), a month or a year spans it whole; the description has each date as EDTF, no more
 * exact than it is. What starts before the year 1 or, in UTC, behind the year 9999, which calendars do not know, is left out. A bare date of change
 * starts in the site's zone.
 */
export function timelineIcs(data: TimelineData): string {
  const { story, context, url, events } = data;
  const { site, words } = context;
  const { modified } = story;
  const stamp = inUtc(modified.kind === 'time' ? modified : startOfDay(modified, site.timeZone));
  const calendar = [
    text('version', '2.0'),
    text('prodid', `-//${site.name}//${words.story.timeline}//${story.lang.toUpperCase()}`),
    text('calscale', 'GREGORIAN'),
    text('method', 'PUBLISH'),
    text('name', story.titleText),
    text('x-wr-calname', story.titleText),
    ['url', {}, 'uri', url],
  ];
  const told = events.filter(({ event: { date } }) => {
    const year = date.kind === 'time' ? inZone(date, 'UTC').year : Number.parseInt(daysOf(date).first, 10);
    return year > 0 && year < 10_000;
  });
  const entries = told.map((event) => ['vevent', entry(event, data, stamp), []]);
  return ICAL.stringify(['vcalendar', calendar, entries]);
}

function entry({ event, edtf, url, sources }: EventData, { story, context }: TimelineData, stamp: string): Property[] {
  const { urls, words } = context;
  const { place } = event.plain;
  const language = { language: story.lang };
  const title = eventTitle(event, words);
  const description = [
    eventText(event, words),
    `${words.share.when}: ${dateLine(event, words)} (EDTF ${edtf})`,
    `${words.story.sources}: ${sources.map(({ publisher }) => publisher).join('; ')}`,
    ...[originsInWords(event.sources, words) ?? []].flat(),
    url,
  ];
  const properties: (Property | undefined)[] = [
    // The host makes it unique in the world. It is made of the first names, so that it never changes.
    text('uid', `${event.former?.[0] ?? event.id}.${story.firstSlug}.${story.lang}@${new URL(urls.base).host}`),
    ['dtstamp', {}, 'date-time', stamp],
    ['last-modified', {}, 'date-time', stamp],
    ...extent(event.date),
    text('summary', isWhole(event.date) ? title : `${title} (${formatDate(event.date, words)})`, language),
    text('description', description.join('\n'), language),
    place === undefined ? undefined : text('location', place, language),
    event.place && ['geo', {}, 'float', [...event.place.at]],
    text('categories', words.story.status[event.status]),
    ['url', {}, 'uri', url],
    // What happened keeps nobody busy.
    text('transp', 'TRANSPARENT'),
  ];
  return properties.filter((property) => property !== undefined);
}

function extent(date: EdtfDate): Property[] {
  if (date.kind === 'time') return [['dtstart', {}, 'date-time', inUtc(date)]];
  const { first, after } = daysOf(date);
  const start: Property = ['dtstart', {}, 'date', first];
  // Calendars have no years of five digits.
  return after.startsWith('10000') ? [start] : [start, ['dtend', {}, 'date', after]];
}

// A calendar shows the title and the days: one that is only about right would look certain there, a season like its
// year, and what has no known end like a day.
function isWhole(date: EdtfDate): boolean {
  const days = date.kind === 'range' ? [date.start, date.end] : [date];
  return days.every((day) => day && !day.qualifier && !('season' in day && day.season));
}

/** A time in UTC, to the second, as jCal writes it. */
function inUtc(time: ClockTime): string {
  return `${isoTime({ second: 0, ...inZone(time, 'UTC') }).slice(0, 'YYYY-MM-DDThh:mm:ss'.length)}Z`;
}

function text(name: string, value: string, parameters: Property[1] = {}): Property {
  // The library would leave a CR as it is, where it ends a line.
  return [name, parameters, 'text', value.replace(/\r\n?/g, '\n')];
}
