import { expect, test } from 'vitest';
import { laterInWords, spanInWords } from '../../../src/dates/format.ts';
import { en } from '../../../src/i18n/locales/en.ts';
import { daysOf, gapBetween, spanOf } from '../../../src/dates/interval.ts';
import { type CalendarDate, type DateRange, formatEdtf, parseEdtf } from '../../../src/dates/edtf.ts';

test.each([
  ['2025-09-04', '2025-09-04', '2025-09-05'],
  ['2024-02', '2024-02-01', '2024-03-01'],
  ['2025-12~', '2025-12-01', '2026-01-01'],
  ['2025?', '2025-01-01', '2026-01-01'],
  ['2025-09-30/2025-10', '2025-09-30', '2025-11-01'],
  ['0099-12-31', '0099-12-31', '0100-01-01'],
  ['2025-09-30/..', '2025-09-30', '2025-10-01'],
  ['../1850', '1850-01-01', '1851-01-01'],
  ['/1850-02', '1850-02-01', '1850-03-01'],
  ['1850-02/', '1850-02-01', '1850-03-01'],
  ['2025-24', '2025-01-01', '2026-01-01'],
  ['201X', '2010-01-01', '2020-01-01'],
  ['19XX', '1900-01-01', '2000-01-01'],
  ['2025-XX', '2025-01-01', '2026-01-01'],
  ['2025-09-XX', '2025-09-01', '2025-10-01'],
  ['-0044', '-0044-01-01', '-0043-01-01'],
])('%s starts on %s and is over on %s', (date, first, after) => {
  expect(daysOf(parseEdtf(date) as CalendarDate | DateRange)).toEqual({ first, after });
});

test.each([
  // To the day, the month or the year, where every pair of days agrees.
  ['2025-09-04', '2025-09-08', '4 days'],
  ['2025-09-04', '2025-09-05', undefined],
  ['2025-09-04', '2025-10-02', '4 weeks'],
  ['2025-09-04', '2026-01-04', '4 months'],
  ['1869-11-17', '1956-07-26', '87 years'],
  // It may be a day.
  ['2018', '2019-01-01', undefined],
  ['2018', '2019', undefined],
  ['2025-09', '2025-10', undefined],
  ['2018-12', '2019', undefined],
  ['2025-24', '2026-02-01', undefined],
  ['201X', '2020', undefined],
  ['2018', '2020', undefined],
  ['2025-XX', '2026-01-01', undefined],
  // Long ago enough that a year more or less is about the same.
  ['1859', '2018', 'about 159 years'],
  ['-0044', '0014', 'about 58 years'],
  // As surely as about 3 years it may be more than 4.
  ['1550-21', '1554-01-07', undefined],
  // From the end of what lasted, and from nowhere in what goes on or ended nobody knows when.
  ['1859/1869', '1869-11-17', undefined],
  ['2025-09-01/2025-09-10', '2025-09-14', '4 days'],
  ['2025-09-30/..', '2025-10-20', undefined],
  ['2025-09-30/', '2025-10-20', undefined],
  // What was some time before is the end of nothing.
  ['../1850', '1860', undefined],
  ['/1850', '1950', 'about 100 years'],
  ['2025-09-30', '../2025-10-20', undefined],
  ['2025-09-30', '/2025-10-20', undefined],
  // No surer than either date.
  ['2021-03-13~', '2021-03-23', 'about 10 days'],
  ['2021-03-13', '2021-03-23?', '10 days, uncertain'],
  ['2021-03-13~', '2021-03-23?', 'about 10 days, uncertain'],
  ['2021-03-13%', '2021-03-23', 'about 10 days, uncertain'],
  ['2021-03-13T10:00+00:00~', '2021-03-13T15:00+00:00', 'about 5 hours'],
  ['2021-03-13T10:00+00:00', '2021-03-13T15:00:30+00:00', '5 hours'],
  ['2021-03-13T10:00+00:00', '2021-03-13T10:40+00:00', undefined],
  ['2021-03-13T10:00+00:00', '2021-03-23T10:00+00:00', '10 days'],
])('from %s to %s it is %s', (earlier, later, expected) => {
  const gap = gapBetween(parseEdtf(earlier), parseEdtf(later));
  const { about, uncertain } = { about: 'about ', uncertain: ', uncertain' };
  const marks = { about: [about, ''], uncertain: ['', uncertain], both: [about, uncertain], none: ['', ''] } as const;
  const [before, after] = marks[gap?.qualifier ?? 'none'];
  expect(gap && `${before}${spanInWords(gap, en)}${after}`).toBe(expected);
});

test('what is uncertain about hours is the time, and about days the date', () => {
  const later = (...dates: [string, string]): string => {
    const gap = gapBetween(...(dates.map((date) => parseEdtf(date)) as Parameters<typeof gapBetween>));
    return gap ? laterInWords(gap, en) : '';
  };
  expect(later('2021-03-13T10:00+00:00', '2021-03-13T15:00+00:00?')).toBe('5 hours later (time uncertain)');
  expect(later('2021-03-13', '2021-03-23?')).toBe('10 days later (date uncertain)');
});

test.each([
  [['2023~', '2024-06-01T11:00+02:00', '2025-02-10'], '2023~/2025-02-10'],
  // The end of the one that ends last, wherever it stands.
  [['2020/2023', '2021', '2022-05'], '2020/2023'],
  [['2020-05', '2020-05-04'], '2020-05'],
  // A day is known where the minute is not.
  [['2025-09-04T09:00+09:00~'], '2025-09-04'],
  [['2025-09-04T09:00+09:00', '2025-09-04T23:00+09:00'], '2025-09-04'],
  [['2025-03', '2025-04-01/..', '2025-05'], '2025-03/..'],
  // Nobody knows how long it went on.
  [['2025-03', '2025-04-01/', '2025-05'], '2025-03/2025-05'],
  [['../1850', '1860'], '../1860'],
  [['/1850', '1860'], '/1860'],
  [['../1850', '1860/..'], undefined],
  [['201X', '2015-05-04'], '201X'],
  [[], undefined],
])('%j are from the first to the last: %s', (dates, span) => {
  const found = spanOf(dates.map(parseEdtf));
  expect(found && formatEdtf(found)).toBe(span);
});
