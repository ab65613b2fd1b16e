/** The length of a bar, in its units. */
export const BAR = 300;

const DAY = 1440;
/** More nights than this are a grey bar, and years of them a heavy page. */
const MOST_NIGHTS = 60;
const DAWN = 360;
const DUSK = 1080;

/**
 * Lays out one clock during a passage as a bar; one of many nights shows none.
 *
 * @param start minutes after midnight on this clock at the departure
 * @param length minutes under way
 * @returns the stretches where it is night, from six in the evening to six in the morning, and where new days begin
 */
export function layOutPassage(start: number, length: number) {
  const nights: { from: number; to: number }[] = [];
  const midnights: number[] = [];
  if (length > MOST_NIGHTS * DAY) return { nights, midnights };
  const place = (minute: number): number => Math.round(((minute - start) / length) * BAR);
  for (let day = -DAY; day < start + length; day += DAY) {
    const from = Math.max(day + DUSK, start);
    const to = Math.min(day + DAY + DAWN, start + length);
    if (from < to) nights.push({ from: place(from), to: place(to) });
    if (day > start) midnights.push(place(day));
  }
  return { nights, midnights };
}
