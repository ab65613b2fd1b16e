import { z } from 'zod';
import { edtf } from './date.ts';
import { id } from './id.ts';
import { language } from './language.ts';
import { nonEmpty, text } from './text.ts';
import { webAddress } from './web-address.ts';

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
