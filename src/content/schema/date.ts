import { z } from 'zod';
import { type CalendarDate, type ClockTime, type EdtfDate, parseEdtf } from '../../dates/edtf.ts';
import { suggestDate } from '../../dates/suggest.ts';
import { breaks } from '../rule-book.ts';
import { IN_YAML } from './in-yaml.ts';

/** Any EDTF date that the project reads. */
export const edtf = z
  .string()
  .transform((value, context): EdtfDate => {
    try {
      return parseEdtf(value);
    } catch (error) {
      const meant = suggestDate(value);
      const message = meant === undefined ? (error as Error).message : `"${value}" is not a date; write ${meant}`;
      context.addIssue({ code: 'custom', ...breaks('date-form'), message, input: value });
      return z.NEVER;
    }
  })
  .meta(IN_YAML.date);

/** A day, or a minute with its offset: when something was published or changed. */
export const moment = edtf
  .transform((date, context): CalendarDate | ClockTime => {
    const exact = date.kind === 'time' || (date.kind === 'date' && date.day !== undefined && !date.qualifier);
    if (exact) return date;
    context.addIssue({
      code: 'custom',
      ...breaks('date-form'),
      message: 'a day is wanted here; write 2025-09-04 or 2025-09-04T09:00+09:00',
      input: date,
    });
    return z.NEVER;
  })
  .meta(IN_YAML.moment);
