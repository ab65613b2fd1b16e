import { fill, type Messages } from '../i18n/messages.ts';
import { dayNumber } from './compare.ts';
import { type CalendarDate, type ClockTime, type Day, type EdtfDate, formatEdtf, isoDay, startOf } from './edtf.ts';
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
 * @param date calendar dates are read in no zone; a time is read off its own clock
 * @param language the calendar is Gregorian whatever its locale says
 * @returns the pieces in reading order; a range has two with a `datetime`
 */
export function formatDateParts(date: EdtfDate, language: DateLanguage): DatePart[] {
  if (date.kind === 'time') {
    const values = { time: timeOfDay(date, language), date: dayInWords(date, language) };
    return [{ text: fill(language.dates.minute, values), datetime: formatEdtf(date) }];
  }
  if (date.kind === 'date') return qualified(date, language);
  const start = qualified(date.start, language);
  if (!date.end) return place(language.dates.since, { start });
  return place(language.dates.range, { start, end: qualified(date.end, language) });
}

/** The same as one text. */
export function formatDate(date: EdtfDate, language: DateLanguage): string {
  return textOf(formatDateParts(date, language));
}

/** A day, a month or a year in words: `4 September 2025`, `September 2025`, `2025`. */
export function dayInWords(date: Day, { locale }: Pick<DateLanguage, 'locale'>): string {
  return format(locale, {
    year: 'numeric',
    ...(date.month !== undefined && { month: 'long' }),
    ...(date.day !== undefined && { day: 'numeric' }),
  }).format(dayNumber(date) * DAY);
}

/** A day or a month in a few letters, for where space is short: `4 Sept`, `May 2023`, `2023`, or `4 Sept 2025`. */
export function shortDate(
  date: Day,
  { locale }: Pick<DateLanguage, 'locale'>,
  withYear = date.day === undefined,
): string {
  return format(locale, {
    ...(withYear && { year: 'numeric' }),
    ...(date.day !== undefined && { day: 'numeric' }),
    ...(date.month !== undefined && { month: 'short' }),
  }).format(dayNumber(date) * DAY);
}

/**
 * The start of a date in a few letters, as qualified as it was written: `about 4 Sept`.
 *
 * @param before the date that stands above it: a day of another year is given with its own
 */
export function shortStart(date: EdtfDate, before: EdtfDate | undefined, language: DateLanguage): string {
  const start = startOf(date);
  const isNewYear = !before || startOf(before).year !== start.year;
  const text = shortDate(start, language, start.day === undefined || isNewYear);
  return start.kind === 'date' && start.qualifier ? fill(language.dates[start.qualifier], { date: text }) : text;
}

/** A time of day in words, without its zone: `11:38 am`. */
export function timeOfDay(
  { hour, minute }: Pick<ClockTime, 'hour' | 'minute'>,
  { timeLocale }: Pick<DateLanguage, 'timeLocale'>,
): string {
  return format(timeLocale, { hour: 'numeric', minute: '2-digit' }).format((hour * 60 + minute) * 60_000);
}

function qualified(date: CalendarDate, language: DateLanguage): DatePart[] {
  const parts = [{ text: dayInWords(date, language), datetime: isoDay(date) }];
  if (!date.qualifier) return parts;
  return place(language.dates[date.qualifier], { date: parts });
}

function place(pattern: string, values: Readonly<Record<string, DatePart[]>>): DatePart[] {
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

/** The pieces of a date in words as one text. */
export function textOf(parts: readonly DatePart[]): string {
  return parts.map(({ text }) => text).join('');
}
