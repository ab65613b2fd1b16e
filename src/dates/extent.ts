import { dayNumber } from './compare.ts';
import { type CalendarDate, daysIn, type EdtfDate } from './edtf.ts';

/** The stretch of the calendar that a date covers, in days since 1970-01-01; a time of day is a point in its day. */
export interface Extent {
  /** Where it starts. */
  readonly from: number;
  /** Where it ends: the end of the last day, month or year. */
  readonly to: number;
}

/**
 * The stretch of the calendar that a date covers, read off the date's own clock.
 *
 * @param date a range without an end covers its start alone
 */
export function extentOf(date: EdtfDate): Extent {
  if (date.kind === 'time') {
    const at = dayNumber(date) + (date.hour * 60 + date.minute) / 1440;
    return { from: at, to: at };
  }
  if (date.kind === 'range') return { from: dayNumber(date.start), to: lastDay(date.end ?? date.start) };
  return { from: dayNumber(date), to: lastDay(date) };
}

function lastDay({ year, month = 12, day = daysIn(year, month) }: CalendarDate): number {
  return dayNumber({ year, month, day }) + 1;
}
