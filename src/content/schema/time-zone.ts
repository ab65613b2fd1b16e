import { z } from 'zod';
import { isTimeZone } from '../../dates/zone.ts';
import { breaks } from '../rule-book.ts';
import { didYouMean } from '../suggest.ts';
import { IN_YAML } from './in-yaml.ts';

/** The name of a time zone (IANA). */
export const timeZone = z
  .string()
  .refine(isTimeZone, {
    ...breaks('time-zone'),
    error: ({ input }) =>
      `"${input}" is no time zone; write a name of the IANA database, as in Asia/Seoul${didYouMean(String(input), Intl.supportedValuesOf('timeZone'))}`,
  })
  .meta(IN_YAML.timeZone);
