import { z } from 'zod';
import { citedSources } from './cited-sources.ts';
import { id } from './id.ts';
import { headline, nonEmpty, text } from './text.ts';

/** Somebody who acts in the story. */
export const person = z.strictObject({
  id: id.describe('What links and translations name it by.'),
  name: headline().describe('The name in the language of the edition.'),
  nativeName: nonEmpty().optional().describe('The name in its own script.'),
  role: text().describe('The office or part at the time.'),
  side: id.optional().describe('The id of a side.'),
  sources: citedSources.describe('Ids of sources: at least one.'),
});

export type Person = z.output<typeof person>;
