import { Temporal } from 'temporal-polyfill';

/**
 * Dates as editors write them: EDTF (ISO 8601-2:2019), levels 0 and 1 whole but for years of more than four digits. A
 * time of day always has its offset, and may be about or uncertain as a date may: that is an addition.
 *
 * A calendar date stays a calendar date. Nothing here makes a `Date`, so no machine's time zone can
 * shift it and nothing becomes more exact than it was written.
 */

/** A year, a season, a month or a day; `month` and `day` are absent where the editor gave none. */
export interface CalendarDate {
  readonly kind: 'date';
  /** -9999 to 9999, with a year 0, which is 1 BC. Where digits are unspecified they are zeros here. */
  readonly year: number;
  /** 1 to 4: spring, summer, autumn, winter. It has no hemisphere, and so no months. */
  readonly season?: number;
  /** 1 to 12. */
  readonly month?: number;
  /** 1 to 31, and never past the end of its month. */
  readonly day?: number;
  /** What `X` stands for: `201X` a year, `20XX` a decade and its year, `2025-XX`, `2025-09-XX`, `2025-XX-XX`. */
  readonly unspecified?: 'decade' | 'year' | 'month' | 'day' | 'month-day';
  readonly qualifier?: Qualifier;
}

/** A minute, or a second, on the clock of one place. */
export interface ClockTime extends Required<Day> {
  readonly kind: 'time';
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
  /** 0 to 59; absent where the editor gave none. */
  readonly second?: number;
  /** Minutes east of UTC, as written. */
  readonly offset: number;
  readonly qualifier?: Qualifier;
}

/** From one calendar date to another. One of the two is absent where it is open (EDTF `..`) or unknown. */
export interface DateRange {
  readonly kind: 'range';
  readonly start?: CalendarDate;
  readonly end?: CalendarDate;
  /** Whether there is an absent start or end that nobody knows. */
  readonly unknown?: true;
}

/** The day, or the month or year, of a date. */
export type Day = Pick<CalendarDate, 'year' | 'month' | 'day'>;

/** EDTF `~`, `?` and `%`. */
export type Qualifier = 'about' | 'uncertain' | 'both';
export type EdtfDate = CalendarDate | ClockTime | DateRange;

/** What to write instead of a date that is refused. */
const DATE_FORMS =
  'write 2025-09-04, 2025-09, 2025, 2025-09-11T11:38-04:00, 2025-09-04/2025-09-11, 2025-09-30/.., 2025-09~ or 2025-09?';

const CALENDAR_DATE = /^(-?\d{4}|-?\d{3}X|-?\d{2}XX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([~?%])?$/;
const CLOCK_TIME = /^(-?\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2}))?(?:Z|([+-])(\d{2})(?::(\d{2}))?)([~?%])?$/;
const QUALIFIERS: Readonly<Record<string, Qualifier>> = { '~': 'about', '?': 'uncertain', '%': 'both' };
const MARKS = { about: '~', uncertain: '?', both: '%' } as const;
/** EDTF counts its seasons from here. */
const SEASONS = 20;
/** No clock has been further from UTC: Manila's was 15:56 behind until 1844. */
const WIDEST_OFFSET = 16 * 60;

/**
 * Reads one EDTF date.
 *
 * @param text such as `2025-09-04`, `2025-09~`, `2025-09-11T11:38-04:00` or `2025-09-30/..`
 * @returns the date at the precision that was written
 * @throws {RangeError} with a sentence for the editor when the text is no such date, names a day that
 *   does not exist, or ends before it starts
 * @see https://www.loc.gov/standards/datetime/
 */
export function parseEdtf(text: string): EdtfDate {
  const [from = '', to, another] = text.split('/');
  if (another !== undefined) throw notADate(text);
  if (to === undefined) return parseClockTime(text) ?? parseCalendarDate(text);
  const [start, end] = [from, to].map((part) => (isOpen(part) ? undefined : parseCalendarDate(part, text)));
  if (!start && !end) throw notADate(text);
  if (start && end && Temporal.PlainDate.compare(lastDay(end), firstDay(start)) < 0)
    throw new RangeError(`"${text}" ends before it starts`);
  return {
    kind: 'range',
    ...(start && { start }),
    ...(end && { end }),
    ...([from, to].includes('') && { unknown: true }),
  };
}

/** The same; nothing where the text is no such date. */
export function readEdtf(text: string): EdtfDate | undefined {
  try {
    return parseEdtf(text);
  } catch {
    return undefined;
  }
}

function isOpen(part: string): boolean {
  return part === '' || part === '..';
}

/** The first and the last of the years that a date may mean: of `201X` ten. */
export function yearsOf({ year, unspecified }: CalendarDate): readonly [first: number, last: number] {
  const more = unspecified === 'year' ? 9 : unspecified === 'decade' ? 99 : 0;
  // Before year 0 digits count away from it.
  return year < 0 ? [year - more, year] : [year, year + more];
}

/** The first of the days that a date may mean, or covers. */
export function firstDay(date: CalendarDate): Required<Day> {
  return { year: yearsOf(date)[0], month: date.month ?? 1, day: date.day ?? 1 };
}

/** The last of them. */
export function lastDay(date: CalendarDate): Required<Day> {
  const [, year] = yearsOf(date);
  const { month = 12, day = daysIn(year, month) } = date;
  return { year, month, day };
}

/** The date itself, or the start of a range; nothing where that is open or unknown. */
export function startOf(date: EdtfDate): CalendarDate | ClockTime | undefined {
  return date.kind === 'range' ? date.start : date;
}

/** The date itself, or the end of a range; nothing where that is open or unknown. */
export function endOf(date: EdtfDate): CalendarDate | ClockTime | undefined {
  return date.kind === 'range' ? date.end : date;
}

/** The month in which a date starts, or the season or year where none is known: of a range with an open start, its end. */
export function monthOf(date: EdtfDate): CalendarDate {
  const day = startOf(date) ?? endOf(date);
  if (day?.kind !== 'date') return { kind: 'date', year: day?.year as number, month: day?.month as number };
  const { year, month, season, unspecified } = day;
  return {
    ...{ kind: 'date', year },
    ...(month !== undefined && { month }),
    ...(season !== undefined && { season }),
    ...((unspecified === 'year' || unspecified === 'decade') && { unspecified }),
  };
}

/** Writes a date back as EDTF: what {@link parseEdtf} read, to the letter but for the form of an offset. */
export function formatEdtf(date: EdtfDate): string {
  if (date.kind === 'range') {
    const absent = date.unknown ? '' : '..';
    return [date.start, date.end].map((part) => (part ? formatEdtf(part) : absent)).join('/');
  }
  const mark = date.qualifier ? MARKS[date.qualifier] : '';
  if (date.kind === 'time') return isoTime(date) + mark;
  const { season, unspecified } = date;
  const day = isoDay(date);
  if (season !== undefined) return `${day}-${SEASONS + season}${mark}`;
  if (unspecified === 'year') return `${day.slice(0, -1)}X${mark}`;
  if (unspecified === 'decade') return `${day.slice(0, -2)}XX${mark}`;
  return day + (unspecified === 'month-day' ? '-XX-XX' : unspecified ? '-XX' : '') + mark;
}

/** A time as ISO 8601, whether it is certain or not. */
export function isoTime(time: ClockTime): string {
  const clock = [time.hour, time.minute, time.second].filter((part) => part !== undefined);
  return `${isoDay(time)}T${clock.map((part) => pad(part)).join(':')}${formatOffset(time.offset)}`;
}

/** The year, month and day of a date as ISO 8601, as far as they are known. */
export function isoDay({ year, month, day }: Day): string {
  return [pad(year, 4), ...[month, day].filter((part) => part !== undefined).map((part) => pad(part))].join('-');
}

/** Minutes east of UTC as ISO 8601 writes them: `-04:00`. */
export function formatOffset(offset: number): string {
  const minutes = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function parseClockTime(text: string): ClockTime | undefined {
  const match = CLOCK_TIME.exec(text);
  if (!match && /^[^/]*\dT\d/.test(text)) throw notATime(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute] = match.slice(1, 6).map(Number) as [number, number, number, number, number];
  const second = match[6] === undefined ? undefined : Number(match[6]);
  const [hours, minutes] = [Number(match[8] ?? 0), Number(match[9] ?? 0)];
  const offset = hours * 60 + minutes;
  if (hour > 23 || minute > 59 || (second ?? 0) > 59 || minutes > 59 || offset > WIDEST_OFFSET) throw notATime(text);
  assertExists({ year, month, day }, text);
  const qualifier = QUALIFIERS[match[10] ?? ''];
  return {
    ...{ kind: 'time', year, month, day, hour, minute },
    ...(second !== undefined && { second }),
    // No -0, which is another thing than 0 to some.
    offset: match[7] === '-' && offset > 0 ? -offset : offset,
    ...(qualifier && { qualifier }),
  };
}

function parseCalendarDate(text: string, whole = text): CalendarDate {
  const [match, written = '', first, second, mark = ''] = CALENDAR_DATE.exec(text) ?? [];
  // The year 0 has no sign, and what is unspecified is not known any better further on.
  const isSignedZero = written.startsWith('-0') && Number(written.replaceAll('X', '0')) === 0;
  const isPart = written.endsWith('X')
    ? first !== undefined
    : first === 'XX' && second !== 'XX' && second !== undefined;
  if (match === undefined || isSignedZero || isPart) throw notADate(whole);
  const year = Number(written.replaceAll('X', '0'));
  const [number, day] = [first, second].map((part) => (part === undefined || part === 'XX' ? undefined : Number(part)));
  const season =
    number !== undefined && number > SEASONS && number <= SEASONS + 4 && !second ? number - SEASONS : undefined;
  const month = season === undefined ? number : undefined;
  const date = { year, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
  assertExists(date, whole);
  const unspecified = unspecifiedIn(written, first, second);
  const qualifier = QUALIFIERS[mark];
  return {
    kind: 'date',
    ...date,
    ...(season !== undefined && { season }),
    ...(unspecified && { unspecified }),
    ...(qualifier && { qualifier }),
  };
}

function unspecifiedIn(year: string, month = '', day = ''): CalendarDate['unspecified'] {
  if (year.endsWith('X')) return year.endsWith('XX') ? 'decade' : 'year';
  if (month === 'XX') return day === 'XX' ? 'month-day' : 'month';
  return day === 'XX' ? 'day' : undefined;
}

function assertExists({ year, month, day }: Day, text: string): void {
  if (month !== undefined && (month < 1 || month > 12)) throw notADate(text);
  if (month === undefined || day === undefined) return;
  const most = daysIn(year, month);
  if (day < 1 || day > most)
    throw new RangeError(`"${text}" is not a date: ${isoDay({ year, month })} has ${most} days; write one of them`);
}

/** The number of days in a month of the proleptic Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  return new Temporal.PlainYearMonth(year, month).daysInMonth;
}

function notADate(text: string): RangeError {
  return new RangeError(`"${text}" is not a date; ${DATE_FORMS}`);
}

function notATime(text: string): RangeError {
  return new RangeError(
    `"${text}" is not a date and time; write it to the minute and with its offset, as in 2025-09-11T11:38-04:00`,
  );
}

function pad(part: number, width = 2): string {
  return (part < 0 ? '-' : '') + String(Math.abs(part)).padStart(width, '0');
}
