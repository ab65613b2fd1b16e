import { describe, expect, it } from 'vitest';
import { type CalendarDate, type ClockTime, formatEdtf, parseEdtf } from '../../../src/dates/edtf.ts';
import { inZone, isTimeZone, mainName, startOfDay } from '../../../src/dates/zone.ts';

const there = (written: string, timeZone: string): string =>
  formatEdtf(inZone(parseEdtf(written) as ClockTime, timeZone));

describe('the same instant on another clock', () => {
  it.each([
    ['2025-09-11T11:38-04:00', 'Asia/Seoul', '2025-09-12T00:38+09:00'],
    ['2025-09-12T15:20+09:00', 'America/New_York', '2025-09-12T02:20-04:00'],
    ['2025-09-11T11:38-04:00', 'America/New_York', '2025-09-11T11:38-04:00'],
    ['2025-12-31T23:59-05:00', 'Asia/Seoul', '2026-01-01T13:59+09:00'],
    ['2025-01-01T00:00Z', 'Asia/Kathmandu', '2025-01-01T05:45+05:45'],
    ['2025-01-01T11:00Z', 'Pacific/Kiritimati', '2025-01-02T01:00+14:00'],
    // Clocks in New York go forward on 9 March 2025 and back on 2 November.
    ['2025-03-09T06:59Z', 'America/New_York', '2025-03-09T01:59-05:00'],
    ['2025-03-09T07:00Z', 'America/New_York', '2025-03-09T03:00-04:00'],
    ['2025-11-02T05:30Z', 'America/New_York', '2025-11-02T01:30-04:00'],
    ['2025-11-02T06:30Z', 'America/New_York', '2025-11-02T01:30-05:00'],
    // Seoul kept another standard time until 1961, and summer time in 1988.
    ['1910-06-01T00:00Z', 'Asia/Seoul', '1910-06-01T08:30+08:30'],
    ['1955-01-01T00:00Z', 'Asia/Seoul', '1955-01-01T08:30+08:30'],
    ['1988-07-01T00:00Z', 'Asia/Seoul', '1988-07-01T10:00+10:00'],
    ['2018-05-04T14:59Z', 'Asia/Pyongyang', '2018-05-04T23:29+08:30'],
    ['2018-05-04T15:00Z', 'Asia/Pyongyang', '2018-05-05T00:00+09:00'],
    // Local mean time before there were standard times, and the Gregorian calendar before it was one.
    // It had seconds: -4:56:02, -0:25:21 and -3:30:52.
    ['1883-01-01T00:00Z', 'America/New_York', '1882-12-31T19:04-04:56'],
    ['1910-08-11T16:05Z', 'Europe/Dublin', '1910-08-11T15:40-00:25'],
    ['1910-08-11T15:00Z', 'America/St_Johns', '1910-08-11T11:29-03:31'],
    ['1910-01-01T00:25Z', 'Europe/Dublin', '1910-01-01T00:00-00:25'],
    // Clocks changed twice within three weeks.
    ['1945-04-02T00:59Z', 'Europe/Vienna', '1945-04-02T01:59+01:00'],
    ['1945-04-05T08:00Z', 'Europe/Vienna', '1945-04-05T10:00+02:00'],
    ['1945-04-12T01:00Z', 'Europe/Vienna', '1945-04-12T02:00+01:00'],
    ['1943-04-20T09:00Z', 'Africa/Tunis', '1943-04-20T10:00+01:00'],
    ['1943-04-26T08:00Z', 'Africa/Tunis', '1943-04-26T10:00+02:00'],
    ['1944-10-05T09:00Z', 'Europe/Riga', '1944-10-05T10:00+01:00'],
    ['1944-10-13T07:00Z', 'Europe/Riga', '1944-10-13T10:00+03:00'],
    ['2000-10-10T12:00Z', 'America/Recife', '2000-10-10T10:00-02:00'],
    ['2000-10-16T13:00Z', 'America/Recife', '2000-10-16T10:00-03:00'],
    ['2004-06-05T14:00Z', 'America/Argentina/Tucuman', '2004-06-05T10:00-04:00'],
    ['2004-06-14T13:00Z', 'America/Argentina/Tucuman', '2004-06-14T10:00-03:00'],
    ['0050-03-01T00:25Z', 'Europe/Dublin', '0050-03-01T00:00-00:25'],
    ['1500-03-01T00:00Z', 'Etc/UTC', '1500-03-01T00:00+00:00'],
    ['0050-03-01T00:00Z', 'Etc/UTC', '0050-03-01T00:00+00:00'],
  ])('%s in %s is %s', (written, timeZone, expected) => {
    expect(there(written, timeZone)).toBe(expected);
  });

  it('is found for midnight as hour 0, not 24', () => {
    expect(inZone(parseEdtf('2025-09-11T15:00Z') as ClockTime, 'Asia/Seoul')).toMatchObject({ day: 12, hour: 0 });
  });

  it('needs a zone that exists', () => {
    expect(() => there('2025-09-11T11:38-04:00', 'Mars/Base')).toThrow(RangeError);
  });
});

it.each([
  ['2025-09-04', 'Asia/Seoul', '2025-09-04T00:00+09:00'],
  ['2025-03-09', 'America/New_York', '2025-03-09T00:00-05:00'],
  ['2025-03-10', 'America/New_York', '2025-03-10T00:00-04:00'],
  ['2025-11-02', 'America/New_York', '2025-11-02T00:00-04:00'],
  ['2025-11-24', 'Etc/UTC', '2025-11-24T00:00+00:00'],
  ['0050-03-01', 'Europe/Dublin', '0050-03-01T00:00-00:25'],
  // Clocks went forward at midnight, or half an hour before it, or by a whole day; and back at one, to midnight.
  ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T01:00-02:00'],
  ['1919-03-31', 'America/Toronto', '1919-03-31T00:30-04:00'],
  ['2011-12-30', 'Pacific/Apia', '2011-12-31T00:00+14:00'],
  ['2025-11-02', 'America/Havana', '2025-11-02T00:00-04:00'],
])('%s in %s starts at %s', (day, timeZone, start) => {
  expect(formatEdtf(startOfDay(parseEdtf(day) as CalendarDate, timeZone))).toBe(start);
});

it.each([
  ['Asia/Seoul', true],
  ['America/Argentina/Buenos_Aires', true],
  ['Etc/UTC', true],
  ['+09:00', false],
  ['GMT+9', false],
  ['Mars/Base', false],
  ['Asia/Seoul ', false],
  ['asia/seoul', false],
  ['ROK', true],
  ['', false],
])('%j is a time zone: %s', (name, expected) => {
  expect(isTimeZone(name)).toBe(expected);
});

it.each([
  ['ROK', 'Asia/Seoul', true],
  ['Japan', 'Asia/Tokyo', true],
  ['US/Eastern', 'America/New_York', true],
  ['UTC', 'Etc/UTC', true],
  ['Asia/Kolkata', 'Asia/Calcutta', true],
  ['Europe/Berlin', 'Europe/Rome', false],
])('%s and %s are names of one zone: %s', (one, other, expected) => {
  expect(mainName(one) === mainName(other)).toBe(expected);
});
