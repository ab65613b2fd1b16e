/** One clock during a passage, as stretches of a bar of {@link BAR} units. */
export interface PassageBar {
  /** Where it is night, from six in the evening to six in the morning. */
  readonly nights: readonly { readonly from: number; readonly to: number }[];
  /** Where a new day begins. */
  readonly midnights: readonly number[];
}

/** The length of a bar. */
export const BAR = 300;

const DAY = 1440;
/** More nights than this are a grey bar, and years of them a heavy page. */
const MOST_NIGHTS = 60;
const DAWN = 360;
const DUSK = 1080;

/**
 * Lays out one clock during a passage; one of many nights shows none.
 *
 * @param start minutes after midnight on this clock at the departure
 * @param length minutes under way
 */
export function layOutPassage(start: number, length: number): PassageBar {
  if (length > MOST_NIGHTS * DAY) return { nights: [], midnights: [] };
  const place = (minute: number): number => Math.round(((minute - start) / length) * BAR);
  const nights: { from: number; to: number }[] = [];
  const midnights: number[] = [];
  for (let day = -DAY; day < start + length; day += DAY) {
    const from = Math.max(day + DUSK, start);
    const to = Math.min(day + DAY + DAWN, start + length);
    if (from < to) nights.push({ from: place(from), to: place(to) });
    if (day > start) midnights.push(place(day));
  }
  return { nights, midnights };
}
