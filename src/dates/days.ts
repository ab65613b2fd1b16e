import { dayNumber } from './compare.ts';
import { type CalendarDate, type DateRange, daysIn, isoDay, startOf } from './edtf.ts';

/** A whole number of days. */
export interface Days {
  /** The first day, ISO 8601. */
  readonly first: string;
  /** The last day, ISO 8601. */
  readonly last: string;
  /** The day after the last: where formats want an end that is no longer part of it. */
  readonly after: string;
}

/**
 * The days that a date spans: a month or a year whole, a range from the start of its first part to the
 * end of its last. A range that goes on spans its first part alone, since nothing says where it ends.
 */
export function daysOf(date: CalendarDate | DateRange): Days {
  const first = startOf(date);
  const last = lastDay(date.kind === 'range' ? (date.end ?? date.start) : date);
  return {
    first: isoDay({ year: first.year, month: first.month ?? 1, day: first.day ?? 1 }),
    last: isoDay(last),
    after: isoDay(dayOf(dayNumber(last) + 1)),
  };
}

function lastDay({ year, month = 12, day }: CalendarDate): { year: number; month: number; day: number } {
  return { year, month, day: day ?? daysIn(year, month) };
}

function dayOf(number: number): { year: number; month: number; day: number } {
  const date = new Date(number * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
