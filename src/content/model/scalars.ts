import { didYouMean } from '../diagnostic.ts';
import { z } from 'zod';
import { type CalendarDate, type ClockTime, type EdtfDate, parseEdtf } from '../../dates/edtf.ts';
import { suggestDate } from '../../dates/suggest.ts';
import { isTimeZone } from '../../dates/zone.ts';
import { languageName } from '../../i18n/language.ts';
import { readInline } from '../../text/inline.ts';
import { isWebAddress, unfitInAddress } from '../../text/link-address.ts';
import { citedIn, hasLinks, plainText } from '../../text/rich-text.ts';
import { excessInText } from '../read/limits.ts';
import { breaks, type RuleName } from '../rule-book.ts';

/**
 * The kinds of values. What each carries as `meta` is how it looks to an editor's YAML tools, which read `2025` as a
 * number and `true` as a yes: only the JSON Schemas use it, the program reads every value as text.
 */

/** File systems take names of at most 255 bytes. */
const LONGEST_ID = 100;

/** Addresses of an article's folder that are taken: no event can have them. */
const TAKEN = new Set(['embed', 'card', 'timeline']);

/** A text that passes a test; what does not breaks a rule. */
export function textThat(passes: (value: string) => boolean, rule: RuleName, error: (written: string) => string) {
  return z.string().refine(passes, { ...breaks(rule), error: ({ input }) => error(String(input)) });
}

function refuse(context: z.RefinementCtx, rule: RuleName, message: string): never {
  context.addIssue({ code: 'custom', ...breaks(rule), message });
  return z.NEVER;
}

/** An id: what other parts of the file, and links, name a thing by. */
export const id = textThat(isId, 'id-form', (written) => {
  return `"${written}" cannot be an id; use a-z, 0-9 and single hyphens, as in "first-count"${takenHint(written)}`;
}).meta({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' });

/** What stands in the place of an id for none of them. */
export const NONE = 'none';

/** The id of a part that {@link NONE} can be said of. */
export const idButNone = id.refine((value) => value !== NONE, {
  ...breaks('id-taken'),
  error: `"${NONE}" says that there is none; choose another id`,
});

/** The id of an entry that stands under it as a key: a plain number would lose the file's order. */
export const mapKey = id.refine((value) => !/^\d+$/.test(value), {
  ...breaks('id-form'),
  error: ({ input }) =>
    `"${input}" is a number, which cannot be an id here; put a letter before it, as in "place-${input}"`,
});

/** An event's id: the address of its moment, so it never changes. */
export const eventId = id.refine((value) => !TAKEN.has(value), {
  ...breaks('id-taken'),
  error: ({ input }) => `"${input}" is the address of another page; choose another id`,
});

/** Whether a folder's name can be an article's slug; `articles/embed.html` would have the headers of an embedded page. */
export function isSlug(name: string): boolean {
  return isId(name) && name !== 'embed';
}

/** What to add where an id, or a slug, is refused that is made of the right letters. */
export function takenHint(written: string): string {
  return written === 'constructor' || written === 'embed' ? '; this one word is taken' : '';
}

/** Whether a text can be an id. */
export function isId(value: string): boolean {
  // Every object has a "constructor", so a look-up by that name would always find something.
  return /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value) && value.length <= LONGEST_ID && value !== 'constructor';
}

/** An id of something else: whether that is there is a rule's to say, which knows what there is. */
export const named = nonEmpty().meta({ type: 'string', pattern: '^[a-z0-9]+(-[a-z0-9]+)*$' });

/** Ids of the sources that carry a fact. */
export const citedSources = z
  .array(named)
  .refine((ids) => ids.length > 0, {
    ...breaks('uncited'),
    error: 'cites no source; name at least one id from sources.yaml',
  })
  .meta({ minItems: 1 });

const TIME = 'T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}(:\\d{2})?)';
const DAY = '-?\\d{2}[\\dX]{2}(-[\\dX]{2}){0,2}[~?%]?';

/** Any EDTF date that the project reads. */
export const edtf = z
  .string()
  .transform((value, context): EdtfDate => {
    try {
      return parseEdtf(value);
    } catch (error) {
      const meant = suggestDate(value);
      const message = meant === undefined ? (error as Error).message : `"${value}" is not a date; write ${meant}`;
      return refuse(context, 'date-form', message);
    }
  })
  .meta({
    type: ['string', 'integer'],
    pattern: `^(${DAY}|(${DAY}|\\.\\.)?/(${DAY}|\\.\\.)?|-?\\d{4}-\\d{2}-\\d{2}${TIME}[~?%]?)$`,
  });

/** A day, or a time with its offset: when something was published or changed. */
export const exactDate = edtf
  .transform((date, context): CalendarDate | ClockTime => {
    const exact = date.kind !== 'range' && date.day !== undefined && !date.qualifier && date.year > 0;
    return exact
      ? date
      : refuse(context, 'date-form', 'a day is wanted here; write 2025-09-04 or 2025-09-04T09:00+09:00');
  })
  .meta({ type: 'string', pattern: `^\\d{4}-\\d{2}-\\d{2}(${TIME})?$` });

/** A language tag (BCP 47) in its canonical form. */
export const language = textThat(
  isLanguage,
  'language',
  (written) => `"${written}" is no language tag; write ${languageMeant(written) ?? 'one such as en, ko or pt-BR'}`,
).meta({ examples: ['en', 'ko', 'pt-BR'] });

/** The name of a time zone (IANA). */
export const timeZone = textThat(isTimeZone, 'time-zone', (written) => {
  const zones = Intl.supportedValuesOf('timeZone');
  const place = `/${written.toLowerCase().replaceAll(' ', '_')}`;
  const hint = didYouMean(zones.find((zone) => zone.toLowerCase().endsWith(place)) ?? written, zones);
  return `"${written}" is no time zone; write a name of the IANA database, as in Asia/Seoul${hint}`;
}).meta({ examples: ['Asia/Seoul', 'America/New_York', 'Europe/Berlin', 'Etc/UTC'] });

/** A count of people or things: a whole number, written without separators. */
export const wholeNumber = textThat(
  (value) => /^\d{1,12}$/.test(value),
  'number',
  (written) => `"${written}" is no whole number; write digits only, as in ${numberMeant(written) ?? 475}`,
)
  .transform(Number)
  .meta({ type: ['integer', 'string'], pattern: '^\\d{1,12}$', minimum: 0 });

/** The whole number that a text means, also with marks between the thousands; nothing for other texts. */
export function numberMeant(written: string): number | undefined {
  const isOne = /^(?:\d{1,12}|\d{1,3}(?:[,.'’_\s]\d{3}){1,3})$/.test(written);
  return isOne ? Number(written.replace(/\D/g, '')) : undefined;
}

/** Yes or no. */
export const flag = textThat(
  (value) => value === 'true' || value === 'false',
  'set-word',
  (written) => `"${written}" is neither true nor false`,
)
  .transform((value) => value === 'true')
  .meta({ type: 'boolean' });

/** Where on Earth: latitude and longitude in degrees (WGS 84). */
export const coordinates = z.tuple([degrees(90, 'latitude'), degrees(180, 'longitude')]);

function degrees(limit: number, name: string) {
  return textThat(
    (value) => /^-?\d{1,3}(\.\d+)?$/.test(value) && Math.abs(Number(value)) <= limit,
    'coordinate',
    (written) => `"${written}" is no ${name}; write degrees from -${limit} to ${limit}, as in 32.154`,
  )
    .transform(Number)
    .meta({ type: 'number', minimum: -limit, maximum: limit });
}

/** An absolute address on the web. */
export const webAddress = textThat(isWebAddress, 'web-address', noWebAddress).meta({ pattern: '^https?://' });

function noWebAddress(written: string): string {
  return (
    unfitInAddress(written) ??
    `"${written}" is no web address; write it whole, as in https://example.org/page, and without a name before "@"`
  );
}

/** Where a site is served: every address of it goes on from this one. */
export const siteAddress = webAddress.refine((url) => [url, `${url}/`].includes(folderOf(url)), {
  ...breaks('web-address'),
  error: ({ input }) => `"${String(input)}" is more than where the site is; write ${folderOf(String(input))}`,
});

/** The folder of a page on the web, as it is written: `https://example.org/news/`. */
function folderOf(url: string): string {
  return url
    .replace(/[?#].*/s, '')
    .replace(/(?<=[^/]\/)[^/]+\.(?:html?|php|aspx?)$/i, '')
    .replace(/(?<!\/)\/*$/, '/');
}

/** A mail address; its domain may be in any script. */
export const mailAddress = textThat(
  (value) => MAIL.test(value),
  'mail-address',
  (written) => `"${written}" is no mail address; write the address alone, as in desk@example.org`,
).meta({ pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@]+$' });

// Nothing that would add a field to the message (RFC 6068).
const MAIL = /^[\p{L}\p{N}.!$'*+/=^_`{|}~-]{1,64}@(?=.{1,255}$)[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u;

/** Any text; to YAML tools `2025` and `true` are one, too. */
export function nonEmpty() {
  const error = (): string => 'is empty; write a text, or take the key out where it is not required';
  return textThat((value) => value.trim() !== '', 'value-empty', error).meta({ type: ['string', 'number', 'boolean'] });
}

/** A text without markdown, such as a source's title or a Hangul name: a citation would be printed as it stands. */
export function plain() {
  return nonEmpty().refine((value) => !/\[\^[^[\]\s]+\]/.test(value), CITES);
}

const CITES = { ...breaks('citation-place'), error: 'a citation cannot stand here; move it into the text' };

/** By what right something is shown: a few words, or an address. */
export const licence = plain().refine((value) => !/^https?:/i.test(value) || isWebAddress(value), {
  ...breaks('web-address'),
  error: ({ input }) => noWebAddress(String(input)),
});

/** The name of a file that lies beside the edition. */
export const fileName = textThat(
  (value) => /^[^./\\\p{C}][^/\\\p{C}]*$/u.test(value),
  'picture-file',
  (written) =>
    `"${written}" is no name of a file in this folder; put the picture beside the edition, and write its name`,
);

/** Exact words of somebody, as they were said: without markdown, and short enough to be a quotation. */
export function quotation(longest: number) {
  return plain().superRefine((value, context) => {
    const length = countGraphemes(value);
    if (length > longest) refuse(context, 'text-length', `is ${length} characters long; at most ${longest} are quoted`);
  });
}

/** A short text: inline markdown in, rich text out; `longest` counts graphemes, as a reader sees them. */
export function text(longest = Infinity) {
  return nonEmpty().transform((value, context) => {
    const excess = excessInText(value);
    if (excess !== undefined) return refuse(context, 'file-size', excess);
    const read = readInline(value, (rule, message) => refuse(context, rule, message));
    const length = longest === Infinity ? 0 : countGraphemes(plainText(read));
    if (length > longest) refuse(context, 'text-length', `is ${length} characters long; at most ${longest} fit`);
    return read;
  });
}

/** A short text that becomes a heading, a link or a label: without citations and links of its own. */
export function headline(longest?: number) {
  return text(longest)
    .refine((value) => citedIn(value).length === 0, CITES)
    .refine((value) => !hasLinks(value), {
      ...breaks('link-place'),
      error: 'a link cannot stand here; move it into the text',
    });
}

/** The number of characters that a reader sees (Unicode TR 29 grapheme clusters). */
export function countGraphemes(value: string): number {
  return [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(value)].length;
}

/** Every language of two letters has a name in the CLDR, and none has more than three; not each of three has. */
function isLanguage(value: string): boolean {
  return canonical(value) === value && (/^[a-z]{3}\b/.test(value) || languageName(value, { locale: 'en' }) !== value);
}

function canonical(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

/** The tag that is meant by one in another form (`zh_CN`, `EN`), or by the code of a country (`jp`). */
function languageMeant(written: string): string | undefined {
  const tag = canonical(written.replaceAll('_', '-')) ?? '';
  if (isLanguage(tag)) return tag;
  const spoken = /^[a-z]{2}$/.test(tag) ? new Intl.Locale(`und-${tag}`).maximize().language : 'en';
  return spoken === 'en' ? undefined : spoken;
}
