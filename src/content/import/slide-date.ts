import { type EdtfDate, formatEdtf, parseEdtf } from '../../dates/edtf.ts';
import type { Slide } from './slides.ts';

/** When a slide is, at the precision at which it says so. */
export interface SlideDate {
  /** Absent where it says none that can be written. */
  readonly date?: EdtfDate;
  /** EDTF, or nothing. */
  readonly written: string;
  /** Minutes after midnight, for the order of one day; 0 where it has no time. */
  readonly minutes: number;
  /** What it says that the date cannot. */
  readonly notes: readonly string[];
}

type Parts = Slide['start'];

/**
 * Reads the dates of a slide. TimelineJS counts years before 1 as historians do, so that -44 is 44 BC, and EDTF with a
 * year 0; it has clocks without zones, so a time becomes a note.
 */
export function dateOfSlide({ start, end, edtf }: Slide): SlideDate {
  const own = read(edtf);
  if (own) return { date: own, written: edtf, minutes: 0, notes: [] };
  const [from, to] = [day(start), day(end)];
  const isRange = to.written !== '' && to.written !== from.written;
  const range = isRange ? read(`${from.written}/${to.written}`) : undefined;
  const date = range ?? read(from.written);
  return {
    ...(date && { date }),
    written: date ? formatEdtf(date) : '',
    minutes: minutesOf(start) ?? 0,
    notes: [
      ...from.notes,
      ...to.notes,
      ...(isRange && !range && from.written !== '' ? [`the end ${to.written} is before the start`] : []),
      ...(isRange && from.written === '' ? [`the end ${to.written} has no start`] : []),
      ...timeNotes(start, from.written, 'time'),
      ...timeNotes(end, to.written, 'end time'),
    ],
  };
}

function read(edtf: string): EdtfDate | undefined {
  try {
    return parseEdtf(edtf);
  } catch {
    return undefined;
  }
}

/** The day, month or year of one end, and what is wrong with it. */
function day({ year = '', month = '', day = '' }: Parts): { written: string; notes: string[] } {
  const digits = [year, month, day].map((part) => part.replace(/[\s,]/g, ''));
  if (digits.every((part) => part === '')) return { written: '', notes: [] };
  const said = [year, month, day].filter((part) => part !== '').join(', ');
  const [y = '', m = '', d = ''] = digits;
  const [number, isWhole] = [Number(y), /^-?\d+$/.test(y) && [m, d].every((part) => /^\d{0,2}$/.test(part))];
  if (isWhole && Math.abs(number) > 9999)
    return { written: '', notes: [`the year ${year} has more than four digits, which no date here can have`] };
  if (!isWhole || number === 0 || (m === '' && d !== '')) return { written: '', notes: [`"${said}" is no date`] };
  const historical = number < 0 ? number + 1 : number;
  const parts = [String(Math.abs(historical)).padStart(4, '0'), m && m.padStart(2, '0'), d && d.padStart(2, '0')];
  const written = (historical < 0 ? '-' : '') + parts.filter((part) => part !== '').join('-');
  return read(written) ? { written, notes: [] } : { written: '', notes: [`"${said}" is no date`] };
}

const CLOCK = /^(\d{1,2})(?:[:.]?(\d{2}))?(?:[:.](\d{2}))?(?:[.:]\d+)?\s*(?:([ap])\.?m\.?)?$/i;

/** The minutes after midnight of a time of day; nothing where there is none. */
function minutesOf({ time, hour, minute = '0' }: Parts): number | undefined {
  if (hour !== undefined) return Number(hour) * 60 + Number(minute);
  const [, hours, minutes = '0', , half] = CLOCK.exec(time ?? '') ?? [];
  if (hours === undefined) return undefined;
  const twelve = half === undefined ? Number(hours) : (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return twelve * 60 + Number(minutes);
}

function timeNotes(parts: Parts, date: string, name: string): string[] {
  const { time, hour, minute, second, millisecond, year: _, month: __, day: ___, ...others } = parts;
  const said = time ?? [hour, minute, second, millisecond].filter((part) => part !== undefined).join(':');
  const rest = Object.entries(others).map(([key, value]) => `${key}: ${value}`);
  const minutes = minutesOf(parts);
  if (said === '') return rest;
  if (minutes === undefined || !(minutes < 24 * 60) || date.length < 'YYYY-MM-DD'.length)
    return [`the ${name} "${said}" cannot be read with this date`, ...rest];
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return [
    `the ${name} is ${said}, of no zone; write it with its offset, as in ${date}T${clock}+00:00, and name its place`,
    ...rest,
  ];
}
