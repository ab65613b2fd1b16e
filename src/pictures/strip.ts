import { dayNumber } from '../dates/compare.ts';
import { extentOf } from '../dates/interval.ts';
import { type EdtfDate } from '../dates/edtf.ts';

/** An event as the strip needs it. */
export interface StripEvent {
  readonly id: string;
  readonly date: EdtfDate;
}

/** The geometry of the strip, in its own units from the top. */
export interface Strip<Event extends StripEvent> {
  readonly height: number;
  readonly bands: readonly Band<Event>[];
}

/** One phase: a stretch of the axis with a scale of its own. */
export interface Band<Event extends StripEvent> {
  readonly y: number;
  readonly height: number;
  /** What lies between two ticks. */
  readonly tick: TickUnit;
  readonly ticks: readonly number[];
  /** The stretch of the axis that each event covers which is longer than a day. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  /** Events that start together, one below the other in time. */
  readonly rows: readonly Row<Event>[];
}

type TickUnit = 'day' | 'week' | 'month' | 'year';

/** The events of one date, and where they stand. */
interface Row<Event extends StripEvent> {
  /** Where the date is on the axis. */
  readonly at: number;
  /** Where its events stand: as near to that as rows that can be read and tapped allow. */
  readonly y: number;
  readonly events: readonly Event[];
}

/** The least distance of two rows: a target of 24 units for a finger. */
const ROW = 25;
const PAD = 21;
/** The most events that stand side by side. */
const WIDEST = 6;

/** Whether a timeline is drawn and can be filtered: a few moments are seen at a glance. */
export function isWorthDrawing(phases: readonly { readonly events: readonly StripEvent[] }[]): boolean {
  return phases.reduce((sum, { events }) => sum + events.length, 0) > 4;
}

/**
 * Lays out a time axis that runs downwards, each phase a band with its own scale.
 *
 * @param phases the events of each phase, in order
 * @param reserve the least height of a band, for its heading
 */
export function layOutStrip<Event extends StripEvent>(
  phases: readonly (readonly Event[])[],
  reserve: number,
): Strip<Event> {
  let y = 0;
  const bands = phases.map((events) => {
    const band = layOutBand(events, y, reserve);
    y += band.height;
    return band;
  });
  return { height: y, bands };
}

function layOutBand<Event extends StripEvent>(events: readonly Event[], y: number, reserve: number): Band<Event> {
  const groups = groupByStart(events);
  const first = Math.floor(Math.min(...groups.map(({ start }) => start)));
  const last = Math.max(...groups.map(({ start }) => start));
  const length = Math.max((groups.length - 1) * ROW, reserve - 2 * PAD);
  const scale = last > first ? length / (last - first) : 0;
  const place = (day: number): number => y + PAD + Math.min(Math.max(day - first, 0) * scale, length);
  const rows = spread(
    groups.map(({ start }) => place(start)),
    y + PAD,
    y + PAD + length,
  );
  const tick = tickFor(last - first);
  return {
    y,
    height: length + 2 * PAD,
    tick,
    ticks: scale ? ticksBetween(first, last, tick).map(place) : [],
    spans: events.flatMap(({ date }) => {
      const { from, to } = extentOf(date);
      return to - from > 1 ? [{ from: place(from), to: scale ? place(to) : place(from) + 6 }] : [];
    }),
    rows: groups.map(({ start, events: together }, index) => ({
      at: place(start),
      y: rows[index] as number,
      events: together,
    })),
  };
}

function groupByStart<Event extends StripEvent>(events: readonly Event[]): { start: number; events: Event[] }[] {
  const groups: { start: number; events: Event[] }[] = [];
  for (const event of events) {
    const start = extentOf(event.date).from;
    const last = groups.at(-1);
    if (last && last.start === start && last.events.length < WIDEST) last.events.push(event);
    else groups.push({ start, events: [event] });
  }
  return groups;
}

/** Moves positions apart until neighbours are a row apart, and keeps them between two ends. */
function spread(wanted: readonly number[], top: number, bottom: number): number[] {
  const down: number[] = [];
  for (const at of wanted) down.push(Math.max(at, (down.at(-1) ?? top - ROW) + ROW));
  let limit = bottom + ROW;
  return down
    .toReversed()
    .map((at) => (limit = Math.min(at, limit - ROW)))
    .toReversed();
}

function tickFor(days: number): TickUnit {
  if (days <= 16) return 'day';
  if (days <= 60) return 'week';
  return days <= 480 ? 'month' : 'year';
}

function ticksBetween(first: number, last: number, unit: TickUnit): number[] {
  const ticks: number[] = [];
  if (unit === 'day' || unit === 'week') {
    for (let day = first; day <= last; day += unit === 'day' ? 1 : 7) ticks.push(day);
    return ticks;
  }
  const start = new Date(first * 86_400_000);
  for (let step = 0; ; step++) {
    const month = unit === 'month' ? start.getUTCMonth() + step : 12 * step;
    const day = dayNumber({
      year: start.getUTCFullYear() + Math.floor(month / 12),
      month: (month % 12) + 1,
      day: 1,
    });
    if (day > last) return ticks;
    if (day >= first) ticks.push(day);
  }
}
