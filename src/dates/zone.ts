import { dayNumber, instantOf } from './compare.ts';
import type { CalendarDate, ClockTime } from './edtf.ts';

/**
 * Whether the name is a time zone of the IANA database that this machine's ICU knows, such as
 * `Asia/Seoul`, in its own letters: calendars look for `Asia/Seoul` and know no `asia/seoul`. Bare offsets
 * are not: they know no summer time.
 */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return false;
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
  let main = mainNames.get(timeZone);
  // Asking is slow, and every article names the same few zones.
  if (main === undefined) mainNames.set(timeZone, (main = formatter(timeZone).resolvedOptions().timeZone));
  return main;
}

const mainNames = new Map<string, string>();

/**
 * The same instant on the clock of another zone.
 *
 * @param time a minute with its offset
 * @param timeZone an IANA name
 * @returns the minute there, with the offset in force there at that instant; local mean time, which had seconds
 *   (Dublin's was 25 minutes and 21 seconds behind), to the nearest minute
 * @throws {RangeError} when the zone is unknown
 */
export function inZone(time: ClockTime, timeZone: string): ClockTime {
  const instant = instantOf(time);
  const parts = Object.fromEntries(
    formatter(timeZone)
      .formatToParts(instant * 60_000)
      .map(({ type, value }) => [type, Number(value)]),
  ) as Record<'year' | 'month' | 'day' | 'hour' | 'minute' | 'second', number>;
  const { year, month, day, hour, minute, second } = parts;
  const local: ClockTime = { kind: 'time', year, month, day, hour, minute, offset: 0 };
  const offset = instantOf(local) - instant;
  // Half a minute and more belongs to the next one.
  return second < 30 ? { ...local, offset } : { ...atInstant(instant + offset + 1), offset: offset + 1 };
}

/**
 * The first minute of a day in a zone: what a bare date stands for in a format that has no dates.
 *
 * @param day a whole date
 * @param timeZone an IANA name
 * @returns 00:00 there; where that day starts later because clocks go forward, the minute on UTC's side of the gap
 */
export function startOfDay({ year, month = 1, day = 1 }: CalendarDate, timeZone: string): ClockTime {
  const midnight = { kind: 'time', year, month, day, hour: 0, minute: 0 } as const;
  // The offset is looked up at an instant that itself depends on it: the second look is at the right one.
  const guess = inZone({ ...midnight, offset: 0 }, timeZone).offset;
  return { ...midnight, offset: inZone({ ...midnight, offset: guess }, timeZone).offset };
}

/** A change of a zone's offset from UTC. */
export interface OffsetChange {
  /** The minute on the clock before the change at which it happens. */
  readonly at: ClockTime;
  /** Minutes east of UTC from then on. */
  readonly to: number;
}

/**
 * The changes of a zone's offset in some years, in order.
 *
 * @param timeZone an IANA name
 * @param from the first year, in UTC
 * @param until the last year
 */
export function offsetChanges(timeZone: string, from: number, until: number): readonly OffsetChange[] {
  const key = `${timeZone} ${from} ${until}`;
  let changes = knownChanges.get(key);
  // Looking for them is slow, and stories of one place and time ask for the same.
  if (!changes) knownChanges.set(key, (changes = findChanges(timeZone, from, until)));
  return changes;
}

const knownChanges = new Map<string, readonly OffsetChange[]>();

function findChanges(timeZone: string, from: number, until: number): OffsetChange[] {
  const at = (instant: number): ClockTime => inZone(atInstant(instant), timeZone);
  const end = dayNumber({ year: until + 1 }) * MINUTES_A_DAY;
  const changes: OffsetChange[] = [];
  for (let low = dayNumber({ year: from }) * MINUTES_A_DAY; low < end; low += STEP) {
    let [before, after] = [low, low + STEP];
    if (at(before).offset === at(after).offset) continue;
    while (after - before > 1) {
      const middle = Math.floor((before + after) / 2);
      if (at(middle).offset === at(low).offset) before = middle;
      else after = middle;
    }
    const [old, to] = [at(before).offset, at(after).offset];
    changes.push({ at: { ...atInstant(after + old), offset: old }, to });
  }
  return changes;
}

const MINUTES_A_DAY = 24 * 60;
// No zone changes its clocks twice within three weeks; summer time is paused for Ramadan for longer.
const STEP = 21 * MINUTES_A_DAY;

function atInstant(minutes: number): ClockTime {
  const date = new Date(minutes * 60_000);
  return {
    kind: 'time',
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    offset: 0,
  };
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
      second: 'numeric',
    });
    formatters.set(timeZone, known);
  }
  return known;
}
