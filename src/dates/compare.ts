import { type ClockTime, type Day, type EdtfDate, firstDay, lastDay, startOf } from './edtf.ts';

/** A stretch of a line of numbers; `to` is no part of it. */
export interface Extent {
  readonly from: number;
  readonly to: number;
}

/**
 * Compares when two dates start, at the coarser of their two precisions: September 2025 and
 * 4 September 2025 tie. Two times of day are compared as instants, a time and a day by the calendar
 * of the place where the time was read. A start that is open or unknown may be any day up to the end.
 *
 * This is no total order (ties do not carry over), so it tells whether two events stand in the wrong
 * order; `byStart` is for sorting.
 *
 * @returns negative, zero or positive, as a comparator does
 */
export function compareStarts(a: EdtfDate, b: EdtfDate): number {
  const areTimes = a.kind === 'time' && b.kind === 'time';
  const [first, second] = areTimes ? [secondsOf(a), secondsOf(b)] : [startDays(a), startDays(b)];
  return first.from < second.to && second.from < first.to ? 0 : first.from - second.from;
}

/** The days, since 1970-01-01, on one of which a date starts. */
function startDays(date: EdtfDate): Extent {
  const start = startOf(date);
  if (start?.kind === 'time') return { from: dayNumber(start), to: dayNumber(start) + 1 };
  const known = start ?? (date.kind === 'range' ? date.end : undefined);
  if (!known) return { from: -Infinity, to: Infinity };
  return { from: start ? dayNumber(firstDay(start)) : -Infinity, to: dayNumber(lastDay(known)) + 1 };
}

function secondsOf(time: ClockTime): Extent {
  const from = instantOf(time);
  return { from, to: from + (time.second === undefined ? 60 : 1) };
}

/**
 * The position of each date that starts before one that stands above it, in one pass.
 *
 * @param dates in the order in which they stand
 * @returns pairs: the date out of order, and one above it that starts later
 */
export function outOfOrder(dates: readonly EdtfDate[]): { index: number; after: number }[] {
  // What starts latest hides no other, except that times are instants to each other and days to all else: an instant
  // that is later can stand on an earlier calendar day elsewhere.
  const latest = new Map<string, { index: number; at: number }>();
  const found: { index: number; after: number }[] = [];
  dates.forEach((date, index) => {
    const later = [...latest.values()].find((other) => compareStarts(dates[other.index] as EdtfDate, date) > 0);
    if (later) found.push({ index, after: later.index });
    const day = startDays(date).from;
    const starts = date.kind === 'time' ? { instant: instantOf(date), dayOfTime: day } : { day };
    for (const [kind, at] of Object.entries(starts))
      if (at >= (latest.get(kind)?.at ?? at)) latest.set(kind, { index, at });
  });
  return found;
}

/**
 * Orders dates by when they start, for sorting: a date without a time counts from its first midnight in UTC.
 *
 * @returns negative, zero or positive, as a comparator does; a total order
 */
export function byStart(a: EdtfDate, b: EdtfDate): number {
  const [first, second] = [a, b].map((date) =>
    date.kind === 'time' ? instantOf(date) : startDays(date).from * 86_400,
  ) as [number, number];
  return first === second ? 0 : first - second;
}

/** Seconds since 1970-01-01T00:00Z; without seconds, of the start of the minute. */
export function instantOf(time: ClockTime): number {
  return dayNumber(time) * 86_400 + (time.hour * 60 + time.minute - time.offset) * 60 + (time.second ?? 0);
}

/** Days since 1970-01-01 of a calendar day; a missing month or day counts as the first. */
export function dayNumber({ year, month = 1, day = 1 }: Day): number {
  const date = new Date(0);
  // Date.UTC would read the years 1 to 99 as 1901 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime() / 86_400_000;
}
