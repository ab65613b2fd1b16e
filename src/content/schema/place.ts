import { z } from 'zod';
import { isTimeZone } from '../../dates/zone.ts';
import { id } from './id.ts';
import { headline } from './text.ts';

const coordinate = (limit: number, name: string) =>
  z
    .string()
    .refine((value) => /^-?\d{1,3}(\.\d+)?$/.test(value) && Math.abs(Number(value)) <= limit, {
      error: ({ input }) => `"${input}" is no ${name}; write degrees from -${limit} to ${limit}, as in 32.154`,
    })
    .transform(Number);

/** Where something happened. */
export const place = z.strictObject({
  name: headline().describe('Its name, as readers know it.'),
  timeZone: z
    .string()
    .refine(isTimeZone, {
      error: ({ input }) => `"${input}" is no time zone; write a name of the IANA database, as in Asia/Seoul`,
    })
    .describe('Its time zone (IANA).'),
  at: z
    .tuple([coordinate(90, 'latitude'), coordinate(180, 'longitude')])
    .describe('[latitude, longitude] in degrees (WGS 84).'),
  side: id.optional().describe('The id of the side that it belongs to.'),
});

export type Place = z.output<typeof place>;
