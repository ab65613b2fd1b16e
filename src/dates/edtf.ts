/**
 * Dates as editors write them: a subset of EDTF (ISO 8601-2:2019, levels 0 and 1).
 *
 * A calendar date stays a calendar date. Nothing here makes a `Date`, so no machine's time zone can
 * shift it and nothing becomes more exact than it was written.
 */

/** A year, a month or a day; `month` and `day` are absent where the editor gave none. */
export interface CalendarDate {
  readonly kind: 'date';
  /** 1 to 9999. */
  readonly year: number;
  /** 1 to 12. */
  readonly month?: number;
  /** 1 to 31, and never past the end of its month. */
  readonly day?: number;
  /** EDTF `~` (about) or `?` (uncertain). */
  readonly qualifier?: Qualifier;
}

/** A minute on the clock of one place. */
export interface ClockTime {
  readonly kind: 'time';
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** 0 to 23. */
  readonly hour: number;
  /** 0 to 59. */
  readonly minute: number;
  /** Minutes east of UTC, as written. */
  readonly offset: number;
}

/** From one calendar date to another; `end` is absent while it goes on (EDTF `/..`). */
export interface DateRange {
  readonly kind: 'range';
  readonly start: CalendarDate;
  readonly end?: CalendarDate;
}

/** The day, or the month or year, of a date. */
export type Day = Pick<CalendarDate, 'year' | 'month' | 'day'>;

type Qualifier = 'about' | 'uncertain';
export type EdtfDate = CalendarDate | ClockTime | DateRange;

/** What to write instead of a date that is refused. */
const DATE_FORMS =
  'write 2025-09-04, 2025-09, 2025, 2025-09-11T11:38-04:00, 2025-09-04/2025-09-11, 2025-09-30/.., 2025-09~ or 2025-09?';

const CALENDAR_DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?])?$/;
const CLOCK_TIME = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?:(Z)|([+-])(\d{2}):(\d{2}))$/;
const QUALIFIERS: Record<string, Qualifier> = { '~': 'about', '?': 'uncertain' };
const WIDEST_OFFSET = 14 * 60;

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
  const [start = '', end, another] = text.split('/');
  if (another !== undefined) throw notADate(text);
  if (end === undefined) return parseClockTime(text) ?? parseCalendarDate(text);
  const from = parseCalendarDate(start, text);
  if (end === '..') return { kind: 'range', start: from };
  const to = parseCalendarDate(end, text);
  if (compareDays(to, from) < 0) throw new RangeError(`"${text}" ends before it starts`);
  return { kind: 'range', start: from, end: to };
}

/** Compares two days at the coarser of their two precisions: negative, zero or positive, as a comparator does. */
export function compareDays(a: Day, b: Day): number {
  for (const part of ['year', 'month', 'day'] as const) {
    const [left, right] = [a[part], b[part]];
    if (left === undefined || right === undefined) return 0;
    if (left !== right) return left - right;
  }
  return 0;
}

/** The precision of a date, or of the start of a range. */
export function precisionOf(date: EdtfDate): 'year' | 'month' | 'day' | 'minute' {
  if (date.kind === 'time') return 'minute';
  const { month, day } = startOf(date);
  return day ? 'day' : month ? 'month' : 'year';
}

/** The date itself, or the start of a range. */
export function startOf(date: CalendarDate | DateRange): CalendarDate;
export function startOf(date: EdtfDate): CalendarDate | ClockTime;
export function startOf(date: EdtfDate): CalendarDate | ClockTime {
  return date.kind === 'range' ? date.start : date;
}

/** Writes a date back as EDTF: what {@link parseEdtf} read, to the letter. */
export function formatEdtf(date: EdtfDate): string {
  if (date.kind === 'range') return `${formatEdtf(date.start)}/${date.end ? formatEdtf(date.end) : '..'}`;
  if (date.kind === 'time') return `${isoDay(date)}T${pad(date.hour)}:${pad(date.minute)}${formatOffset(date.offset)}`;
  const mark = date.qualifier === 'about' ? '~' : date.qualifier === 'uncertain' ? '?' : '';
  return isoDay(date) + mark;
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
  const offset = match[6] ? 0 : (match[7] === '-' ? -1 : 1) * (Number(match[8]) * 60 + Number(match[9]));
  if (hour > 23 || minute > 59 || Number(match[9] ?? 0) > 59 || Math.abs(offset) > WIDEST_OFFSET) throw notATime(text);
  assertExists({ year, month, day }, text);
  return { kind: 'time', year, month, day, hour, minute, offset };
}

function parseCalendarDate(text: string, whole = text): CalendarDate {
  const match = CALENDAR_DATE.exec(text);
  if (!match) throw notADate(whole);
  const [year, month, day] = match.slice(1, 4).map((part) => (part === undefined ? undefined : Number(part)));
  const qualifier = QUALIFIERS[match[4] ?? ''];
  const date = { year: year as number, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };
  assertExists(date, whole);
  return { kind: 'date', ...date, ...(qualifier && { qualifier }) };
}

function assertExists({ year, month, day }: Day, text: string): void {
  if (year < 1 || (month !== undefined && (month < 1 || month > 12))) throw notADate(text);
  if (month === undefined || day === undefined) return;
  const most = daysIn(year, month);
  if (day < 1 || day > most)
    throw new RangeError(`"${text}" is not a date: ${isoDay({ year, month })} has ${most} days; write one of them`);
}

/** The number of days in a month of the proleptic Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
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
  return String(part).padStart(width, '0');
}
