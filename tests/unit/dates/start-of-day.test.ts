import { expect, test } from 'vitest';
import { type CalendarDate, formatEdtf, parseEdtf } from '../../../src/dates/edtf.ts';
import { offsetChanges, startOfDay } from '../../../src/dates/zone.ts';

test.each([
  ['2025-09-04', 'Asia/Seoul', '2025-09-04T00:00+09:00'],
  ['2025-03-09', 'America/New_York', '2025-03-09T00:00-05:00'],
  ['2025-03-10', 'America/New_York', '2025-03-10T00:00-04:00'],
  ['2025-11-02', 'America/New_York', '2025-11-02T00:00-04:00'],
  ['2025-11-24', 'Etc/UTC', '2025-11-24T00:00+00:00'],
])('%s in %s starts at %s', (day, zone, start) => {
  expect(formatEdtf(startOfDay(parseEdtf(day) as CalendarDate, zone))).toBe(start);
});

test('the clocks of New York change twice a year, at two in the morning', () => {
  expect(offsetChanges('America/New_York', 2025, 2026).map(({ at, to }) => [formatEdtf(at), to])).toEqual([
    ['2025-03-09T02:00-05:00', -240],
    ['2025-11-02T02:00-04:00', -300],
    ['2026-03-08T02:00-05:00', -240],
    ['2026-11-01T02:00-04:00', -300],
  ]);
});

test('the clocks of Seoul do not change', () => {
  expect(offsetChanges('Asia/Seoul', 2020, 2026)).toEqual([]);
});
