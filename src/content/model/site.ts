import { z } from 'zod';
import { LONGEST } from './parts.ts';
import {
  edtf,
  exactDate,
  headline,
  id,
  language,
  mailAddress,
  named,
  nonEmpty,
  plain,
  quotation,
  siteAddress,
  text,
  textThat,
  timeZone,
  webAddress,
} from './scalars.ts';

/** A text of the site: one for all languages, or one for each. */
const inEachLanguage = z.union([plain(), z.record(language, plain())], {
  error: 'must be a text, or a group with a text for each language',
});

function some<Item extends z.ZodType>(item: Item, what: string) {
  return z.array(item).min(1, `is empty; ${what}, or take the key out`);
}

/** A file that is a list of things with ids. */
function listOf<Entry extends z.ZodType>(noun: string, entry: Entry) {
  const empty = `this file is empty; list at least one ${noun}, as in "- id: first-${noun}"`;
  return z.array(entry, { error: ({ input }) => (input === '' ? empty : undefined) });
}

/** `site.yaml`: what holds for the whole site. */
export const site = z.strictObject({
  name: plain().describe("The site's name."),
  url: siteAddress.describe('Where it is served, with a path if it has one.'),
  tagline: inEachLanguage.describe('One sentence on what it is; one text, or one for each language.'),
  languages: z
    .array(language)
    .min(1, 'is empty; name at least one language')
    .describe("Its languages; the first is the originals'."),
  timeZone: timeZone.describe('The zone that a bare date of publication is read in where a format wants a time.'),
  contact: mailAddress.describe('Where readers report an error.'),
  licence: z
    .strictObject({
      name: plain().describe('Its short name.'),
      url: webAddress.describe('Its text.'),
    })
    .describe('What the words may be used for.'),
});

export type Site = z.output<typeof site>;

/** An account on a server of the fediverse, as posts name it. */
const account = textThat(
  (value) => /^@[\w.-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+$/u.test(value),
  'fediverse',
  (written) => `"${written}" is no account of the fediverse; write @name@host, as in @ada@social.example`,
).meta({ pattern: '^@[^@\\s]+@[^@\\s]+$' });

const author = z.strictObject({
  id: id.describe('What articles name them by.'),
  name: inEachLanguage.describe('Their name; one text, or one for each language.'),
  role: inEachLanguage.optional().describe('What they do here.'),
  url: webAddress.optional().describe('A page about them.'),
  fediverse: account.optional().describe('Their account in the fediverse: @name@host.'),
});

/** `authors.yaml`: who writes the stories of the site. */
export const authors = listOf('author', author);

export type Author = z.output<typeof author>;

/** The anchor of an author in the list of the about page. */
export function authorAnchor(id: string): string {
  return `author-${id}`;
}

const topic = z.strictObject({
  id: id.describe('What articles name it by, and the last part of its address.'),
  name: inEachLanguage.describe('Its name; one text, or one for each language.'),
  text: inEachLanguage.optional().describe('One or two sentences on what it is.'),
});

/** `topics.yaml`: the topics of the site, in the order in which it lists them. */
export const topics = listOf('topic', topic);

export type Topic = z.output<typeof topic>;

/** The frontmatter of the about page. */
export const about = z.strictObject({
  title: headline(LONGEST.title).describe('At most 90 characters.'),
  updated: exactDate.describe('When it was last changed.'),
  summary: text(LONGEST.summary).describe('At most 220 characters.'),
});

export type About = z.output<typeof about>;

/** What a source can be; without a word it is a page of the web. */
const SOURCE_KINDS = [
  ...['web', 'article', 'book', 'report', 'document', 'dataset', 'broadcast', 'video', 'post', 'interview'],
] as const;

const EXTENTS = ['whole', 'excerpt', 'unseen'] as const;

const source = z.strictObject({
  id: id.describe('What the texts cite the source by, as in [^id].'),
  publisher: plain().describe('Who published it.'),
  title: plain().describe(
    'Its headline, in its own language; a description in square brackets, in that of the article, where it has none.',
  ),
  url: webAddress.optional().describe('Where it stands; required of a page of the web.'),
  published: edtf.optional().describe('When it was published; required of a page of the web.'),
  language: language.describe('Its language (BCP 47), such as en or ko.'),
  author: plain().optional().describe('Who wrote it.'),
  archived: z
    .union([webAddress.transform((one) => [one]), some(webAddress, 'write at least one address')], {
      error: 'must be an address, or a list of addresses',
    })
    .optional()
    .describe('The address of an archived copy, or a list of several.'),
  note: text().optional().describe('What a reader should know of this copy.'),
  kind: z
    .enum(SOURCE_KINDS)
    .optional()
    .describe(`What it is: ${SOURCE_KINDS.join(', ')}; required without a url.`),
  pages: plain().optional().describe('The pages relied on, as in 12–14.'),
  read: exactDate.optional().describe('The day on which the desk read it.'),
  extent: z.enum(EXTENTS).optional().describe('How much of it the desk has read: whole, excerpt or unseen.'),
  basedOn: some(named, 'name at least one source').optional().describe('Ids of the sources that it goes back to.'),
  words: some(
    z.strictObject({
      text: quotation(LONGEST.quotation).describe(`The passage; at most ${LONGEST.quotation} characters.`),
      language: language.optional().describe("Its language (BCP 47), where it is not the source's."),
    }),
    'write at least one passage',
  )
    .optional()
    .describe('Short passages that the story relies on, word for word.'),
});

/** The keys of a source. */
export const SOURCE_KEYS = Object.keys(source.shape);

/** What a translation may say of sources, by their ids. */
export const translatedSources = z.record(
  id,
  z.strictObject({
    publisher: plain().optional().describe('Its name in the language of the edition.'),
    title: plain().optional().describe('In the place of a description in square brackets.'),
    note: text().optional().describe("In the place of the original's."),
    words: z.array(plain().optional()).optional().describe("Translations of the passages, in the original's order."),
  }),
);

/** `sources.yaml`: the sources of one article, cited from all its editions. */
export const sources = listOf('source', source);

export type Source = z.output<typeof source>;

/** `redirects.yaml`: what has moved, new addresses by old ones. */
export const redirects = z.record(z.string(), nonEmpty());
