import { z } from 'zod';
import { breaks } from '../rule-book.ts';
import { id } from './id.ts';
import { headline } from './text.ts';
import { timeZone } from './time-zone.ts';
import { IN_YAML } from './in-yaml.ts';

const coordinate = (limit: number, name: string) =>
  z
    .string()
    .refine((value) => /^-?\d{1,3}(\.\d+)?$/.test(value) && Math.abs(Number(value)) <= limit, {
      ...breaks('coordinate'),
      error: ({ input }) => `"${input}" is no ${name}; write degrees from -${limit} to ${limit}, as in 32.154`,
    })
    .transform(Number)
    .meta(IN_YAML.degrees(limit));

/** Where something happened. */
export const place = z.strictObject({
  name: headline().describe('Its name, as readers know it.'),
  timeZone: timeZone.describe('Its time zone (IANA).'),
  at: z
    .tuple([coordinate(90, 'latitude'), coordinate(180, 'longitude')])
    .describe('[latitude, longitude] in degrees (WGS 84).'),
  side: id.optional().describe('The id of the side that it belongs to.'),
});

export type Place = z.output<typeof place>;
