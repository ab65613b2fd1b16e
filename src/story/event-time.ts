import type { Place } from '../content/model/article.ts';
import { formatEdtf, type EdtfDate } from '../dates/edtf.ts';
import {
  type DateLanguage,
  type DatePart,
  dayInWords,
  formatDateParts,
  shortDate,
  timeOfDay,
} from '../dates/format.ts';
import { inZone } from '../dates/zone.ts';
import { type PartsPage, sideOf, type StorySide } from './parts.ts';
import type { RichText } from '../text/rich-text.ts';

/** A time of day on the clock of one place. */
export interface Clock {
  readonly place: RichText;
  readonly side?: StorySide;
  /** `11:38 a.m.` */
  readonly time: string;
  /** The day there, where it is not the day of the first clock. */
  readonly day?: string;
  /** ISO 8601 with the offset there. */
  readonly datetime: string;
  /** Minutes after midnight there. */
  readonly minute: number;
}

/** When an event happened, ready to be shown. */
export interface EventTime {
  /** The day, month, year or range in words; for a time of day, the day at its own place. */
  readonly date: readonly DatePart[];
  /** The time of day: at its own place first, then in the story's other zones. Empty without one. */
  readonly clocks: readonly Clock[];
}

/**
 * When an event happened, on every clock of the story.
 *
 * @param date an event's date
 * @param home the place whose clock a time of day was read off
 * @param places the story's places; of each time zone the first one named gives its clock the name
 * @param everyDay whether each clock names its day, in short, and not only where it is another
 */
export function eventTime(
  date: EdtfDate,
  home: Place | undefined,
  { places, sides }: Pick<PartsPage, 'places' | 'sides'>,
  language: DateLanguage,
  everyDay = false,
): EventTime {
  if (date.kind !== 'time' || !home) return { date: formatDateParts(date, language), clocks: [] };
  const day = dayInWords(date, language);
  const clocks = clockPlaces(home, places).map((place): Clock => {
    const there = inZone(date, place.timeZone);
    const dayThere = dayInWords(there, language);
    const side = sideOf(sides, place.side);
    return {
      place: place.name,
      ...(side && { side }),
      time: timeOfDay(there, language),
      ...(everyDay ? { day: shortDate(there, language) } : dayThere !== day && { day: dayThere }),
      datetime: formatEdtf(there),
      minute: there.hour * 60 + there.minute,
    };
  });
  return { date: [{ text: day }], clocks };
}

function clockPlaces(home: Place, places: PartsPage['places']): Place[] {
  const byZone = new Map([[home.timeZone, home]]);
  for (const place of Object.values(places)) if (!byZone.has(place.timeZone)) byZone.set(place.timeZone, place);
  return [...byZone.values()];
}
