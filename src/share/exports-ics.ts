import type { CalendarDate, ClockTime, DateRange } from '../dates/edtf.ts';
import { isoDay, startOf } from '../dates/edtf.ts';
import { daysOf } from '../dates/days.ts';
import { inZone, offsetChanges, startOfDay } from '../dates/zone.ts';
import type { Words } from '../i18n/words.ts';
import { dateLine, momentText, momentTitle } from './moment-text.ts';
import type { EventData, TimelineData } from './timeline-data.ts';

/**
 * A timeline as a calendar (iCalendar, RFC 5545). Whole days are days, times stand in the zone of their
 * place, a month or a year spans it whole; the description has each date as EDTF, no more exact than it is.
 *
 * @param timeZone the zone in which a bare date of change starts
 */
export function timelineIcs(data: TimelineData, words: Words, timeZone: string): string {
  const stamp = utc(data.modified.date, timeZone);
  return lines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${text(data.publisher)}//${text(words.story.timeline)}//${data.lang.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // RFC 7986, and the name that older calendars look for.
    `NAME:${text(data.title)}`,
    `X-WR-CALNAME:${text(data.title)}`,
    `URL:${data.url}`,
    ...zonesOf(data).flatMap(zone),
    ...data.events.flatMap((event) => entry(event, data, words, stamp)),
    'END:VCALENDAR',
  ]);
}

function entry(
  { event, date, edtf, url, sources }: EventData,
  data: TimelineData,
  words: Words,
  stamp: string,
): string[] {
  const { place } = event.plain;
  const description = [
    momentText(event, words),
    `${words.share.when}: ${dateLine(event)} (EDTF ${edtf})`,
    `${words.story.sources}: ${sources.map(({ publisher }) => publisher).join('; ')}`,
    url,
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${event.id}.${data.slug}.${data.lang}@${data.host}`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    ...(date.kind === 'time' ? [`DTSTART${localTime(date, event.position?.timeZone)}`] : days(date)),
    `SUMMARY;LANGUAGE=${data.lang}:${text(momentTitle(event, words))}`,
    `DESCRIPTION;LANGUAGE=${data.lang}:${text(description.join('\n'))}`,
    ...(place === undefined ? [] : [`LOCATION;LANGUAGE=${data.lang}:${text(place)}`]),
    ...(event.position ? [`GEO:${event.position.at.join(';')}`] : []),
    `CATEGORIES:${text(words.story.status[event.status])}`,
    `URL:${url}`,
    // What happened keeps nobody busy.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function days(date: CalendarDate | DateRange): string[] {
  const { first, after } = daysOf(date);
  return [`DTSTART;VALUE=DATE:${compact(first)}`, `DTEND;VALUE=DATE:${compact(after)}`];
}

function localTime(time: ClockTime, timeZone: string | undefined): string {
  if (timeZone === undefined) return `:${utc(time, 'Etc/UTC')}`;
  return `;TZID=${timeZone}:${clock(inZone(time, timeZone))}`;
}

/** The zones that times of the calendar stand in, each with the years that it needs. */
function zonesOf({ events }: TimelineData): { timeZone: string; from: number; until: number }[] {
  const years = new Map<string, number[]>();
  for (const { event, date } of events) {
    if (date.kind !== 'time' || !event.position) continue;
    const { timeZone } = event.position;
    years.set(timeZone, [...(years.get(timeZone) ?? []), startOf(date).year]);
  }
  return [...years].map(([timeZone, list]) => ({ timeZone, from: Math.min(...list), until: Math.max(...list) }));
}

// Calendars know no zone by its name alone (RFC 5545, 3.6.5). Each change of the clocks in the years in
// question is written out, since rules may change and these years are over.
function zone({ timeZone, from, until }: ReturnType<typeof zonesOf>[number]): string[] {
  const start = startOfDay({ kind: 'date', year: from }, timeZone);
  const changes = offsetChanges(timeZone, from, until);
  const least = Math.min(start.offset, ...changes.map(({ to }) => to));
  const part = (at: ClockTime, before: number, to: number): string[] => {
    const name = to > least ? 'DAYLIGHT' : 'STANDARD';
    return [
      `BEGIN:${name}`,
      `DTSTART:${clock(at)}`,
      `TZOFFSETFROM:${offset(before)}`,
      `TZOFFSETTO:${offset(to)}`,
      `END:${name}`,
    ];
  };
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${timeZone}`,
    ...part(start, start.offset, start.offset),
    ...changes.flatMap(({ at, to }) => part(at, at.offset, to)),
    'END:VTIMEZONE',
  ];
}

function utc(date: CalendarDate | ClockTime, timeZone: string): string {
  return `${clock(inZone(date.kind === 'time' ? date : startOfDay(date, timeZone), 'Etc/UTC'))}Z`;
}

function clock(time: ClockTime): string {
  return `${compact(isoDay(time))}T${pad(time.hour)}${pad(time.minute)}00`;
}

function offset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${pad(size % 60)}`;
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function pad(part: number): string {
  return String(part).padStart(2, '0');
}

function text(value: string): string {
  return value.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/** Lines of at most 75 octets, longer ones folded between characters. */
function lines(list: readonly string[]): string {
  return list.map((line) => `${fold(line)}\r\n`).join('');
}

function fold(line: string): string {
  if (Buffer.byteLength(line) <= 75) return line;
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const more = Buffer.byteLength(character);
    // A folded line starts with a space, which counts.
    if (octets + more > 75) {
      parts.push(part);
      [part, octets] = ['', 1];
    }
    part += character;
    octets += more;
  }
  return [...parts, part].join('\r\n ');
}
