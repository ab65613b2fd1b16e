import { expect, test } from 'vitest';
import { daysOf } from '../../../src/dates/days.ts';
import { type CalendarDate, type DateRange, parseEdtf } from '../../../src/dates/edtf.ts';

test.each([
  ['2025-09-04', '2025-09-04', '2025-09-04', '2025-09-05'],
  ['2024-02', '2024-02-01', '2024-02-29', '2024-03-01'],
  ['2025-12~', '2025-12-01', '2025-12-31', '2026-01-01'],
  ['2025?', '2025-01-01', '2025-12-31', '2026-01-01'],
  ['2025-09-30/2025-10', '2025-09-30', '2025-10-31', '2025-11-01'],
  ['2025-09-30/..', '2025-09-30', '2025-09-30', '2025-10-01'],
])('%s spans %s to %s', (date, first, last, after) => {
  expect(daysOf(parseEdtf(date) as CalendarDate | DateRange)).toEqual({ first, last, after });
});
