import { type ClockTime, compareDays, type Day, type EdtfDate, precisionOf, startOf } from './edtf.ts';

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
  return compareDays(first, second);
}

/**
 * The position of each date that starts before one that stands above it, in one pass.
 *
 * @param dates in the order in which they stand
 * @returns pairs: the date out of order, and one above it that starts later
 */
export function outOfOrder(dates: readonly EdtfDate[]): { index: number; after: number }[] {
  // Ties at different precisions do not carry over, so the latest start of each precision is kept; that of times by
  // their day as well, since an instant that is later can stand on an earlier calendar day elsewhere.
  const latest = new Map<string, { index: number; at: number }>();
  const found: { index: number; after: number }[] = [];
  dates.forEach((date, index) => {
    const start = startOf(date);
    const later = [...latest.values()].find((other) => compareStarts(dates[other.index] as EdtfDate, date) > 0);
    if (later) found.push({ index, after: later.index });
    const day = dayNumber(start);
    const starts = start.kind === 'time' ? { minute: instantOf(start), dayOfTime: day } : { [precisionOf(date)]: day };
    for (const [precision, at] of Object.entries(starts))
      if (at >= (latest.get(precision)?.at ?? at)) latest.set(precision, { index, at });
  });
  return found;
}

/**
 * Orders dates by when they start, for sorting: a date without a time counts from its first midnight in UTC.
 *
 * @returns negative, zero or positive, as a comparator does; a total order
 */
export function byStart(a: EdtfDate, b: EdtfDate): number {
  const [first, second] = [a, b]
    .map(startOf)
    .map((start) => (start.kind === 'time' ? instantOf(start) : dayNumber(start) * 24 * 60));
  return (first as number) - (second as number);
}

/** Minutes since 1970-01-01T00:00Z. */
export function instantOf(time: ClockTime): number {
  return dayNumber(time) * 24 * 60 + time.hour * 60 + time.minute - time.offset;
}

/** Days since 1970-01-01 of a calendar day; a missing month or day counts as the first. */
export function dayNumber({ year, month = 1, day = 1 }: Day): number {
  const date = new Date(0);
  // Date.UTC would read the years 1 to 99 as 1901 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 86_400_000;
}
