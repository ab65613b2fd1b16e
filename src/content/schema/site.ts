import { z } from 'zod';
import { language } from './language.ts';
import { nonEmpty } from './text.ts';
import { timeZone } from './time-zone.ts';
import { webAddress } from './web-address.ts';

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
  contact: z
    .email({ error: ({ input }) => `"${String(input)}" is no mail address` })
    .describe('Where readers report an error.'),
  licence: z
    .strictObject({
      name: nonEmpty().describe('Its short name.'),
      url: webAddress.describe('Its text.'),
    })
    .describe('What the words may be used for.'),
});

export type Site = z.output<typeof site>;
