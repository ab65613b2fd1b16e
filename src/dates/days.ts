import { type CalendarDate, type DateRange, isoDay } from './edtf.ts';
import { extentOf } from './extent.ts';

/** A whole number of days, ISO 8601. */
export interface Days {
  readonly first: string;
  readonly last: string;
  /** The day after the last: where formats want an end that is no longer part of it. */
  readonly after: string;
}

/**
 * The days that a date spans: a month or a year whole, a range from the start of its first part to the
 * end of its last. A range that goes on spans its first part alone, since nothing says where it ends.
 */
export function daysOf(date: CalendarDate | DateRange): Days {
  const { from, to } = extentOf(date);
  return { first: dayOf(from), last: dayOf(to - 1), after: dayOf(to) };
}

function dayOf(number: number): string {
  const date = new Date(number * 86_400_000);
  return isoDay({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
}
