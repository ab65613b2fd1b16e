import { instantOf } from './compare.ts';
import type { ClockTime } from './edtf.ts';

/**
 * Whether the name is a time zone of the IANA database that this machine's ICU knows, such as
 * `Asia/Seoul`. Bare offsets are not: they know no summer time.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return false;
  try {
    // Kept for inZone: making one is slow, and every article names the same few zones.
    formatter(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * The same instant on the clock of another zone.
 *
 * @param time a minute with its offset
 * @param timeZone an IANA name
 * @returns the minute there, with the offset in force there at that instant
 * @throws {RangeError} when the zone is unknown
 */
export function inZone(time: ClockTime, timeZone: string): ClockTime {
  const instant = instantOf(time);
  const parts = Object.fromEntries(
    formatter(timeZone)
      .formatToParts(instant * 60_000)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute', number>;
  const { year, month, day, hour, minute } = parts;
  const local: ClockTime = { kind: 'time', year, month, day, hour, minute, offset: 0 };
  return { ...local, offset: instantOf(local) - instant };
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(timeZone: string): Intl.DateTimeFormat {
  let known = formatters.get(timeZone);
  if (!known) {
    known = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    formatters.set(timeZone, known);
  }
  return known;
}
