import { Temporal } from 'temporal-polyfill';
import { dayNumber, instantOf } from './compare.ts';
import { type CalendarDate, type DateRange, daysIn, type EdtfDate, isoDay, precisionOf, startOf } from './edtf.ts';

/**
 * The interval of the calendar that a date covers, read off the date's own clock: in days since 1970-01-01, to the end
 * of the last day, month or year. A time of day is a point in its day.
 *
 * @param date a range without an end covers its start alone
 */
export function extentOf(date: EdtfDate): { readonly from: number; readonly to: number } {
  if (date.kind !== 'time') return { from: dayNumber(startOf(date)), to: dayNumber(lastDayOf(date)) + 1 };
  const at = dayNumber(date) + (date.hour * 60 + date.minute) / 1440;
  return { from: at, to: at };
}

/**
 * The days that a date spans: a month or a year whole, a range from the start of its first part to the
 * end of its last. A range that goes on spans its first part alone, since nothing says where it ends.
 *
 * @returns whole days, ISO 8601; `after` is the day after the last, where formats want an end that is no part of it
 */
export function daysOf(date: CalendarDate | DateRange): { readonly first: string; readonly after: string } {
  const { year, month = 1, day = 1 } = startOf(date);
  return { first: isoDay({ year, month, day }), after: isoDay(lastDayOf(date).add({ days: 1 })) };
}

function lastDayOf(date: CalendarDate | DateRange): Temporal.PlainDate {
  const { year, month = 12, day = daysIn(year, month) } = date.kind === 'range' ? (date.end ?? date.start) : date;
  return new Temporal.PlainDate(year, month, day);
}

/** How long after one event another one happens. */
export interface Gap {
  readonly count: number;
  readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
}

/**
 * The time between the starts of two events, in a unit that is no more exact than the coarser of them.
 *
 * @returns `undefined` when they start together or follow within a day, where saying so would tell nothing
 */
export function gapBetween(earlier: EdtfDate, later: EdtfDate): Gap | undefined {
  const [from, to] = [startOf(earlier), startOf(later)];
  if (from.kind === 'time' && to.kind === 'time') return hours(instantOf(to) - instantOf(from));
  const coarser = [earlier, later].map(precisionOf);
  if (coarser.includes('year')) return atLeast(1, { count: to.year - from.year, unit: 'year' });
  const months = (to.year - from.year) * 12 + ((to.month ?? 1) - (from.month ?? 1));
  if (coarser.includes('month')) return atLeast(2, inMonths(months));
  const days = Math.floor(extentOf(later).from) - Math.floor(extentOf(earlier).from);
  if (days >= 60) return inMonths(Math.round(days / 30.44));
  if (days >= 21) return { count: Math.round(days / 7), unit: 'week' };
  return atLeast(2, { count: days, unit: 'day' });
}

function hours(minutes: number): Gap | undefined {
  const count = Math.round(minutes / 60);
  return count < 48 ? atLeast(2, { count, unit: 'hour' }) : { count: Math.round(count / 24), unit: 'day' };
}

function inMonths(count: number): Gap {
  return count >= 24 ? { count: Math.round(count / 12), unit: 'year' } : { count, unit: 'month' };
}

function atLeast(least: number, gap: Gap): Gap | undefined {
  return gap.count >= least ? gap : undefined;
}
