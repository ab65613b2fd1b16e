import { describe, expect, it } from 'vitest';
import { daysIn, endOf, formatEdtf, isoDay, parseEdtf, startOf } from '../../../src/dates/edtf.ts';

describe('a date that is read', () => {
  const read = [
    ['2025', { kind: 'date', year: 2025 }],
    ['2025-09', { kind: 'date', year: 2025, month: 9 }],
    ['2025-09-04', { kind: 'date', year: 2025, month: 9, day: 4 }],
    ['2024-02-29', { kind: 'date', year: 2024, month: 2, day: 29 }],
    ['2000-02-29', { kind: 'date', year: 2000, month: 2, day: 29 }],
    ['0099-12-31', { kind: 'date', year: 99, month: 12, day: 31 }],
    ['2025-09~', { kind: 'date', year: 2025, month: 9, qualifier: 'about' }],
    ['2025-09-04?', { kind: 'date', year: 2025, month: 9, day: 4, qualifier: 'uncertain' }],
    ['2025-09-11T11:38-04:00', { kind: 'time', year: 2025, month: 9, day: 11, hour: 11, minute: 38, offset: -240 }],
    ['2025-09-12T15:20+09:00', { kind: 'time', year: 2025, month: 9, day: 12, hour: 15, minute: 20, offset: 540 }],
    ['2025-01-01T00:00-03:30', { kind: 'time', year: 2025, month: 1, day: 1, hour: 0, minute: 0, offset: -210 }],
    ['1844-12-30T12:00-15:56', { kind: 'time', year: 1844, month: 12, day: 30, hour: 12, minute: 0, offset: -956 }],
    ['2025-01-01T23:59+14:00', { kind: 'time', year: 2025, month: 1, day: 1, hour: 23, minute: 59, offset: 840 }],
    [
      '2025-09-04/2025-09-11',
      {
        kind: 'range',
        start: { kind: 'date', year: 2025, month: 9, day: 4 },
        end: { kind: 'date', year: 2025, month: 9, day: 11 },
      },
    ],
    ['2025-09-30/..', { kind: 'range', start: { kind: 'date', year: 2025, month: 9, day: 30 } }],
    // Level 0: seconds, and the year 0, which is 1 BC.
    [
      '2025-09-11T11:38:05-04:00',
      { kind: 'time', year: 2025, month: 9, day: 11, hour: 11, minute: 38, second: 5, offset: -240 },
    ],
    ['0000', { kind: 'date', year: 0 }],
    // Level 1: years before that, seasons, unspecified digits, both qualifiers at once.
    ['-0044-03-15', { kind: 'date', year: -44, month: 3, day: 15 }],
    ['-0004-02-29', { kind: 'date', year: -4, month: 2, day: 29 }],
    ['2025-21', { kind: 'date', year: 2025, season: 1 }],
    ['2025-24?', { kind: 'date', year: 2025, season: 4, qualifier: 'uncertain' }],
    ['201X', { kind: 'date', year: 2010, unspecified: 'year' }],
    ['19XX~', { kind: 'date', year: 1900, unspecified: 'decade', qualifier: 'about' }],
    ['-004X', { kind: 'date', year: -40, unspecified: 'year' }],
    ['2025-XX', { kind: 'date', year: 2025, unspecified: 'month' }],
    ['2025-09-XX', { kind: 'date', year: 2025, month: 9, unspecified: 'day' }],
    ['2025-XX-XX', { kind: 'date', year: 2025, unspecified: 'month-day' }],
    ['2025-09-04%', { kind: 'date', year: 2025, month: 9, day: 4, qualifier: 'both' }],
    ['../1850', { kind: 'range', end: { kind: 'date', year: 1850 } }],
    ['/1850', { kind: 'range', end: { kind: 'date', year: 1850 }, unknown: true }],
    ['1850/', { kind: 'range', start: { kind: 'date', year: 1850 }, unknown: true }],
    [
      '190X/2025-22',
      {
        kind: 'range',
        start: { kind: 'date', year: 1900, unspecified: 'year' },
        end: { kind: 'date', year: 2025, season: 2 },
      },
    ],
    // A time of day may be about or uncertain, which EDTF has for dates alone.
    [
      '2025-09-12T15:20+09:00~',
      { kind: 'time', year: 2025, month: 9, day: 12, hour: 15, minute: 20, offset: 540, qualifier: 'about' },
    ],
    [
      '2023~/2025-09',
      {
        kind: 'range',
        start: { kind: 'date', year: 2023, qualifier: 'about' },
        end: { kind: 'date', year: 2025, month: 9 },
      },
    ],
    // An end inside the month, or the day, in which it starts is no contradiction.
    [
      '2025-09-04/2025-09',
      {
        kind: 'range',
        start: { kind: 'date', year: 2025, month: 9, day: 4 },
        end: { kind: 'date', year: 2025, month: 9 },
      },
    ],
  ] as const;

  it.each(read)('%s keeps its precision', (written, date) => {
    expect(parseEdtf(written)).toEqual(date);
  });

  it.each(read)('%s is written back to the letter', (written) => {
    expect(formatEdtf(parseEdtf(written))).toBe(written);
  });

  it('UTC is an offset like any other, and whole hours need no minutes', () => {
    expect(parseEdtf('2025-09-11T15:38Z')).toEqual(parseEdtf('2025-09-11T15:38+00:00'));
    expect(parseEdtf('2025-09-11T11:38-04')).toEqual(parseEdtf('2025-09-11T11:38-04:00'));
  });
});

describe('a date that is refused', () => {
  it.each([
    '2025-02-30',
    '2025-02-29',
    '1900-02-29',
    '2025-04-31',
    '2025-13-40',
    '2025-13',
    '2025-00',
    '2025-09-00',
    '2025-09-32',
    '-0000',
    '-000X',
    '2XXX',
    'XXXX',
    '201X-05',
    '2025-XX-04',
    '2025-1X',
    '2025-09-0X',
    '25-09-04',
    '2025-9-4',
    '2025/09/04',
    '04.09.2025',
    '4 September 2025',
    'September 2025',
    '20250904',
    '2025-09-04 ',
    ' 2025-09-04',
    '2025-09-04\n',
    '２０２５-09-04',
    '2025-247',
    '2025-W36',
    '2025-20',
    '2025-25',
    '2025-21-01',
    '2025~~',
    '~2025',
    '2025%~',
    '%2025',
    '-225',
    '12025',
    'Y12025',
    '-2025-02-29',
    '',
    '..',
    '/',
    '../..',
    '/..',
    '../',
    '//',
    '2025-09-04/2025-09-05/2025-09-06',
    '2025-09-04/2025-02-30',
    '2025-02-30/..',
    '2025-09-11T11:38-04:00/2025-09-12T15:20+09:00',
  ])('%j is not a date, and the message says what to write', (written) => {
    expect(() => parseEdtf(written)).toThrow(RangeError);
    expect(() => parseEdtf(written)).toThrow(/not a date.*write/s);
  });

  it.each([
    '2025-09-11T11:38',
    '2025-09-11T11-04:00',
    '2025-09-11T11:38:60-04:00',
    '2025-09-11T11:38:0-04:00',
    '2025-09-11T24:00-04:00',
    '2025-09-11T11:60-04:00',
    '2025-09-11T11:38-0400',
    '2025-09-11T11:38+16:30',
    '2025-09-11T11:38+09:60',
    '2025-09-11T11:38~-04:00',
    '2025-09-11T11:38-04:00~?',
  ])('%s is not a date and time', (written) => {
    expect(() => parseEdtf(written)).toThrow(RangeError);
    expect(() => parseEdtf(written)).toThrow(/to the minute and with its offset/);
  });

  it.each(['2025-02-30T11:38-04:00', '2025-13-01T11:38-04:00'])('%s names a day that does not exist', (written) => {
    expect(() => parseEdtf(written)).toThrow(/not a date/);
  });

  it.each([
    '2025-09-11/2025-09-04',
    '2025-09/2025-08-31',
    '2025/2024',
    '2025-10-01/2025-09',
    '-0043/-0044',
    '2020/201X',
  ])('%s ends before it starts', (written) => {
    expect(() => parseEdtf(written)).toThrow(/ends before it starts/);
  });
});

it('a range starts with its start, and everything else is its own start', () => {
  expect(startOf(parseEdtf('2025-09-04/2025-09-11'))).toEqual(parseEdtf('2025-09-04'));
  expect(startOf(parseEdtf('2025-09-11T11:38-04:00'))).toEqual(parseEdtf('2025-09-11T11:38-04:00'));
  expect(endOf(parseEdtf('2025-09-04/2025-09-11'))).toEqual(parseEdtf('2025-09-11'));
  for (const written of ['../2025', '/2025']) expect(startOf(parseEdtf(written))).toBeUndefined();
  for (const written of ['2025/..', '2025/']) expect(endOf(parseEdtf(written))).toBeUndefined();
});

it('the day of a time is the day at its own place', () => {
  const time = parseEdtf('2025-09-11T23:59-04:00');
  if (time.kind !== 'time') throw new Error('a time was read as something else');
  expect(isoDay(time)).toBe('2025-09-11');
});

it.each([
  [2025, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
  [2024, [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]],
])('every month of %i has its days', (year, days) => {
  expect(days.map((_, index) => daysIn(year, index + 1))).toEqual(days);
});
