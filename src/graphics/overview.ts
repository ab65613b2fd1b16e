import { dayNumber } from '../dates/compare.ts';
import { type EdtfDate, formatEdtf } from '../dates/edtf.ts';
import { extentOf } from '../dates/interval.ts';
import type { Corners } from '../styles/palette.ts';
import { emWidth } from './em-width.ts';
import { inTwoLines } from './labels.ts';

/** One phase: a stretch of the axis with a scale of its own. */
export interface Band<Event> {
  readonly y: number;
  readonly height: number;
  /** What lies between two ticks. */
  readonly tick: TickUnit;
  readonly ticks: readonly number[];
  /** The stretch of the axis that each event covers which is longer than a day. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  /**
   * The events of each date: where that is on the axis, and where they stand, which is as near to it as rows that can
   * be read and tapped allow.
   */
  readonly rows: readonly (Row<Event> & { readonly at: number; readonly y: number })[];
}

interface Row<Event> {
  readonly events: readonly Event[];
  /** Where the words behind the marks begin, and their lines. */
  readonly x: number;
  readonly lines: readonly string[];
}

type Dated = { readonly date: EdtfDate; readonly when: { readonly short: string } };
type TickUnit = 'day' | 'week' | 'month' | keyof typeof YEARS;

/** The years between two ticks. */
const YEARS = { year: 1, decade: 10, century: 100, millennium: 1000 } as const;

/** The least distance of two rows: a target of 24 units for a finger. */
const ROW = 25;
/** The width of the drawing, the margin beside it, the centre of its axis' marks and from one mark to the next. */
export const WIDTH = 300;
const MARGIN = 12;
export const MARKS = 120;
export const MARK = 24;
/** The size of the letters, and from one line of a date to the next. */
const LETTERS = 12;
export const LINE = 14;
const PAD = 21;
/** About how many days lie between two ticks. */
const DAYS: Record<TickUnit, number> = {
  ...{ day: 1, week: 7, month: 30, year: 365 },
  ...{ decade: 3652, century: 36_524, millennium: 365_242 },
};
/** The most events that stand side by side. */
const WIDEST = 6;

/** Whether a timeline is drawn and can be filtered: a few moments are seen at a glance. */
export function isWorthDrawing(phases: readonly { readonly events: readonly unknown[] }[]): boolean {
  return phases.reduce((sum, { events }) => sum + events.length, 0) > 4;
}

/**
 * Lays out a time axis that runs downwards, each phase a band with its own scale.
 *
 * @param phases the events of each phase, in order
 * @param reserve the least height of a band, for its heading
 * @returns the geometry, in its own units from the top
 */
export function layOutOverview<Event extends Dated>(
  phases: readonly (readonly Event[])[],
  reserve: number,
): { readonly height: number; readonly bands: readonly Band<Event>[] } {
  let height = 0;
  const bands = phases.map((events) => {
    const band = layOutBand(events, height, reserve);
    height += band.height;
    return band;
  });
  return { height, bands };
}

function layOutBand<Event extends Dated>(events: readonly Event[], y: number, reserve: number): Band<Event> {
  const groups = groupByStart(events).map((group) => ({ ...group, ...wordsBehind(group.events) }));
  const starts = groups.map(({ start }) => start);
  // A month or a year reaches to its end, or its distance from the next event would look known.
  const stretches = events.map(({ date }) => extentOf(date)).filter(({ from, to }) => to - from > 1);
  const [first, last] = [Math.floor(Math.min(...starts)), Math.max(...starts, ...stretches.map(({ to }) => to))];
  // Half of what two lines take more than one stands on either side of them.
  const more = groups.map(({ lines }) => ((lines.length - 1) * LINE) / 2);
  const steps = more.map((own, index) => (index === 0 ? 0 : ROW + own + (more[index - 1] as number)));
  const length = Math.max(
    steps.reduce((sum, step) => sum + step, 0),
    reserve - 2 * PAD,
  );
  const scale = last > first ? length / (last - first) : 0;
  const place = (day: number): number => y + PAD + Math.min(Math.max(day - first, 0) * scale, length);
  const rows = spread(starts.map(place), steps, y + PAD, y + PAD + length);
  const tick = tickFor(last - first);
  return {
    y,
    height: length + 2 * PAD,
    tick,
    // Ticks closer than a unit would be a bar.
    ticks: scale * DAYS[tick] >= 1 ? ticksBetween(first, last, tick).map(place) : [],
    spans: stretches.map(({ from, to }) => ({ from: place(from), to: scale ? place(to) : place(from) + 6 })),
    rows: groups.map((group, index) => ({ ...group, at: place(group.start), y: rows[index] as number })),
  };
}

/** The date of a row, which belongs to its last mark, in two lines where one is too long. */
function wordsBehind(events: readonly Dated[]): Pick<Row<never>, 'x' | 'lines'> {
  const x = MARKS + events.length * MARK - 8;
  const words = events[0]?.when.short ?? '';
  return { x, lines: emWidth(words) * LETTERS > WIDTH + MARGIN - x ? inTwoLines(words) : [words] };
}

function groupByStart<Event extends Dated>(events: readonly Event[]) {
  const groups: { start: number; events: Event[] }[] = [];
  for (const event of events) {
    const start = extentOf(event.date).from;
    const last = groups.at(-1);
    const [above] = last?.events ?? [];
    // A year and its first day start together, and have not one label.
    const isOneDate = above && formatEdtf(above.date) === formatEdtf(event.date);
    if (last && isOneDate && last.events.length < WIDEST) last.events.push(event);
    else groups.push({ start, events: [event] });
  }
  return groups;
}

/** Moves positions apart until each is a step from the one before it, and keeps them between two ends. */
function spread(wanted: readonly number[], steps: readonly number[], top: number, bottom: number): number[] {
  const stepTo = (index: number): number => steps[index] ?? 0;
  const rows: number[] = [];
  for (const [index, at] of wanted.entries()) rows.push(Math.max(at, (rows[index - 1] ?? top) + stepTo(index)));
  for (let index = rows.length - 1, limit = bottom; index >= 0; index--) {
    rows[index] = Math.min(rows[index] as number, limit);
    limit = (rows[index] as number) - stepTo(index);
  }
  return rows;
}

function tickFor(days: number): TickUnit {
  if (days <= 16) return 'day';
  if (days <= 60) return 'week';
  if (days <= 480) return 'month';
  const years = days / 365.2425;
  if (years <= 120) return 'year';
  if (years <= 1200) return 'decade';
  return years <= 12_000 ? 'century' : 'millennium';
}

/** The days, since 1970-01-01, on which a unit starts; weeks are counted from the first day. */
function ticksBetween(first: number, last: number, unit: TickUnit): number[] {
  const ticks: number[] = [];
  if (unit === 'day' || unit === 'week') {
    for (let day = first; day <= last; day += unit === 'day' ? 1 : 7) ticks.push(day);
    return ticks;
  }
  const start = new Date(first * 86_400_000);
  const step = unit === 'month' ? 1 : 12 * YEARS[unit];
  // Months are counted from the year 0; the one in which the first day lies begins before it.
  let month = Math.floor((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step;
  for (; ; month += step) {
    const day = dayNumber({ year: Math.floor(month / 12), month: (((month % 12) + 12) % 12) + 1 });
    if (day > last) return ticks;
    if (day >= first) ticks.push(day);
  }
}

/** The mark of a side around a point, as path data: its corners, or a disc. */
export function markAt(x: number, y: number, corners?: Corners): string {
  if (!corners) return `M${x - 5} ${y}a5 5 0 1 0 10 0a5 5 0 1 0-10 0`;
  return `M${corners.map(([across, down]) => `${x + across / 8 - 6.25} ${y + down / 8 - 6.25}`).join('L')}z`;
}
