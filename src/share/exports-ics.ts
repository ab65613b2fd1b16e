import ICAL from 'ical.js';
import { type ClockTime, type EdtfDate, formatEdtf } from '../dates/edtf.ts';
import { daysOf } from '../dates/interval.ts';
import { inZone, startOfDay } from '../dates/zone.ts';
import type { Messages } from '../i18n/messages.ts';
import { dateLine, momentText, momentTitle } from './moment-text.ts';
import type { EventData, TimelineData } from './timeline-data.ts';

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
 * exact than it is.
 *
 * @param timeZone the zone in which a bare date of change starts
 */
export function timelineIcs(data: TimelineData, words: Messages, timeZone: string): string {
  const { date } = data.modified;
  const stamp = inUtc(date.kind === 'time' ? date : startOfDay(date, timeZone));
  const calendar = [
    text('version', '2.0'),
    text('prodid', `-//${data.publisher}//${words.story.timeline}//${data.lang.toUpperCase()}`),
    text('calscale', 'GREGORIAN'),
    text('method', 'PUBLISH'),
    text('name', data.title),
    text('x-wr-calname', data.title),
    ['url', {}, 'uri', data.url],
  ];
  const entries = data.events.map((event) => ['vevent', entry(event, data, words, stamp), []]);
  return ICAL.stringify(['vcalendar', calendar, entries]);
}

function entry({ event, date, edtf, url, sources }: EventData, data: TimelineData, words: Messages, stamp: string) {
  const { place } = event.plain;
  const language = { language: data.lang };
  const description = [
    momentText(event, words),
    `${words.share.when}: ${dateLine(event)} (EDTF ${edtf})`,
    `${words.story.sources}: ${sources.map(({ publisher }) => publisher).join('; ')}`,
    url,
  ];
  const properties: (Property | undefined)[] = [
    text('uid', `${event.id}.${data.slug}.${data.lang}@${data.host}`),
    ['dtstamp', {}, 'date-time', stamp],
    ['last-modified', {}, 'date-time', stamp],
    ...extent(date),
    text('summary', momentTitle(event, words), language),
    text('description', description.join('\n'), language),
    place === undefined ? undefined : text('location', place, language),
    event.position && ['geo', {}, 'float', [...event.position.at]],
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
  return [
    ['dtstart', {}, 'date', first],
    ['dtend', {}, 'date', after],
  ];
}

/** A minute in UTC, as jCal writes it. */
function inUtc(time: ClockTime): string {
  return `${formatEdtf(inZone(time, 'UTC')).slice(0, 'YYYY-MM-DDThh:mm'.length)}:00Z`;
}

function text(name: string, value: string, parameters: Property[1] = {}): Property {
  // The library would leave a CR as it is, where it ends a line.
  return [name, parameters, 'text', value.replace(/\r\n?/g, '\n')];
}
