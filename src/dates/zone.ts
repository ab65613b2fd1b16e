import { Temporal } from 'temporal-polyfill';
import { instantOf } from './compare.ts';
import { type CalendarDate, type ClockTime, formatOffset } from './edtf.ts';

/**
 * Whether the name is a time zone of the IANA database that this machine's ICU knows, such as
 * `Asia/Seoul`, in its own letters: calendars look for `Asia/Seoul` and know no `asia/seoul`. Bare offsets
 * are not, nor the names for them: they know no summer time.
 */
export function isTimeZone(name: string): boolean {
  if (!/^(?![EMH]ST$)[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return false;
  try {
    const main = mainName(name);
    return main === name || main.toLowerCase() !== name.toLowerCase();
  } catch {
    return false;
  }
}

/**
 * The name under which this machine's ICU knows a zone that may have several: `Asia/Seoul` for `ROK`. Only for
 * comparing, since it may be an old one (`Asia/Calcutta`).
 *
 * @throws {RangeError} when the zone is unknown
 */
export function mainName(timeZone: string): string {
  const main = mainNames.get(timeZone) ?? new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  mainNames.set(timeZone, main);
  return main;
}

// Asking is slow, and every article names the same few zones.
const mainNames = new Map<string, string>();

/**
 * The same instant on the clock of another zone.
 *
 * @param time a minute or a second with its offset
 * @param timeZone an IANA name
 * @returns the time there, as exact and as certain, with the offset in force there at that instant; local mean time, which had seconds
 *   (Dublin's was 25 minutes and 21 seconds behind), to the nearest minute
 * @throws {RangeError} when the zone is unknown
 */
export function inZone(time: ClockTime, timeZone: string): ClockTime {
  const { second, qualifier } = time;
  const there = clockTime(Temporal.Instant.fromEpochMilliseconds(instantOf(time) * 1000).toZonedDateTimeISO(timeZone));
  return { ...there, ...(second !== undefined && { second }), ...(qualifier && { qualifier }) };
}

/**
 * The first minute of a day in a zone: what a bare date stands for in a format that has no dates.
 *
 * @param day a whole date; a missing month or day counts as the first
 * @param timeZone an IANA name
 * @returns 00:00 there, the earlier one where there are two; the first minute that the clocks showed where they went
 *   forward at midnight
 */
export function startOfDay({ year, month = 1, day = 1 }: CalendarDate, timeZone: string): ClockTime {
  return clockTime(new Temporal.PlainDate(year, month, day).toZonedDateTime(timeZone));
}

const MINUTE = 60_000_000_000;

function clockTime(there: Temporal.ZonedDateTime): ClockTime {
  const offset = Math.round(there.offsetNanoseconds / MINUTE);
  const whole = there.offsetNanoseconds === offset * MINUTE ? there : there.withTimeZone(formatOffset(offset));
  const { year, month, day, hour, minute } = whole;
  return { kind: 'time', year, month, day, hour, minute, offset };
}
