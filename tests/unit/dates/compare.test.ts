import { describe, expect, it } from 'vitest';
import { byStart, compareStarts, dayNumber, instantOf, outOfOrder } from '../../../src/dates/compare.ts';
import { type ClockTime, parseEdtf } from '../../../src/dates/edtf.ts';

describe('two starts are compared at the coarser of their precisions', () => {
  it.each([
    ['2024', '2025', -1],
    ['2025-08', '2025-09', -1],
    ['2025-09-04', '2025-09-05', -1],
    ['2025-09', '2025-09-04', 0],
    ['2025', '2025-09-04', 0],
    ['2025', '2026-01-01', -1],
    ['2025-09-04~', '2025-09-04?', 0],
    ['2025-09-04/2025-09-11', '2025-09-05', -1],
    ['2025-09-30/..', '2025-09', 0],
    // The same instant on two clocks, and one a minute later that shows an earlier hour.
    ['2025-09-11T11:38-04:00', '2025-09-12T00:38+09:00', 0],
    ['2025-09-12T00:38+09:00', '2025-09-11T11:39-04:00', -1],
    // A time beside a day counts by the calendar of the place where it was read.
    ['2025-09-11T23:59-04:00', '2025-09-11', 0],
    ['2025-09-11T23:59-04:00', '2025-09-12', -1],
    ['2025-09-12T00:01+09:00', '2025-09-11', 1],
    ['2025-09-11T11:38-04:00', '2025-09', 0],
    ['0099-12-31', '1999-12-31', -1],
    ['-0044', '0000', -1],
    ['-0044-03-15', '-0044', 0],
    // A season has no hemisphere: it starts some day of its year.
    ['2025-24', '2025-01-01', 0],
    ['2025-24', '2025-21', 0],
    ['2024-24', '2025-01-01', -1],
    ['201X', '2019-12-31', 0],
    ['201X', '2020', -1],
    ['19XX', '2000', -1],
    ['-004X', '-0049', 0],
    ['-005X', '-0049', -1],
    ['2025-XX', '2025-12-31', 0],
    // What has no known start may start any day up to its end.
    ['../1850', '1700', 0],
    ['/1850', '1850-12-31', 0],
    ['../1850', '1851', -1],
    // A minute and a second in it.
    ['2025-09-11T11:38-04:00', '2025-09-11T11:38:59-04:00', 0],
    ['2025-09-11T11:38:58-04:00', '2025-09-11T11:38:59-04:00', -1],
  ])('%s and %s: %i', (left, right, expected) => {
    const [a, b] = [parseEdtf(left), parseEdtf(right)];
    expect(Math.sign(compareStarts(a, b))).toBe(expected);
    expect(Math.sign(compareStarts(b, a)) + expected).toBe(0);
  });
});

describe('events out of order', () => {
  const positions = (dates: readonly string[]): number[] => outOfOrder(dates.map(parseEdtf)).map(({ index }) => index);

  it.each([
    [[], []],
    [['2025-09-04'], []],
    [['2025-09-04', '2025-09-04', '2025-09-04'], []],
    [['2025-09-05', '2025-09-04'], [1]],
    [['2025-09-04', '2025-09', '2025-09-05'], []],
    // A tie does not carry over: the month hides nothing.
    [['2025-09-05', '2025-09', '2025-09-04'], [2]],
    [['2025-09-05', '2025', '2025-08', '2025-09-06'], [2]],
    [['2025-09-11T11:38-04:00', '2025-09-12T00:37+09:00'], [1]],
    [['2025-09-11T11:38-04:00', '2025-09-12T15:20+09:00', '2025-09-12'], []],
    // The later instant stands on the earlier day, yet the day of the other counts too.
    [['2025-09-12T00:38+09:00', '2025-09-11T12:00-04:00', '2025-09-11'], [2]],
    [['2025-09-30/..', '2025-09-29'], [1]],
  ])('%j: %j', (dates, expected) => {
    expect(positions(dates)).toEqual(expected);
  });

  it('names an event above that starts later', () => {
    const dates = ['2025-09-01', '2025-09-09', '2025-09-03'].map(parseEdtf);
    expect(outOfOrder(dates)).toEqual([{ index: 2, after: 1 }]);
  });

  it('finds what comparing every pair finds', () => {
    const pool = [
      ...[
        '2024',
        '2025',
        '2025-08',
        '2025-09',
        '2025-10',
        '2025-21',
        '202X',
        '2025-XX',
        '../2024',
        '/2025-09',
        '2024/',
      ],
      ...['2025-09-10', '2025-09-11', '2025-09-12', '2025-09-11/2025-09-20', '2025-09-12~'],
      ...['2025-09-11T11:38-04:00', '2025-09-11T23:50-04:00', '2025-09-12T00:38+09:00', '2025-09-12T15:20+09:00'],
      ...['2025-09-12T00:38:20+09:00', '2025-09-12T00:38:40+09:00'],
    ].map(parseEdtf);
    // A fixed linear congruential generator (Park and Miller's constants): the same lists in every run.
    let seed = 20250904;
    const random = (below: number): number => (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 3000; round++) {
      const dates = Array.from({ length: 2 + random(7) }, () => pool[random(pool.length)] as (typeof pool)[number]);
      const pairwise = dates.flatMap((date, index) =>
        dates.slice(0, index).some((above) => compareStarts(above, date) > 0) ? [index] : [],
      );
      const found = outOfOrder(dates);
      expect(found.map(({ index }) => index)).toEqual(pairwise);
      for (const { index, after } of found)
        expect(compareStarts(dates[after] as never, dates[index] as never)).toBeGreaterThan(0);
    }
  });
});

it('days and seconds count from 1970 in UTC', () => {
  expect(dayNumber({ year: 1970 })).toBe(0);
  expect(dayNumber({ year: 2000, month: 3, day: 1 })).toBe(11017);
  expect(dayNumber({ year: 99, month: 1, day: 1 })).toBeLessThan(dayNumber({ year: 1900 }));
  expect(instantOf(parseEdtf('2025-09-11T11:38-04:00') as ClockTime)).toBe(Date.UTC(2025, 8, 11, 15, 38) / 1000);
});

describe('dates in order of their starts', () => {
  const written = [
    '2025',
    '2025-01-01',
    '2025-03',
    '2025-03-01T00:30+09:00',
    '2025-03-01',
    '2025-03-01T09:00+09:00',
    '2025-03-01T00:30+00:00',
    '2025-02-28T23:30-05:00',
    '2024-12-31/2025-06',
    '2025-03~',
  ];
  const dates = written.map((date) => parseEdtf(date));

  it('compare alike, whichever pair and triple is taken', () => {
    for (const a of dates)
      for (const b of dates) {
        expect(Math.sign(byStart(a, b))).toBe(-Math.sign(byStart(b, a)) + 0);
        for (const c of dates)
          if (byStart(a, b) <= 0 && byStart(b, c) <= 0) expect(byStart(a, c)).toBeLessThanOrEqual(0);
      }
  });

  it('come out the same from any order to begin with', () => {
    const starts = (list: typeof dates): number[] =>
      list.toSorted(byStart).map((date) => dates.findIndex((other) => byStart(date, other) === 0));
    expect(starts(dates.toReversed())).toEqual(starts(dates));
  });

  it('times of day by their instants', () => {
    expect(byStart(parseEdtf('2025-03-05T01:00+09:00'), parseEdtf('2025-03-04T20:00+00:00'))).toBeLessThan(0);
  });
});
