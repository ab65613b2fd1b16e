import { instantOf } from './compare.ts';
import { extentOf } from './extent.ts';
import { type EdtfDate, precisionOf, startOf } from './edtf.ts';

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
