import type { Place } from '../content/model/article.ts';
import type { ClockTime, EdtfDate } from '../dates/edtf.ts';
import {
  type DateLanguage,
  type DatePart,
  dayInWords,
  formatDateParts,
  machineDate,
  shortDate,
  timeOfDay,
} from '../dates/format.ts';
import { inZone } from '../dates/zone.ts';
import { type PartsPage, sideOf, type StorySide } from './parts.ts';
import type { RichText } from '../text/rich-text.ts';

/** A time of day on the clock of one place. */
export interface Clock {
  readonly place: RichText;
  readonly side?: StorySide | undefined;
  /** `11:38 a.m.` */
  readonly time: string;
  /** The day there, where it is not the day of the first clock. */
  readonly day?: string | undefined;
  /** ISO 8601 with the offset there; absent before the year 1. */
  readonly datetime?: string | undefined;
  /** Minutes after midnight there. */
  readonly minute: number;
}

/** When an event happened, ready to be shown. */
export interface EventTime {
  /** The day, month, year or range in words; for a time of day, the day at its own place. */
  readonly date: readonly DatePart[];
  /** The same in a few letters, with the year where it is another than before: `4 Sept`. */
  readonly short: string;
  /** The time of day: at its own place first, then on the story's other clocks. Empty without one. */
  readonly clocks: readonly Clock[];
}

/**
 * When an event happened, on every clock of the story.
 *
 * @param date an event's date
 * @param home the place whose clock a time of day was read off
 * @param places the story's places; of each offset of that day the first one named gives its clock the name, unless the
 *   editor chose `clocks`
 * @param yearBefore the year that the date before it named
 */
export function eventTime(
  date: EdtfDate,
  home: Place | undefined,
  page: Pick<PartsPage, 'places' | 'sides' | 'clocks'>,
  language: DateLanguage,
  yearBefore?: number,
): EventTime {
  const short = shortDate(date, language, yearBefore);
  if (date.kind !== 'time' || !home) return { date: formatDateParts(date, language), short, clocks: [] };
  const clocks = clockPlaces(date, home, page).map((place) => clockAt(date, place, page.sides, language));
  return { date: [{ text: dayInWords(date, language) }], short, clocks };
}

/**
 * A time of day on the clock of a place.
 *
 * @param short whether it names its day in short, with its year or without, and not only where it is another than that of
 *   the time
 */
export function clockAt(
  time: ClockTime,
  place: Place,
  sides: readonly StorySide[],
  language: DateLanguage,
  short?: 'day' | 'year',
): Clock {
  const there = inZone(time, place.timeZone);
  const { year, month, day } = there;
  const dayThere = dayInWords(there, language);
  const elsewhere = dayThere === dayInWords(time, language) ? undefined : dayThere;
  return {
    place: place.name,
    side: sideOf(sides, place.side),
    time: timeOfDay(there, language),
    day: short
      ? shortDate({ kind: 'date', year, month, day }, language, short === 'day' ? year : undefined)
      : elsewhere,
    datetime: machineDate(there),
    minute: there.hour * 60 + there.minute,
  };
}

function clockPlaces(time: ClockTime, home: Place, { places, clocks }: Pick<PartsPage, 'places' | 'clocks'>): Place[] {
  if (clocks)
    return [home, ...clocks.flatMap((id) => places[id] ?? []).filter(({ timeZone }) => timeZone !== home.timeZone)];
  const byOffset = new Map<number, Place>();
  for (const place of [home, ...Object.values(places)]) {
    const { offset } = inZone(time, place.timeZone);
    if (!byOffset.has(offset)) byOffset.set(offset, place);
  }
  return [...byOffset.values()];
}
