import { type CalendarDate, type ClockTime, type EdtfDate, startOf } from './edtf.ts';

/**
 * Compares when two dates start, at the coarser of their two precisions: September 2025 and
 * 4 September 2025 tie. Two times of day are compared as instants, a time and a day by the calendar
 * of the place where the time was read.
 *
 * This is no total order (ties do not carry over), so it tells whether two events stand in the wrong
 * order; `byStart` is for sorting.
 *
 * @returns negative, zero or positive, as a comparator does
 */
export function compareStarts(a: EdtfDate, b: EdtfDate): number {
  const [first, second] = [startOf(a), startOf(b)];
  if (first.kind === 'time' && second.kind === 'time') return instantOf(first) - instantOf(second);
  for (const part of ['year', 'month', 'day'] as const) {
    const [left, right] = [first[part], second[part]];
    if (left === undefined || right === undefined) return 0;
    if (left !== right) return left - right;
  }
  return 0;
}

/**
 * The position of each date that starts before one that stands above it, in one pass.
 *
 * @param dates in the order in which they stand
 * @returns pairs: the date out of order, and one above it that starts later
 */
export function outOfOrder(dates: readonly EdtfDate[]): { index: number; after: number }[] {
  // Ties at different precisions do not carry over, so the latest start of each shape is kept.
  const latest = new Map<string, number>();
  const found: { index: number; after: number }[] = [];
  dates.forEach((date, index) => {
    const start = startOf(date);
    const later = [...latest.values()].find((other) => compareStarts(dates[other] as EdtfDate, date) > 0);
    if (later !== undefined) found.push({ index, after: later });
    const shape = shapeOf(start);
    const before = latest.get(shape);
    if (before === undefined || compareStarts(dates[before] as EdtfDate, date) <= 0) latest.set(shape, index);
    if (start.kind === 'time') keepLatestDay(latest, dates, index, start);
  });
  return found;
}

// An instant that is later can stand on an earlier calendar day elsewhere, so times are kept by day too.
function keepLatestDay(latest: Map<string, number>, dates: readonly EdtfDate[], index: number, start: ClockTime): void {
  const before = latest.get('day of a time');
  const other = before === undefined ? undefined : (startOf(dates[before] as EdtfDate) as ClockTime);
  if (!other || dayNumber(other) <= dayNumber(start)) latest.set('day of a time', index);
}

function shapeOf(start: CalendarDate | ClockTime): string {
  if (start.kind === 'time') return 'minute';
  return start.day ? 'day' : start.month ? 'month' : 'year';
}

/**
 * Orders dates by when they start, for sorting: a date without a time counts from its first midnight in UTC.
 *
 * @returns negative, zero or positive, as a comparator does; a total order
 */
export function byStart(a: EdtfDate, b: EdtfDate): number {
  return firstMinute(startOf(a)) - firstMinute(startOf(b));
}

function firstMinute(start: CalendarDate | ClockTime): number {
  return start.kind === 'time' ? instantOf(start) : dayNumber(start) * 24 * 60;
}

/** Minutes since 1970-01-01T00:00Z. */
export function instantOf(time: ClockTime): number {
  return dayNumber(time) * 24 * 60 + time.hour * 60 + time.minute - time.offset;
}

/** Days since 1970-01-01 of a calendar day; a missing month or day counts as the first. */
export function dayNumber({ year, month = 1, day = 1 }: { year: number; month?: number; day?: number }): number {
  const date = new Date(0);
  // Date.UTC would read the years 1 to 99 as 1901 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 86_400_000;
}
