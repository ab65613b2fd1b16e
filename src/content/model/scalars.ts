import { z } from 'zod';
import { type CalendarDate, type ClockTime, type EdtfDate, parseEdtf } from '../../dates/edtf.ts';
import { suggestDate } from '../../dates/suggest.ts';
import { isTimeZone } from '../../dates/zone.ts';
import { breaks } from '../rule-book.ts';
import { didYouMean } from '../suggest.ts';

/**
 * The kinds of values that are no words. What each carries as `meta` is how it looks to an editor's YAML tools, which
 * read `2025` as a number and `true` as a yes: only the JSON Schemas use it, the program reads every value as text.
 */

const ID_FORM = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** File systems take names of at most 255 bytes. */
const LONGEST_ID = 100;

/** Addresses of an article's folder that are taken: no event can have them. */
const TAKEN = new Set(['embed', 'card', 'timeline']);

/** An id: what other parts of the file, and links, name a thing by. */
export const id = z
  .string()
  .refine(isId, {
    ...breaks('id-form'),
    error: ({ input }) =>
      `"${input}" cannot be an id; use a-z, 0-9 and single hyphens, as in "first-count"${input === 'constructor' ? '; this one word is taken' : ''}`,
  })
  .meta({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' });

/** An event's id: the address of its moment, so it never changes. */
export const eventId = id.refine((value) => !TAKEN.has(value), {
  ...breaks('id-taken'),
  error: ({ input }) => `"${input}" is the address of another page; choose another id`,
});

/** Whether a text can be an id, or a folder's name an article's slug. */
export function isId(value: string): boolean {
  // Every object has a "constructor", so a look-up by that name would always find something.
  return ID_FORM.test(value) && value.length <= LONGEST_ID && value !== 'constructor';
}

/** Ids of the sources that carry a fact. */
export const citedSources = z
  .array(id)
  .refine((ids) => ids.length > 0, {
    ...breaks('uncited'),
    error: 'cites no source; name at least one id from sources.yaml',
  })
  .meta({ minItems: 1 });

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
  .meta({
    type: ['string', 'integer'],
    pattern:
      '^\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2}))?)?)?[~?]?(/(\\.\\.|\\d{4}(-\\d{2}(-\\d{2})?)?[~?]?))?$',
  });

/** A day, or a minute with its offset: when something was published or changed. */
export const exactDate = edtf
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
  .meta({ type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2}))?$' });

/** A language tag (BCP 47) in its canonical form. */
export const language = z
  .string()
  .refine(isLanguage, {
    ...breaks('language'),
    error: ({ input }) => `"${input}" is no language tag; write one such as en, ko or pt-BR`,
  })
  .meta({ examples: ['en', 'ko', 'pt-BR'] });

/** The name of a time zone (IANA). */
export const timeZone = z
  .string()
  .refine(isTimeZone, {
    ...breaks('time-zone'),
    error: ({ input }) =>
      `"${input}" is no time zone; write a name of the IANA database, as in Asia/Seoul${didYouMean(String(input), Intl.supportedValuesOf('timeZone'))}`,
  })
  .meta({ examples: ['Asia/Seoul', 'America/New_York', 'Europe/Berlin', 'Etc/UTC'] });

/** A count of people or things: a whole number, written without separators. */
export const wholeNumber = z
  .string()
  .refine((value) => /^\d{1,12}$/.test(value), {
    ...breaks('number'),
    error: ({ input }) => `"${input}" is no whole number; write digits only, as in 475`,
  })
  .transform(Number)
  .meta({ type: ['integer', 'string'], pattern: '^\\d{1,12}$', minimum: 0 });

/** Yes or no. */
export const flag = z
  .string()
  .refine((value) => value === 'true' || value === 'false', {
    ...breaks('set-word'),
    error: ({ input }) => `"${input}" is neither true nor false`,
  })
  .transform((value) => value === 'true')
  .meta({ type: 'boolean' });

/** Where on Earth: latitude and longitude in degrees (WGS 84). */
export const coordinates = z.tuple([degrees(90, 'latitude'), degrees(180, 'longitude')]);

/** An absolute address on the web. */
export const webAddress = z
  .string()
  .refine(isWebAddress, {
    ...breaks('web-address'),
    error: ({ input }) => `"${input}" is no web address; write it whole, as in https://example.org/page`,
  })
  .meta({ pattern: '^https?://' });

function degrees(limit: number, name: string) {
  return z
    .string()
    .refine((value) => /^-?\d{1,3}(\.\d+)?$/.test(value) && Math.abs(Number(value)) <= limit, {
      ...breaks('coordinate'),
      error: ({ input }) => `"${input}" is no ${name}; write degrees from -${limit} to ${limit}, as in 32.154`,
    })
    .transform(Number)
    .meta({ type: 'number', minimum: -limit, maximum: limit });
}

function isLanguage(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value)[0] === value;
  } catch {
    return false;
  }
}

function isWebAddress(value: string): boolean {
  return /^https?:\/\/[^\s/]/i.test(value) && !/\s/.test(value) && URL.canParse(value);
}
