import { Temporal } from 'temporal-polyfill';
import { dayNumber, type Extent, instantOf } from './compare.ts';
import {
  type CalendarDate,
  type ClockTime,
  type DateRange,
  type EdtfDate,
  endOf,
  firstDay,
  isoDay,
  lastDay,
  type Qualifier,
  startOf,
} from './edtf.ts';

/**
 * The interval of the calendar that a date covers, read off the date's own clock: in days since 1970-01-01, to the end
 * of the last day, month or year. A time of day is a point in its day; a season covers its year.
 *
 * @param date a range that is open or unknown on one side covers its other end alone
 */
export function extentOf(date: EdtfDate): Extent {
  if (date.kind !== 'time') {
    const [first, last] = partsOf(date);
    return { from: dayNumber(firstDay(first)), to: dayNumber(lastDay(last)) + 1 };
  }
  const at = dayNumber(date) + (date.hour * 60 + date.minute + (date.second ?? 0) / 60) / 1440;
  return { from: at, to: at };
}

/**
 * The days that a date spans: a month or a year whole, a range from the start of its first part to the
 * end of its last. A range that is open or unknown on one side spans its other end alone, since nothing says more.
 *
 * @returns whole days, ISO 8601; `after` is the day after the last, where formats want an end that is no part of it
 */
export function daysOf(date: CalendarDate | DateRange): { readonly first: string; readonly after: string } {
  const [first, last] = partsOf(date);
  const { year, month, day } = lastDay(last);
  return { first: isoDay(firstDay(first)), after: isoDay(new Temporal.PlainDate(year, month, day).add({ days: 1 })) };
}

/**
 * From the start of the first of some dates to the end of the one that ends last: a range of days, or one date where
 * that reaches to the end. A time of day counts as its day.
 *
 * @param dates in the order in which they start
 * @returns a range that is open where one of them is, or open or unknown where the first one is; `undefined` where
 *   nothing is known of either side
 */
export function spanOf(dates: readonly EdtfDate[]): CalendarDate | DateRange | undefined {
  const [first] = dates;
  if (!first) return undefined;
  const start = startOf(first);
  const ends = dates.flatMap((date) => endOf(date) ?? startOf(date) ?? []);
  const last = ends.toSorted((one, other) => extentOf(one).to - extentOf(other).to).at(-1);
  const goesOn = dates.some((date) => date.kind === 'range' && !date.end && !date.unknown);
  const [from, to] = [start, goesOn ? undefined : last].map((date) => date && dayOf(date));
  // Which season ends last is not known of their extents, which are the year's.
  if (from && to && from.season === to.season && extentOf(from).to >= extentOf(to).to) return from;
  if (!from && !to) return undefined;
  const isUnknown = first.kind === 'range' && !start && first.unknown;
  return { kind: 'range', ...(from && { start: from }), ...(to && { end: to }), ...(isUnknown && { unknown: true }) };
}

/** A date without its time of day: the day is known where the minute is not. */
function dayOf(date: CalendarDate | ClockTime): CalendarDate {
  return date.kind === 'date' ? date : { kind: 'date', year: date.year, month: date.month, day: date.day };
}

function partsOf(date: CalendarDate | DateRange): readonly [first: CalendarDate, last: CalendarDate] {
  if (date.kind === 'date') return [date, date];
  const { start, end } = date;
  return [start ?? end, end ?? start] as [CalendarDate, CalendarDate];
}

/** A length of time. */
export interface Gap {
  readonly count: number;
  readonly unit: 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
  readonly qualifier?: Qualifier;
}

/**
 * The time from the end of one event to the start of another, in a unit in which it is the same for every pair of days
 * that the two dates may mean; where the counts differ by no more than a fifth it is about that.
 *
 * @returns `undefined` when nothing so exact is known, or they follow within a day, where saying so would tell nothing
 */
export function gapBetween(earlier: EdtfDate, later: EdtfDate): Gap | undefined {
  // `../1850` was some time before, and its end is the end of nothing.
  if (earlier.kind === 'range' && !earlier.start && !earlier.unknown) return undefined;
  const [from, to] = [endOf(earlier), startOf(later)];
  if (!from || !to) return undefined;
  if (from.kind === 'time' && to.kind === 'time') {
    const length = lengthBetween(from, to);
    return length.unit === 'minute' ? undefined : length;
  }
  const [before, after] = [possibleDays(from), possibleDays(to)];
  const gap = inUnits(after.from - before.to, after.to - before.from);
  return gap && qualified(gap, from, to);
}

/** The time between two times of day, in the unit that suits it. */
export function lengthBetween(from: ClockTime, to: ClockTime): Gap {
  const minutes = (instantOf(to) - instantOf(from)) / 60;
  const hours = minutes / 60;
  const gap: Gap =
    hours < 1.5 ? { count: Math.round(minutes), unit: 'minute' } : { count: Math.round(hours), unit: 'hour' };
  return qualified(hours < 48 ? gap : (inUnits(hours / 24, hours / 24) ?? gap), from, to);
}

/** The first and the last day that a date may mean. */
function possibleDays(date: CalendarDate | ClockTime): Extent {
  if (date.kind === 'time') return { from: dayNumber(date), to: dayNumber(date) };
  const { year, season } = date;
  // A winter begins in the year before or ends in the year after, as the hemisphere has it.
  if (season !== undefined)
    return { from: dayNumber({ year: year - 1, month: 12 }), to: dayNumber({ year: year + 1, month: 3 }) - 1 };
  return { from: dayNumber(firstDay(date)), to: dayNumber(lastDay(date)) };
}

/** Units with their mean length in days, and from how many days on each is used. */
const UNITS = [
  { unit: 'year', length: 365.2425, from: 730 },
  { unit: 'month', length: 30.436875, from: 60 },
  { unit: 'week', length: 7, from: 21 },
  { unit: 'day', length: 1, from: 2 },
] as const;

/** @param least, most in days */
function inUnits(least: number, most: number): Gap | undefined {
  const middle = (least + most) / 2;
  const chosen = UNITS.find(({ from }) => middle >= from);
  if (!chosen || least <= 0) return undefined;
  const { unit, length } = chosen;
  const count = Math.round(middle / length);
  if (Math.round(least / length) === Math.round(most / length)) return { count, unit };
  return (most - least) / 2 <= length * Math.min(count / 5, 1.05) ? { count, unit, qualifier: 'about' } : undefined;
}

function qualified(gap: Gap, ...ends: (CalendarDate | ClockTime)[]): Gap {
  const said = new Set([gap, ...ends].flatMap(({ qualifier }) => qualifier ?? []));
  const [first, another] = said;
  return first ? { ...gap, qualifier: another ? 'both' : first } : gap;
}
