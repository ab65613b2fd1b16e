import { fill, type Messages } from '../i18n/messages.ts';
import { dayNumber } from './compare.ts';
import {
  type CalendarDate,
  type ClockTime,
  type Day,
  type EdtfDate,
  endOf,
  formatOffset,
  isoDay,
  isoTime,
  type Qualifier,
  startOf,
  yearsOf,
} from './edtf.ts';
import type { Gap } from './interval.ts';

/** What it takes to put a date into words: a language's patterns and its locales for `Intl`. */
export type DateLanguage = Pick<Messages, 'dates' | 'locale' | 'timeLocale'>;

/** A piece of a date in words. */
export interface DatePart {
  readonly text: string;
  /** What `<time datetime>` holds; absent for the words between, which no machine should read as a date. */
  readonly datetime?: string;
}

/**
 * Puts a date into words, at the precision that was written and no more: `about September 2025`,
 * `since 30 September 2025`.
 *
 * @param date calendar dates are read in no zone; a time is read off its own clock, which is named by its offset
 * @param language the calendar is Gregorian whatever its locale says
 * @param write puts a day, a month or a year into words
 * @returns the pieces in reading order; a range has two with a `datetime`
 */
export function formatDateParts(date: EdtfDate, language: DateLanguage, write = dayInWords): DatePart[] {
  const { dates } = language;
  if (date.kind === 'date') return dateParts(date, language, write);
  if (date.kind === 'time') {
    const values = { time: clockInWords(date, language), date: write(date, language) };
    const parts = qualified([dated(fill(dates.minute, values), date)], date.qualifier, dates, dates.uncertainTime);
    return [...parts, { text: ` (${offsetInWords(date)})` }];
  }
  const [start, end] = [date.start, date.end].map((part) => (part ? dateParts(part, language, write) : []));
  const [since, until] = date.unknown ? [dates.startOnly, dates.endOnly] : [dates.since, dates.until];
  return place(date.start ? (date.end ? dates.range : since) : until, { start, end });
}

/** The same as one text. */
export function formatDate(date: EdtfDate, language: DateLanguage): string {
  return textOf(formatDateParts(date, language));
}

/** A year below this is no year to a reader unless it says its era: `79 AD`. */
const FIRST_BARE_YEAR = 1000;

/** A day, a month or a year in words: `4 September 2025`, `September 2025`, `2025`, `45 BC`. */
export function dayInWords(
  date: Day,
  { locale, dates }: DateLanguage,
  month: 'long' | 'short' = 'long',
  withYear = true,
): string {
  return format(locale, {
    ...(withYear && { year: 'numeric' }),
    ...(date.month !== undefined && { month }),
    ...(date.day !== undefined && { day: 'numeric' }),
    ...(withYear && date.year < FIRST_BARE_YEAR && { era: dates.era }),
  }).format(dayNumber(date) * DAY);
}

/**
 * A date in a few letters, for where space is short: `4 Sept`, `about May 2023`. A time is told by its day, which is
 * known where the minute is not.
 *
 * @param said the year that a reader knows from before: the date leaves it out
 */
export function shortDate(date: EdtfDate, language: DateLanguage, said?: number): string {
  let known = said;
  const write = (day: Day): string => {
    const withYear = day.day === undefined || day.year !== known;
    known = day.year;
    return dayInWords(day, language, 'short', withYear);
  };
  if (date.kind === 'time') return write(date);
  return textOf(formatDateParts(date, language, write));
}

/** The year that a date in words ends with; nothing where it names several, or none. */
export function yearSaid(date: EdtfDate): number | undefined {
  const last = endOf(date) ?? startOf(date);
  if (last?.kind === 'date' && yearsOf(last)[0] !== yearsOf(last)[1]) return undefined;
  return last?.year;
}

/** A time of day in words, without its zone: `11:38 am`, `about 3:20 pm`. */
export function timeOfDay(time: ClockTime, language: DateLanguage): string {
  const { dates } = language;
  return textOf(qualified([{ text: clockInWords(time, language) }], time.qualifier, dates, dates.uncertainTime));
}

/** Whose clock shows a time: `UTC`, `UTC+9`, `UTC−3:30`. */
function offsetInWords({ offset }: ClockTime): string {
  if (offset === 0) return 'UTC';
  const [hours, minutes] = formatOffset(Math.abs(offset)).slice(1).split(':');
  return `UTC${offset < 0 ? '−' : '+'}${Number(hours)}${minutes === '00' ? '' : `:${minutes}`}`;
}

function clockInWords({ hour, minute, second }: ClockTime, { timeLocale }: DateLanguage): string {
  const precise = second === undefined ? {} : ({ second: '2-digit' } as const);
  const clock = format(timeLocale, { hour: 'numeric', minute: '2-digit', ...precise });
  return clock.format(((hour * 60 + minute) * 60 + (second ?? 0)) * 1000);
}

/** What HTML can read as a date or a time: of the years from 1 on, and as if it were certain. */
export function machineDate(date: CalendarDate | ClockTime): string | undefined {
  if (date.year < 1) return undefined;
  return date.kind === 'time' ? isoTime(date) : isoDay(date);
}

function dated(text: string, date: CalendarDate | ClockTime): DatePart {
  const datetime = machineDate(date);
  return { text, ...(datetime !== undefined && { datetime }) };
}

function dateParts(date: CalendarDate, language: DateLanguage, write: typeof dayInWords): DatePart[] {
  return qualified(knownParts(date, language, write), date.qualifier, language.dates);
}

function knownParts(date: CalendarDate, language: DateLanguage, write: typeof dayInWords): DatePart[] {
  const { dates } = language;
  const { year, season, unspecified } = date;
  if (unspecified === 'year' || unspecified === 'decade') {
    // The 1900s may be ten years or a hundred, the 60s are those of any century, and the 40s BC are not the years that
    // share their digits in EDTF.
    if (unspecified === 'year' && year >= 100 && year % 100 !== 0)
      return place(dates.decade, { year: [{ text: `${year}` }] });
    const [first, last] = yearsOf(date).map((one) => [{ text: write({ year: one }, language) }]);
    return place(dates.years, { first, last });
  }
  const parts = [dated(write(date, language), date)];
  if (season !== undefined) return place(dates.seasons[season - 1] ?? '', { year: parts });
  if (unspecified) return place(unspecified === 'month' ? dates.monthUnknown : dates.dayUnknown, { date: parts });
  return parts;
}

function qualified(
  parts: DatePart[],
  qualifier: Qualifier | undefined,
  { about, uncertain }: DateLanguage['dates'],
  ofUncertain = uncertain,
): DatePart[] {
  if (!qualifier) return parts;
  const inner = qualifier === 'uncertain' ? parts : place(about, { date: parts });
  return qualifier === 'about' ? inner : place(ofUncertain, { date: inner });
}

function place(pattern: string, values: Readonly<Record<string, DatePart[] | undefined>>): DatePart[] {
  return pattern
    .split(/\{(\w+)\}/)
    .flatMap((piece, index) => (index % 2 ? (values[piece] ?? []) : piece ? [{ text: piece }] : []));
}

/** In milliseconds. */
const DAY = 86_400_000;
const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const gregorian = { calendar: 'gregory', numberingSystem: 'latn', timeZone: 'UTC' };
  const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...gregorian, ...options });
  formats.set(key, known);
  return known;
}

/** A length of time in words: `4 days`. The plural is the language's own (CLDR, through `Intl`). */
export function spanInWords({ count, unit }: Gap, { locale }: Pick<DateLanguage, 'locale'>): string {
  const style = { numberingSystem: 'latn', style: 'unit', unit, unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(locale, style).format(count);
}

/** How long after another event one happens: `4 days later`, `about 4 days later`. */
export function laterInWords(gap: Gap, language: DateLanguage): string {
  const { later, aboutLater, uncertain } = language.dates;
  const isAbout = gap.qualifier === 'about' || gap.qualifier === 'both';
  const text = fill(isAbout ? aboutLater : later, { span: spanInWords(gap, language) });
  return !gap.qualifier || gap.qualifier === 'about' ? text : fill(uncertain, { date: text });
}

/** The pieces of a date in words as one text. */
export function textOf(parts: readonly DatePart[]): string {
  return parts.map(({ text }) => text).join('');
}
