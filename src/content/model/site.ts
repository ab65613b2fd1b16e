import { z } from 'zod';
import { LONGEST } from './parts.ts';
import {
  edtf,
  exactDate,
  headline,
  id,
  language,
  mailAddress,
  nonEmpty,
  text,
  timeZone,
  webAddress,
} from './scalars.ts';

/** A text of the site: one for all languages, or one for each. */
const inEachLanguage = z.union([nonEmpty(), z.record(language, nonEmpty())]);

/** `site.yaml`: what holds for the whole site. */
export const site = z.strictObject({
  name: nonEmpty().describe("The site's name."),
  url: webAddress.describe('Where it is served, with a path if it has one.'),
  tagline: inEachLanguage.describe('One sentence on what it is; one text, or one for each language.'),
  languages: z
    .array(language)
    .min(1, 'is empty; name at least one language')
    .describe("Its languages; the first is the originals'."),
  timeZone: timeZone.describe('The zone that a bare date of publication is read in where a format wants a time.'),
  contact: mailAddress.describe('Where readers report an error.'),
  licence: z
    .strictObject({
      name: nonEmpty().describe('Its short name.'),
      url: webAddress.describe('Its text.'),
    })
    .describe('What the words may be used for.'),
});

export type Site = z.output<typeof site>;

/** The frontmatter of the about page. */
export const about = z.strictObject({
  title: headline(LONGEST.title).describe('At most 90 characters.'),
  updated: exactDate.describe('When it was last changed.'),
  summary: text(LONGEST.summary).describe('At most 220 characters.'),
});

export type About = z.output<typeof about>;

/** A published page that facts are taken from; one entry of `sources.yaml`. */
const source = z.strictObject({
  id: id.describe('What the texts cite the source by, as in [^id].'),
  publisher: nonEmpty().describe('Who published it.'),
  title: nonEmpty().describe(
    'Its headline, in its own language; a description in square brackets, in that of the article, where it has none.',
  ),
  url: webAddress.describe('Where it stands.'),
  published: edtf.describe('When it was published.'),
  language: language.describe('Its language (BCP 47), such as en or ko.'),
  author: nonEmpty().optional().describe('Who wrote it.'),
  archived: webAddress.optional().describe('The address of an archived copy.'),
  note: text().optional().describe('What a reader should know of this copy.'),
});

/** `sources.yaml`: the sources of one article, cited from all its editions. */
export const sources = z.array(source);

export type Source = z.output<typeof source>;
