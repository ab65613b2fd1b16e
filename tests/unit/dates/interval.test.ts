import { expect, test } from 'vitest';
import { daysOf } from '../../../src/dates/interval.ts';
import { type CalendarDate, type DateRange, parseEdtf } from '../../../src/dates/edtf.ts';

test.each([
  ['2025-09-04', '2025-09-04', '2025-09-05'],
  ['2024-02', '2024-02-01', '2024-03-01'],
  ['2025-12~', '2025-12-01', '2026-01-01'],
  ['2025?', '2025-01-01', '2026-01-01'],
  ['2025-09-30/2025-10', '2025-09-30', '2025-11-01'],
  ['0099-12-31', '0099-12-31', '0100-01-01'],
  ['2025-09-30/..', '2025-09-30', '2025-10-01'],
])('%s starts on %s and is over on %s', (date, first, after) => {
  expect(daysOf(parseEdtf(date) as CalendarDate | DateRange)).toEqual({ first, after });
});
