import { type EdtfDate, formatEdtf, isoDay, readEdtf } from '../../dates/edtf.ts';
import type { Slide } from './slides.ts';

/** When a slide is, at the precision at which it says so. */
export interface SlideDate {
  /** Absent where it says none that can be written. */
  readonly date?: EdtfDate;
  /** EDTF, or nothing. */
  readonly written: string;
  /** Minutes after midnight, for the order of one day; 0 where it has no time. */
  readonly minutes: number;
}

/**
 * Takes the dates of a slide. TimelineJS counts years before 1 as historians do, so that -44 is 44 BC, and EDTF with a
 * year 0; it has clocks without zones, so a time becomes a note.
 */
export function takeDate(slide: Slide): SlideDate {
  const own = readEdtf(slide.look('edtf'));
  const [from, to] = [takeDay(slide, 'start_date'), takeDay(slide, 'end_date')];
  const minutes = takeTime(slide, 'start_date', from);
  takeTime(slide, 'end_date', to);
  const range = to !== '' && to !== from ? readEdtf(`${from}/${to}`) : undefined;
  if (!own && to !== '' && to !== from && (!range || from === ''))
    slide.note(`the end ${to} ${from === '' ? 'has no start' : 'is before the start'}`);
  const date = own ?? (from === '' ? undefined : (range ?? readEdtf(from)));
  if (own) slide.take('edtf');
  return { ...(date && { date }), written: date ? formatEdtf(date) : '', minutes };
}

/**
 * A year before 1 as EDTF counts it.
 *
 * @param year as historians count: -1 is 1 BC
 */
export function edtfYear(year: number): string {
  return isoDay({ year: year < 0 ? year + 1 : year });
}

/** The day, month or year of one end. */
function takeDay(slide: Slide, end: string): string {
  const said = ['year', 'month', 'day'].map((part) => slide.take(`${end}.${part}`));
  const [year = '', month = '', day = ''] = said.map((part) => part.replace(/[\s,]/g, ''));
  if (year + month + day === '') return '';
  const isWhole =
    /^-?\d+$/.test(year) && Number(year) !== 0 && /^(?:\d{1,2}(?:-\d{1,2})?)?$/.test(`${month}${day && `-${day}`}`);
  const parts = [edtfYear(Number(year)), month && month.padStart(2, '0'), day && day.padStart(2, '0')];
  const written = parts.filter((part) => part !== '').join('-');
  if (isWhole && readEdtf(written)) return written;
  const isLong = /^-?\d{5,}$/.test(year);
  slide.note(`"${said.filter(Boolean).join(', ')}" is no date${isLong ? ' here: a year has at most four digits' : ''}`);
  return '';
}

const CLOCK = /^(\d{1,2})(?:[:.]?(\d{2})(?:[:.](\d{2})(?:[:.]\d+)?)?)?\s*(?:([ap])\.?m\.?)?$/i;

/** The minutes after midnight, and seconds as a part of one, of the time of one end, which is told with the date that it belongs to. */
function takeTime(slide: Slide, end: string, date: string): number {
  const parts = ['hour', 'minute', 'second', 'millisecond'].map((part) => slide.take(`${end}.${part}`));
  const said = slide.take(`${end}.time`) || clockOf(parts.filter(Boolean));
  if (said === '') return 0;
  const [, hours = '', minutes = '0', seconds, half] = CLOCK.exec(said) ?? [];
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const clock = clockOf([String(hour), minutes, ...(seconds ? [seconds] : [])]);
  const isTime = hours !== '' && readEdtf(`${date}T${clock}Z`) !== undefined;
  const advice = `write it with its offset, as in ${date}T${clock}+00:00, and name its place`;
  slide.note(`the time ${said} ${isTime ? `is of no zone; ${advice}` : 'cannot be read with this date'}`);
  return isTime ? hour * 60 + Number(minutes) + Number(seconds ?? 0) / 60 : 0;
}

function clockOf(parts: readonly string[]): string {
  return parts.map((part) => part.padStart(2, '0')).join(':');
}
